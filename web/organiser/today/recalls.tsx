import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Empty, Loading, Trouble } from '../../every-page/look/states.js';
import { useAct, useDesk, Wrong, type AnswerTo } from '../desk.js';
import { useLength, useMoment, useNow } from '../times.js';
import { useRecallWords } from './recall-words.js';
import { useAccounts, type Round } from './round-data.js';

type Recall = AnswerTo<'/api/v1/rounds/{roundId}/recalls'>['items'][number];

const causes = ['positive', 'inconclusive', 'invalid', 'lost', 'rejected'] as const;

/** Everybody who has to come again, tube by tube: until when, and who sees to it. */
export function Recalls({ round }: { round: Round }) {
  const words = useRecallWords();
  const { house, ask } = useDesk();
  const [isAll, showAll] = useState(false);
  const recalls = useInfiniteQuery({
    queryKey: ['day', 'recalls', round.id, isAll],
    queryFn: ({ pageParam }) =>
      ask(
        house.GET('/api/v1/rounds/{roundId}/recalls', {
          params: {
            path: { roundId: round.id },
            query: {
              limit: 200,
              ...(isAll ? {} : { state: 'open' }),
              ...(pageParam === undefined ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const items = recalls.data?.pages.flatMap((page) => page.items) ?? [];
  const tubes = new Map<string, Recall[]>();
  for (const one of items) tubes.set(one.causeBarcode, [...(tubes.get(one.causeBarcode) ?? []), one]);
  return (
    <>
      <h1>{words('title')}</h1>
      <p className="intro">{words('intro')}</p>
      <div className="tools">
        <div className="choice" role="group" aria-label={words('show')}>
          <button type="button" aria-pressed={!isAll} onClick={() => showAll(false)}>
            {words('onlyOpen')}
          </button>
          <button type="button" aria-pressed={isAll} onClick={() => showAll(true)}>
            {words('all')}
          </button>
        </div>
      </div>
      {recalls.isPending && <Loading />}
      {recalls.data === undefined && recalls.error !== null && (
        <Trouble error={recalls.error} onTryAgain={() => void recalls.refetch()} />
      )}
      {recalls.data !== undefined && items.length === 0 && (
        <Empty title={words('none')}>
          <p>{words('noneHint')}</p>
        </Empty>
      )}
      {[...tubes].map(([barcode, members]) => (
        <TubeRecalls key={barcode} barcode={barcode} members={members} />
      ))}
      {recalls.hasNextPage && (
        <p className="more">
          <button type="button" onClick={() => void recalls.fetchNextPage()}>
            {words('more')}
          </button>
        </p>
      )}
    </>
  );
}

function TubeRecalls({ barcode, members }: { barcode: string; members: Recall[] }) {
  const words = useRecallWords();
  const [first] = members;
  const now = useNow(30_000);
  const cause = causes.find((one) => one === first?.cause) ?? 'other';
  const of = (state: Recall['state']) => members.filter((one) => one.state === state).length;
  const late = members.filter((one) => one.state === 'open' && Date.parse(one.deadline) < now.getTime()).length;
  return (
    <section className="tube-recalls panel" aria-label={`${words(`cause_${cause}`)} ${barcode}`}>
      <header>
        <h2>
          {words(`cause_${cause}`)} <code>{barcode}</code>
        </h2>
        <p>{words('counts', { open: of('open'), sampled: of('sampled'), cleared: of('cleared') })}</p>
        {late > 0 && <p className="late-mark">⚠ {words('lateCount', { count: late })}</p>}
      </header>
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{words('name')}</th>
              <th scope="col">{words('phone')}</th>
              <th scope="col">{words('state')}</th>
              <th scope="col">{words('deadline')}</th>
              <th scope="col">{words('assignee')}</th>
            </tr>
          </thead>
          <tbody>
            {members.map((recall) => (
              <RecallRow key={recall.id} recall={recall} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function RecallRow({ recall }: { recall: Recall }) {
  const words = useRecallWords();
  const moment = useMoment();
  const length = useLength();
  const { house, ask, role } = useDesk();
  const accounts = useAccounts();
  const assign = useAct((assigneeId: string) =>
    ask(
      house.PUT('/api/v1/rounds/{roundId}/recalls/{orderId}/assignment', {
        params: { path: { roundId: recall.roundId, orderId: recall.id } },
        body: { assigneeId },
      }),
    ),
  );
  const now = useNow(30_000);
  const minutes = (Date.parse(recall.deadline) - now.getTime()) / 60_000;
  const isOpen = recall.state === 'open';
  const staff = (accounts.data ?? []).filter(
    ({ id, role: of, disabled }) =>
      id === recall.assigneeId || (!disabled && ['gridworker', 'sitelead', 'organiser', 'collector'].includes(of)),
  );
  const assignee = accounts.data?.find(({ id }) => id === recall.assigneeId)?.displayName;
  return (
    <tr>
      <th scope="row">{recall.masked}</th>
      <td className="mono">{recall.phoneMasked ?? '—'}</td>
      <td>
        {words(`kind_${recall.kind}`)}
        <small>{words(`state_${recall.state}`)}</small>
      </td>
      <td>
        {moment(recall.deadline)}
        {isOpen && (
          <small className={minutes < 0 ? 'late-mark' : undefined}>
            {minutes < 0 ? `⚠ ${words('late', { age: length(-minutes) })}` : words('inTime', { age: length(minutes) })}
          </small>
        )}
      </td>
      <td>
        {isOpen && (role === 'organiser' || role === 'admin') ? (
          <select
            aria-label={words('assignTo', { name: recall.masked })}
            value={recall.assigneeId ?? ''}
            disabled={assign.isPending}
            onChange={({ target }) => assign.mutate(target.value)}
          >
            <option value="" disabled>
              {words('nobody')}
            </option>
            {staff.map(({ id, displayName }) => (
              <option key={id} value={id}>
                {displayName}
              </option>
            ))}
          </select>
        ) : (
          (assignee ?? <span className="quiet-text">{words('nobody')}</span>)
        )}
        <Wrong error={assign.error} />
      </td>
    </tr>
  );
}
