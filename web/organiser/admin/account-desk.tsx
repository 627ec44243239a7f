import { useAct, useDesk, Wrong } from '../desk.js';
import type { Account } from './accounts-admin.js';
import { onSubmit } from './form.js';
import { usePeopleWords } from './people-words.js';
import { ScopesDesk } from './scopes-desk.js';

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
      {isSecurity && <ScopesDesk accountId={account.id} />}
    </div>
  );
}
