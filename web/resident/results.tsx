import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { Empty, Loading, Trouble } from '../every-page/look/states.js';
import { gatesOf, nextOf, type GateShown } from './gates.js';
import type { RoundResult } from './house-answers.js';
import type { Member } from './kept.js';
import { useMemberWords } from './member-words.js';
import { useMoments } from './moments.js';
import { ProofCard } from './proof-card.js';
import { askAs } from './use-kept.js';

/** Each reading of somebody's results is journalled: asked for when somebody looks, and then rarely. */
const askAgainMs = 120_000;

export function useResults(member: Member) {
  return useQuery({
    queryKey: ['results', member.residentId, member.session?.token],
    queryFn: () => askAs(member, (house) => house.results()),
    refetchInterval: askAgainMs,
    staleTime: 5_000,
  });
}

/** Where somebody's result is, round by round, the newest first. */
export function ResultsOf({ member }: { member: Member }) {
  const words = useMemberWords();
  const { data: rounds, error, isFetching, refetch } = useResults(member);
  if (rounds === undefined) {
    return error === null ? <Loading /> : (
      <>
        <KeptProofs member={member} />
        <Trouble error={error} onTryAgain={() => void refetch()} />
      </>
    ); // prettier-ignore
  }
  if (rounds.length === 0) {
    return (
      <Empty title={words('noRounds')}>
        <p>{words('noRoundsHint')}</p>
      </Empty>
    );
  }
  return (
    <>
      {rounds.map((round) => (
        <Round key={round.roundId} round={round} member={member} />
      ))}
      <button type="button" disabled={isFetching} onClick={() => void refetch()}>
        {words('refresh')}
      </button>
    </>
  );
}

/** Without a network the proofs that were fetched before can still be shown. */
export function KeptProofs({ member }: { member: Member }) {
  return member.proofs.map(({ roundId }) => (
    <div key={roundId} className="panel">
      <ProofCard member={member} roundId={roundId} />
    </div>
  ));
}

function Round({ round, member }: { round: RoundResult; member: Member }) {
  const words = useMemberWords();
  const moments = useMoments();
  const { answer, recall } = round;
  const status = statusOf(round);
  const next = nextOf(round);
  return (
    <article className={`panel round ${status}`}>
      <p className="quiet-line">{round.roundName}</p>
      <h2 className="result">{words(`status_${status}`)}</h2>
      {status !== 'waiting' && <p>{words(`hint_${status}`)}</p>}
      {next !== 'none' && <p>{words(`next_${next}`)}</p>}
      {recall !== null && <p className="notice">{words('recallUntil', { time: moments.time(recall.deadline) })}</p>}
      {round.disputed && <p className="notice">{words('disputed')}</p>}
      {answer !== null && answer.reason !== null && (
        <p className="quiet-line">{words('reason', { reason: answer.reason })}</p>
      )}
      {(status === 'not-sampled' || status === 'resample') && (
        <Link href="/" className="button-link">
          {words('chooseSite')}
        </Link>
      )}
      {status === 'negative' && !round.disputed && <ProofCard member={member} roundId={round.roundId} />}
      <Gates shown={gatesOf(round)} />
    </article>
  );
}

function statusOf({ gate }: RoundResult) {
  return gate === 'sampled' || gate === 'sent' || gate === 'testing' ? 'waiting' : gate;
}

/** The way of the swab, gate by gate. */
function Gates({ shown }: { shown: GateShown[] }) {
  const words = useMemberWords();
  const moments = useMoments();
  if (shown.length === 0) return null;
  return (
    <ol className="gates">
      {shown.map(({ gate, state, at }) => (
        <li key={gate} className={state} aria-current={state === 'now' ? 'step' : undefined}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            {state === 'done' && <path d="M5 13l5 5L20 7" />}
            {state === 'spared' && <path className="dash" d="M7 12h10" />}
            {state === 'now' && <circle cx="12" cy="12" r="6" />}
          </svg>
          <b>{words(`gate_${gate}`)}</b>
          <span>
            {at === null
              ? words(gate === 'review' && state === 'ahead' ? 'reviewAhead' : `state_${state}`)
              : moments.time(at)}
          </span>
        </li>
      ))}
    </ol>
  );
}
