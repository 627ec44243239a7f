import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Empty, Loading, Trouble } from '../../every-page/look/states.js';
import { useAccounts } from '../today/round-data.js';
import { useAct, useDesk, Wrong, type AnswerTo } from '../desk.js';
import { ScopePicker } from '../pick/scope-picker.js';
import { scopeOf, scopeSent, useScopeWords, type Scope } from '../pick/scopes.js';
import { useLength, useMoment } from '../times.js';
import { onSubmit } from './form.js';
import { usePeopleWords } from './people-words.js';

type Request = AnswerTo<'/api/v1/break-glass'>['requests'][number];

/** To see more than one's scope for half an hour: asked by one, agreed by another. */
export function BreakGlass() {
  const words = usePeopleWords();
  const { house, ask, role } = useDesk();
  const requests = useQuery({
    queryKey: ['break-glass'],
    queryFn: async () => (await ask(house.GET('/api/v1/break-glass'))).requests,
    refetchInterval: 10_000,
  });
  return (
    <>
      <h1>{words('breakGlass')}</h1>
      <p className="intro">{words('breakGlassIntro')}</p>
      {role !== 'security' && <AskForIt />}
      {requests.isPending && <Loading />}
      {requests.data === undefined && requests.error !== null && (
        <Trouble error={requests.error} onTryAgain={() => void requests.refetch()} />
      )}
      {requests.data?.length === 0 && (
        <Empty title={words('noGlass')}>
          <p>{words('noGlassHint')}</p>
        </Empty>
      )}
      <ul className="cards">
        {requests.data?.map((request) => (
          <RequestCard key={request.id} request={request} />
        ))}
      </ul>
    </>
  );
}

const nothing: Scope = { kind: 'area', key: '' };

function AskForIt() {
  const words = usePeopleWords();
  const { house, ask } = useDesk();
  const [scope, setScope] = useState(nothing);
  const request = useAct((asked: { reason: string; minutes: number }) =>
    ask(house.POST('/api/v1/break-glass', { body: { ...asked, scope: scopeSent(scope) } })),
  );
  return (
    <form
      className="fields panel"
      aria-label={words('askFor')}
      onSubmit={onSubmit((text, form) =>
        request.mutate({ reason: text('reason'), minutes: Number(text('minutes')) }, { onSuccess: () => form.reset() }),
      )}
    >
      <label>
        {words('reason')}
        <input name="reason" required minLength={4} maxLength={300} />
      </label>
      <label>
        {words('minutes')}
        <input name="minutes" type="number" min={1} max={30} required defaultValue={15} />
      </label>
      <ScopePicker key={request.data?.id ?? ''} scope={scope} onChange={setScope} />
      <div className="end">
        <button type="submit" className="main" disabled={request.isPending}>
          {words('askFor')}
        </button>
      </div>
      <div className="wide">
        <Wrong error={request.error} />
      </div>
    </form>
  );
}

function RequestCard({ request }: { request: Request }) {
  const words = usePeopleWords();
  const moment = useMoment();
  const { house, ask, ownId, role } = useDesk();
  const accounts = useAccounts();
  const params = { path: { id: request.id } };
  const approve = useAct(() => ask(house.PUT('/api/v1/break-glass/{id}/approval', { params })));
  const end = useAct(() => ask(house.PUT('/api/v1/break-glass/{id}/ending', { params })));
  const length = useLength();
  const known = accounts.data?.find(({ id }) => id === request.requestedBy)?.displayName ?? request.requestedBy;
  const who = request.requestedBy === ownId ? words('you') : known;
  const scope = scopeOf(request.scope);
  const { name, code } = useScopeWords([scope])(scope);
  return (
    <li className="panel">
      <h2>{request.reason}</h2>
      <p>
        <span className={`state-word ${request.state}`}>{words(request.state)}</span> {words('by', { who })}
      </p>
      <p className="quiet-text">
        {name} {code} · {length(request.minutes)} · {moment(request.requestedAt)}
        {request.until !== null && ` · ${words('validUntil', { time: moment(request.until) })}`}
      </p>
      <p className="buttons start">
        {request.state === 'asked' && request.requestedBy !== ownId && role !== 'sitelead' && (
          <button type="button" className="main" disabled={approve.isPending} onClick={() => approve.mutate(undefined)}>
            {words('approveGlass')}
          </button>
        )}
        {request.state !== 'over' && (
          <button type="button" className="danger" disabled={end.isPending} onClick={() => end.mutate(undefined)}>
            {words('endGlass')}
          </button>
        )}
      </p>
      <Wrong error={approve.error ?? end.error} />
    </li>
  );
}
