import { useQueries } from '@tanstack/react-query';
import { Link } from 'wouter';
import { Loading, Trouble } from '../../every-page/look/states.js';
import { useRounds, type Round } from '../today/round-data.js';
import { useAct, useDesk, Wrong } from '../desk.js';
import { useShellWords } from '../shell-words.js';
import { useMoment } from '../times.js';
import { useAdminWords } from './admin-words.js';
import { AskTwice } from './ask-twice.js';
import { RoundDesk } from './round-desk.js';
import { RoundPlan } from './round-plan.js';

/** Rounds from the plan to the end, or what may be changed of one. */
export function RoundsAdmin({ roundId }: { roundId: string }) {
  return roundId === '' ? <RoundList /> : <RoundDesk roundId={roundId} />;
}

function RoundList() {
  const words = useAdminWords();
  const rounds = useRounds();
  return (
    <>
      <h1>{words('rounds')}</h1>
      <p className="intro">{words('roundsIntro')}</p>
      {rounds.isPending && <Loading />}
      {rounds.data === undefined && rounds.error !== null && (
        <Trouble error={rounds.error} onTryAgain={() => void rounds.refetch()} />
      )}
      {rounds.data !== undefined && rounds.data.length > 0 && (
        <ul className="cards">
          {rounds.data.map((round) => (
            <RoundCard key={round.id} round={round} />
          ))}
        </ul>
      )}
      <RoundPlan />
    </>
  );
}

/** More than these would make a card a list. */
const namesShown = 4;

function AreaNames({ codes }: { codes: readonly string[] }) {
  const { house, ask } = useDesk();
  const shown = codes.slice(0, namesShown);
  const names = useQueries({
    queries: shown.map((code) => ({
      queryKey: ['area', code],
      queryFn: () => ask(house.GET('/api/v1/areas/{code}', { params: { path: { code } } })),
      staleTime: 600_000,
    })),
  });
  const rest = codes.length - shown.length;
  return `${names.map(({ data }, nth) => data?.name ?? shown[nth]).join('、')}${rest > 0 ? ` … +${rest}` : ''}`;
}

const next = {
  draft: { step: 'opening', label: 'open', question: 'sureOpen' },
  open: { step: 'closing', label: 'closing', question: 'sureClosing' },
  closing: { step: 'closure', label: 'closure', question: 'sureClosure' },
} as const;

function RoundCard({ round }: { round: Round }) {
  const words = useAdminWords();
  const shell = useShellWords();
  const moment = useMoment();
  const { house, ask, role } = useDesk();
  const move = useAct((step: 'opening' | 'closing' | 'closure') =>
    ask(house.PUT(`/api/v1/rounds/{id}/${step}`, { params: { path: { id: round.id } } })),
  );
  const step = round.state === 'closed' ? undefined : next[round.state];
  return (
    <li className="panel">
      <h2>{round.name}</h2>
      <p>
        <span className={`state-word ${round.state}`}>{shell(`state_${round.state}`)}</span> {moment(round.startsAt)} →{' '}
        {moment(round.deadline)}
      </p>
      <p className="quiet-text">
        <AreaNames codes={round.areas} /> · {words(`pool_${round.defaultPoolClass}`)} ·{' '}
        {round.settings.coverageTargetPercent} %
      </p>
      {step !== undefined && (
        <div className="buttons start">
          {role === 'organiser' && (
            <Link
              href={`/rounds/${round.id}`}
              className="button"
              aria-label={words('changeRound', { name: round.name })}
            >
              {words('changeRound', { name: '' })}
            </Link>
          )}
          <AskTwice
            label={words(step.label)}
            question={words(step.question, { name: round.name })}
            isWorking={move.isPending}
            className={round.state === 'draft' ? 'main' : ''}
            onSure={() => move.mutate(step.step)}
          />
        </div>
      )}
      <Wrong error={move.error} />
    </li>
  );
}
