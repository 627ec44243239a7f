import { useRef, useState, type SubmitEvent } from 'react';
import { Refusal } from '../../every-page/house.js';
import { house, memory, session, type Contradiction } from '../house.js';
import { Refused } from '../../every-page/look/refused.js';
import { typedText } from '../typed-text.js';
import { momentText } from '../moments.js';
import { useWords as useDeskWords } from '../words.js';
import type { Told } from './proposal.js';
import { useWords } from './words.js';

type Decision = 'apply' | 'dismiss';

interface ContradictionCardProps {
  held: Contradiction;
  mayDecide: boolean;
  onDone: Told;
}

/** A laboratory says otherwise than before: somebody who did not upload it decides, with a reason. */
export function ContradictionCard({ held, mayDecide, onDone }: ContradictionCardProps) {
  const words = useWords();
  const desk = useDeskWords();
  const [refusal, setRefusal] = useState<Refusal>();
  // Old browsers do not say which button sent the form.
  const wish = useRef<Decision>('apply');
  const { barcode, version, labCode, outcome, currentOutcome, testedAt, heldSince } = held;

  async function decide(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const decision = wish.current;
    const reason = typedText(event.currentTarget, 'reason');
    setRefusal(undefined);
    try {
      const params = { path: { barcode, version } };
      const body = { decision, reason };
      await session.ask(house.PUT('/api/v1/lab/contradictions/{barcode}/{version}/decision', { params, body }));
      onDone((say) => say('because', { what: barcode, why: say(decision === 'apply' ? 'applied' : 'dismissed') }));
      await memory.invalidateQueries({ queryKey: ['waiting'] });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setRefusal(error);
    }
  }

  return (
    <li className="panel proposal">
      <h3>
        <code>{barcode}</code>
      </h3>
      <p className="by">
        {words('testedAt', { lab: labCode, time: momentText(testedAt) })} ·{' '}
        {words('heldSince', { time: momentText(heldSince) })}
      </p>
      <dl className="change">
        <div>
          <dt>{words('countsNow')}</dt>
          <dd className={currentOutcome}>{desk(`outcome_${currentOutcome}`)}</dd>
        </div>
        <div className="to">
          <dt>{words('labSays')}</dt>
          <dd className={outcome}>{desk(`outcome_${outcome}`)}</dd>
        </div>
      </dl>
      {mayDecide && (
        <form className="settling" onSubmit={(event) => void decide(event)}>
          <label>
            {words('decisionReason')}
            <input name="reason" required maxLength={500} autoComplete="off" />
          </label>
          <p className="row">
            <button type="submit" className="main" onClick={() => (wish.current = 'apply')}>
              {words('apply')}
            </button>
            <button type="submit" onClick={() => (wish.current = 'dismiss')}>
              {words('dismiss')}
            </button>
          </p>
        </form>
      )}
      <Refused refusal={refusal} />
    </li>
  );
}
