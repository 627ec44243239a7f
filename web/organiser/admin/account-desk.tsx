import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Loading } from '../../every-page/look/states.js';
import { useAct, useDesk, Wrong } from '../desk.js';
import type { Account } from './accounts-admin.js';
import { onSubmit } from './form.js';
import { usePeopleWords } from './people-words.js';

/** What may be done with an account: by security its right to sign in and its reach, by an administrator its password. */
export function AccountDesk({ account }: { account: Account }) {
  const words = usePeopleWords();
  const { house, ask, role } = useDesk();
  const params = { path: { id: account.id } };
  const disable = useAct((reason: string) =>
    ask(house.PUT('/api/v1/accounts/{id}/disabling', { params, body: { reason } })),
  );
  const enable = useAct(() => ask(house.PUT('/api/v1/accounts/{id}/enabling', { params })));
  const unlock = useAct(() => ask(house.PUT('/api/v1/accounts/{id}/unlocking', { params })));
  const signOut = useAct(() => ask(house.DELETE('/api/v1/accounts/{id}/sessions', { params })));
  const dropFactor = useAct(() => ask(house.DELETE('/api/v1/accounts/{id}/second-factor', { params })));
  const setPassword = useAct((password: string) =>
    ask(house.PUT('/api/v1/accounts/{id}/password', { params, body: { password } })),
  );
  const acts = [disable, enable, unlock, signOut, dropFactor, setPassword];
  const isSecurity = role === 'security';
  return (
    <div className="account-desk">
      {role === 'admin' && (
        <form
          className="fields"
          onSubmit={onSubmit((text, form) => setPassword.mutate(text('password'), { onSuccess: () => form.reset() }))}
        >
          <label>
            {words('newPassword')}
            <input name="password" type="password" required minLength={8} maxLength={256} autoComplete="new-password" />
          </label>
          <div className="end">
            <button type="submit">{words('setPassword')}</button>
          </div>
        </form>
      )}
      {isSecurity && !account.disabled && (
        <form className="fields" onSubmit={onSubmit((text) => disable.mutate(text('reason')))}>
          <label>
            {words('disableReason')}
            <input name="reason" required maxLength={200} />
          </label>
          <div className="end">
            <button type="submit" className="danger">
              {words('disable')}
            </button>
          </div>
        </form>
      )}
      <p className="buttons start">
        {isSecurity && account.disabled && (
          <button type="button" className="main" onClick={() => enable.mutate(undefined)}>
            {words('enable')}
          </button>
        )}
        {isSecurity && (
          <button type="button" onClick={() => unlock.mutate(undefined)}>
            {words('unlock')}
          </button>
        )}
        <button type="button" onClick={() => signOut.mutate(undefined)}>
          {words('endSessions')}
        </button>
        {isSecurity && (
          <button type="button" onClick={() => dropFactor.mutate(undefined)}>
            {words('resetFactor')}
          </button>
        )}
      </p>
      {acts.map((act, nth) => (
        <Wrong key={nth} error={act.error} />
      ))}
      {acts.some((act) => act.isSuccess) && <p role="status">✓ {words('done')}</p>}
      {isSecurity && <Scopes accountId={account.id} />}
    </div>
  );
}

const kinds = ['all', 'area', 'site', 'round'] as const;
interface Scope {
  kind: (typeof kinds)[number];
  key: string;
}

function Scopes({ accountId }: { accountId: string }) {
  const words = usePeopleWords();
  const { house, ask } = useDesk();
  const params = { path: { id: accountId } };
  const held = useQuery({
    queryKey: ['scopes', accountId],
    queryFn: async () => (await ask(house.GET('/api/v1/accounts/{id}/scopes', { params }))).scopes,
    refetchOnWindowFocus: false,
  });
  const [changed, change] = useState<Scope[]>();
  const save = useAct((scopes: Scope[]) =>
    ask(
      house.PUT('/api/v1/accounts/{id}/scopes', {
        params,
        body: { scopes: scopes.map(({ kind, key }) => (kind === 'all' ? { kind, key: '*' as const } : { kind, key })) },
      }),
    ),
  );
  if (held.data === undefined) return held.error === null ? <Loading /> : <Wrong error={held.error} />;
  const scopes: Scope[] =
    changed ?? held.data.map(({ kind, key }) => ({ kind: kinds.find((one) => one === kind) ?? 'area', key }));
  const named = ({ kind, key }: Scope) => (kind === 'all' ? words('scope_all') : `${words(`scope_${kind}`)} ${key}`);
  return (
    <fieldset>
      <legend>{words('scopes')}</legend>
      <p className="quiet-text">{words('scopesHint')}</p>
      {scopes.length === 0 && <p className="warning">{words('noScopes')}</p>}
      <ul className="chips">
        {scopes.map((scope) => (
          <li key={named(scope)}>
            {named(scope)}
            <button
              type="button"
              className="quiet"
              aria-label={words('removeScope', { scope: named(scope) })}
              onClick={() => change(scopes.filter((one) => named(one) !== named(scope)))}
            >
              ✕
            </button>
          </li>
        ))}
      </ul>
      <form
        className="fields"
        onSubmit={onSubmit((text, form) => {
          const kind = kinds.find((one) => one === text('kind')) ?? 'area';
          const scope = { kind, key: kind === 'all' ? '*' : text('key') };
          if (kind !== 'all' && scope.key === '') return;
          change([...scopes.filter((one) => named(one) !== named(scope)), scope]);
          form.reset();
        })}
      >
        <label>
          {words('scope')}
          <select name="kind" defaultValue="area">
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {words(`scope_${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words('scopeKey')}
          <input name="key" maxLength={64} />
        </label>
        <div className="end">
          <button type="submit">{words('addScope')}</button>
        </div>
      </form>
      <Wrong error={save.error} />
      <button
        type="button"
        className="main"
        disabled={changed === undefined || save.isPending}
        onClick={() => save.mutate(scopes, { onSuccess: () => change(undefined) })}
      >
        {words('saveScopes')}
      </button>
    </fieldset>
  );
}
