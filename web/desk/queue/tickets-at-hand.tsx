import { clockTime } from '../../every-page/clock-time.js';
import { Trouble } from '../../every-page/look/states.js';
import { useStep, type Step, type Ticket } from './use-queue.js';
import { useWords } from './words.js';

const stepsOf: Record<'called' | 'missed' | 'waiting', readonly Step[]> = {
  called: ['service', 'recall', 'miss'],
  missed: ['return'],
  waiting: [],
};
const nobodyOf = { called: 'nobodyCalled', missed: 'nobodyMissed', waiting: 'nobodyNext' } as const;
const titleOf = { called: 'called', missed: 'missed', waiting: 'next' } as const;
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The tickets of one state, each with what may become of it. */
export function TicketsAtHand(props: { siteId: string; tickets: Ticket[]; state: 'called' | 'missed' | 'waiting' }) {
  const words = useWords();
  const step = useStep(props.siteId);
  const tickets = props.tickets.filter(({ state }) => state === props.state);
  return (
    <section className={`panel tickets ${props.state}`}>
      <h2>{words(titleOf[props.state])}</h2>
      {step.error !== null && <Trouble error={step.error} />}
      {tickets.length === 0 && <p className="hint">{words(nobodyOf[props.state])}</p>}
      <ul>
        {tickets.map(({ id, label, partySize, station, calledAt }) => (
          <li key={id}>
            <b>{label}</b>
            <span className="hint">
              {words('party', { count: partySize })}
              {station !== null && ` · ${words('table', { number: station })}`}
              {calledAt !== null && ` · ${words('since', { time: clockTime(calledAt, zone) })}`}
            </span>
            <span className="steps">
              {stepsOf[props.state].map((each) => (
                <button
                  key={each}
                  type="button"
                  aria-label={`${label} ${words(each)}`}
                  disabled={step.isPending && step.variables.id === id}
                  onClick={() => step.mutate({ id, step: each })}
                >
                  {words(each)}
                </button>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
