import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Empty, Loading, Trouble } from '../../every-page/look/states.js';
import { useAct, useDesk, Wrong, type AnswerTo } from '../desk.js';
import { Table, type Column } from '../table.js';
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
  const columns: Column<Recall>[] = [
    { head: words('name'), kind: 'name', cell: ({ masked }) => masked },
    { head: words('phone'), kind: 'code', cell: ({ phoneMasked }) => phoneMasked ?? '—' },
    {
      head: words('state'),
      cell: ({ kind, state }) => (
        <>
          {words(`kind_${kind}`)}
          <small>{words(`state_${state}`)}</small>
        </>
      ),
    },
    { head: words('deadline'), cell: (recall) => <Deadline recall={recall} now={now} /> },
    { head: words('assignee'), cell: (recall) => <Assignee recall={recall} /> },
  ];
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
      <Table label={`${words(`cause_${cause}`)} ${barcode}`} columns={columns} rows={members} keyOf={({ id }) => id} />
    </section>
  );
}

function Deadline({ recall, now }: { recall: Recall; now: Date }) {
  const words = useRecallWords();
  const moment = useMoment();
  const length = useLength();
  const minutes = (Date.parse(recall.deadline) - now.getTime()) / 60_000;
  return (
    <>
      {moment(recall.deadline)}
      {recall.state === 'open' && (
        <small className={minutes < 0 ? 'late-mark' : undefined}>
          {minutes < 0 ? `⚠ ${words('late', { age: length(-minutes) })}` : words('inTime', { age: length(minutes) })}
        </small>
      )}
    </>
  );
}

function Assignee({ recall }: { recall: Recall }) {
  const words = useRecallWords();
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
  const staff = (accounts.data ?? []).filter(
    ({ id, role: of, disabled }) =>
      id === recall.assigneeId || (!disabled && ['gridworker', 'sitelead', 'organiser', 'collector'].includes(of)),
  );
  const assignee = accounts.data?.find(({ id }) => id === recall.assigneeId)?.displayName;
  return (
    <>
      {recall.state === 'open' && (role === 'organiser' || role === 'admin') ? (
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
    </>
  );
}
