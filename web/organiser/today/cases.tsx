import { useQuery } from '@tanstack/react-query';
import { Empty, Loading, Trouble } from '../../every-page/look/states.js';
import { useAct, useDesk, Wrong, type AnswerTo } from '../desk.js';
import { Table, type Column } from '../table.js';
import { useLength, useMoment, useNow } from '../times.js';
import { useRecallWords } from './recall-words.js';

type Case = AnswerTo<'/api/v1/exceptions'>['exceptions'][number];

/** What residents say that the books have wrong about them, with whoever answers for it. */
export function Cases() {
  const words = useRecallWords();
  const moment = useMoment();
  const { house, ask } = useDesk();
  const cases = useQuery({
    queryKey: ['day', 'cases'],
    queryFn: async () => {
      const pages = await Promise.all(
        (['not-listed', 'not-me'] as const).map((kind) =>
          ask(house.GET('/api/v1/exceptions', { params: { query: { kind, state: 'open' } } })),
        ),
      );
      return pages.flatMap(({ exceptions }) => exceptions).sort((a, b) => (a.deadline < b.deadline ? -1 : 1));
    },
    refetchInterval: 30_000,
  });
  const columns: Column<Case>[] = [
    {
      head: words('case'),
      kind: 'name',
      cell: ({ kind }) => words(kind === 'not-me' ? 'case_not-me' : 'case_not-listed'),
    },
    { head: words('raised'), cell: ({ raisedAt }) => moment(raisedAt) },
    { head: words('deadline'), cell: (one) => <Deadline case={one} /> },
    { head: words('owner'), cell: (one) => <Owner case={one} /> },
  ];
  return (
    <>
      <h1>{words('casesTitle')}</h1>
      <p className="intro">{words('casesIntro')}</p>
      {cases.isPending && <Loading />}
      {cases.data === undefined && cases.error !== null && (
        <Trouble error={cases.error} onTryAgain={() => void cases.refetch()} />
      )}
      {cases.data?.length === 0 && (
        <Empty title={words('noCases')}>
          <p>{words('noCasesHint')}</p>
        </Empty>
      )}
      {cases.data !== undefined && cases.data.length > 0 && (
        <Table isPanel label={words('casesTitle')} columns={columns} rows={cases.data} keyOf={({ id }) => id} />
      )}
    </>
  );
}

function Deadline({ case: one }: { case: Case }) {
  const words = useRecallWords();
  const moment = useMoment();
  const length = useLength();
  const now = useNow(30_000);
  const late = (now.getTime() - Date.parse(one.deadline)) / 60_000;
  return (
    <>
      {moment(one.deadline)}
      <small className={late > 0 ? 'late-mark' : undefined}>
        {late > 0 ? `⚠ ${words('late', { age: length(late) })}` : words('inTime', { age: length(-late) })}
      </small>
    </>
  );
}

function Owner({ case: one }: { case: Case }) {
  const words = useRecallWords();
  const { house, ask, ownId, role } = useDesk();
  const take = useAct(() =>
    ask(
      house.PUT('/api/v1/exceptions/{id}/owner', {
        params: { path: { id: one.id } },
        body: { role: role === 'sitelead' ? 'sitelead' : 'organiser', accountId: ownId },
      }),
    ),
  );
  return (
    <>
      {words(`role_${one.ownerRole}`)}{' '}
      {one.ownerId !== ownId && (
        <button type="button" disabled={take.isPending} onClick={() => take.mutate(undefined)}>
          {words('take')}
        </button>
      )}
      <Wrong error={take.error} />
    </>
  );
}
