import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Loading, Trouble } from '../../every-page/look/states.js';
import { useDesk, type AnswerTo } from '../desk.js';
import { Table, type Column } from '../table.js';
import { useCount, useMoment } from '../times.js';
import { momentOf, onSubmit } from './form.js';
import { useJournalWords } from './journal-words.js';
import { PersonJournal } from './person-journal.js';

type Entry = AnswerTo<'/api/v1/journal'>['items'][number];

interface Wish {
  topic?: string;
  subject?: string;
  actorId?: string;
  from?: string;
  to?: string;
}

/** What happened, who saw whom, and whether the journal is whole. */
export function JournalSearch() {
  const words = useJournalWords();
  const [wish, setWish] = useState<Wish>({});
  return (
    <>
      <h1>{words('title')}</h1>
      <p className="intro">{words('intro')}</p>
      <Verification />
      <form
        className="fields panel"
        role="search"
        onSubmit={onSubmit((text) => {
          const typed = { topic: text('topic'), subject: text('subject'), actorId: text('actorId') };
          const spans = (['from', 'to'] as const).filter((one) => text(one) !== '');
          setWish({
            ...Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== '')),
            ...Object.fromEntries(spans.map((one) => [one, momentOf(text(one))])),
          });
        })}
      >
        <label>
          {words('topic')}
          <input name="topic" maxLength={100} placeholder={words('topicHint')} />
        </label>
        <label>
          {words('subject')}
          <input name="subject" maxLength={200} placeholder={words('subjectHint')} />
        </label>
        <label>
          {words('actor')}
          <input name="actorId" maxLength={36} />
        </label>
        <label>
          {words('from')}
          <input name="from" type="datetime-local" />
        </label>
        <label>
          {words('to')}
          <input name="to" type="datetime-local" />
        </label>
        <div className="end">
          <button type="submit" className="main">
            {words('search')}
          </button>
        </div>
      </form>
      <Entries wish={wish} />
      <PersonJournal />
    </>
  );
}

function Verification() {
  const words = useJournalWords();
  const moment = useMoment();
  const count = useCount();
  const { house, ask } = useDesk();
  const found = useQuery({
    queryKey: ['verification'],
    queryFn: async () => (await ask(house.GET('/api/v1/journal/verification'))).verified,
  });
  if (found.data === undefined) return found.error === null ? <Loading /> : <Trouble error={found.error} />;
  if (found.data === null) {
    return (
      <section className="panel verification unsure">
        <h2>{words('neverVerified')}</h2>
        <p>{words('neverVerifiedHint')}</p>
      </section>
    );
  }
  const { findings, finishedAt, entries } = found.data;
  return findings.length === 0 ? (
    <section className="panel verification good">
      <h2>✓ {words('verified')}</h2>
      <p>{words('verifiedHint', { time: moment(finishedAt), entries: count(entries) })}</p>
    </section>
  ) : (
    <section className="panel verification bad" role="alert">
      <h2>⚠ {words('broken', { count: findings.length })}</h2>
      <ul className="plain">
        {findings.slice(0, 20).map((finding, nth) => (
          <li key={nth}>{words('finding', { kind: finding.kind, chain: finding.chain })}</li>
        ))}
      </ul>
    </section>
  );
}

function Entries({ wish }: { wish: Wish }) {
  const words = useJournalWords();
  const moment = useMoment();
  const { house, ask } = useDesk();
  const entries = useInfiniteQuery({
    queryKey: ['journal', wish],
    queryFn: ({ pageParam }) =>
      ask(
        house.GET('/api/v1/journal', {
          params: { query: { ...wish, limit: 50, ...(pageParam === undefined ? {} : { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const items = entries.data?.pages.flatMap((page) => page.items) ?? [];
  if (entries.data === undefined) {
    return entries.error === null ? (
      <Loading />
    ) : (
      <Trouble error={entries.error} onTryAgain={() => void entries.refetch()} />
    );
  }
  if (items.length === 0) return <p role="status">{words('nothing')}</p>;
  const columns: Column<Entry>[] = [
    { head: words('time'), cell: ({ recordedAt }) => moment(recordedAt) },
    { head: words('what'), kind: 'name', cell: ({ topic }) => <code>{topic}</code> },
    { head: words('who'), cell: ({ actor }) => actor ?? words('house') },
    { head: words('about'), kind: 'code', cell: ({ subject }) => subject },
    {
      head: words('details'),
      kind: 'code',
      cell: ({ payload }) => <span className="payload">{JSON.stringify(payload)}</span>,
    },
  ];
  return (
    <>
      <Table isPanel className="journal" label={words('title')} columns={columns} rows={items} keyOf={({ id }) => id} />
      {entries.hasNextPage && (
        <p className="more">
          <button type="button" onClick={() => void entries.fetchNextPage()}>
            {words('more')}
          </button>
        </p>
      )}
    </>
  );
}
