import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Loading } from '../../every-page/look/states.js';
import { useAct, useDesk, Wrong } from '../desk.js';
import { ScopePicker } from '../pick/scope-picker.js';
import { scopeOf, scopeSent, useScopeWords, type Scope } from '../pick/scopes.js';
import { usePeopleWords } from './people-words.js';

const isSame = (one: Scope, other: Scope) => one.kind === other.kind && one.key === other.key;
const nothing: Scope = { kind: 'area', key: '' };

/** What an account reaches, by name; changed together and saved at once. */
export function ScopesDesk({ accountId }: { accountId: string }) {
  const { house, ask } = useDesk();
  const params = { path: { id: accountId } };
  const held = useQuery({
    queryKey: ['scopes', accountId],
    queryFn: async () => (await ask(house.GET('/api/v1/accounts/{id}/scopes', { params }))).scopes.map(scopeOf),
    refetchOnWindowFocus: false,
  });
  if (held.data === undefined) return held.error === null ? <Loading /> : <Wrong error={held.error} />;
  return <Scopes accountId={accountId} held={held.data} />;
}

function Scopes({ accountId, held }: { accountId: string; held: readonly Scope[] }) {
  const words = usePeopleWords();
  const { house, ask } = useDesk();
  const [changed, change] = useState<readonly Scope[]>();
  const [next, setNext] = useState(nothing);
  const save = useAct((scopes: readonly Scope[]) =>
    ask(
      house.PUT('/api/v1/accounts/{id}/scopes', {
        params: { path: { id: accountId } },
        body: { scopes: scopes.map(scopeSent) },
      }),
    ),
  );
  const scopes = changed ?? held;
  const say = useScopeWords(scopes);
  const add = () => {
    change([...scopes.filter((one) => !isSame(one, next)), next]);
    setNext(nothing);
  };
  return (
    <fieldset>
      <legend>{words('scopes')}</legend>
      <p className="quiet-text">{words('scopesHint')}</p>
      {scopes.length === 0 && <p className="warning">{words('noScopes')}</p>}
      <ul className="chips">
        {scopes.map((scope) => {
          const { name, code } = say(scope);
          return (
            <li key={`${scope.kind} ${scope.key}`}>
              {name} {code !== '' && <code>{code}</code>}
              <button
                type="button"
                className="quiet"
                aria-label={words('removeScope', { scope: `${name} ${code}`.trim() })}
                onClick={() => change(scopes.filter((one) => !isSame(one, scope)))}
              >
                ✕
              </button>
            </li>
          );
        })}
      </ul>
      {/* What was added is out of the way: the next one is chosen from the top. */}
      <div className="fields" key={scopes.length}>
        <ScopePicker scope={next} onChange={setNext} />
        <div className="end">
          <button type="button" disabled={next.key === ''} onClick={add}>
            {words('addScope')}
          </button>
        </div>
      </div>
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
