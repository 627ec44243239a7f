import { Loading, Trouble } from '../../shared/look/states.js';
import { useRounds, type Round } from '../today/round-data.js';
import { useAct, useDesk, Wrong } from '../desk.js';
import { useShellWords } from '../shell-words.js';
import { useMoment } from '../times.js';
import { useAdminWords } from './admin-words.js';
import { AskTwice } from './ask-twice.js';
import { RoundPlan } from './round-plan.js';

/** Rounds from the plan to the end. */
export function RoundsAdmin() {
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

const next = {
  draft: { step: 'opening', label: 'open', question: 'sureOpen' },
  open: { step: 'closing', label: 'closing', question: 'sureClosing' },
  closing: { step: 'closure', label: 'closure', question: 'sureClosure' },
} as const;

function RoundCard({ round }: { round: Round }) {
  const words = useAdminWords();
  const shell = useShellWords();
  const moment = useMoment();
  const { house, ask } = useDesk();
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
        {round.areas.join('、')} · {words(`pool_${round.defaultPoolClass}`)} · {round.settings.coverageTargetPercent} %
      </p>
      {step !== undefined && (
        <AskTwice
          label={words(step.label)}
          question={words(step.question, { name: round.name })}
          isWorking={move.isPending}
          className={round.state === 'draft' ? 'main' : ''}
          onSure={() => move.mutate(step.step)}
        />
      )}
      <Wrong error={move.error} />
    </li>
  );
}
