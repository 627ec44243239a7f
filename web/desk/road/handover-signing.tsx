import { useState, type SubmitEvent } from 'react';
import { Refusal } from '../../every-page/house.js';
import { session, type BoxRecord } from '../house.js';
import { sound } from '../../every-page/verdict/verdict-sound.js';
import { Refused } from '../../every-page/look/refused.js';
import { typedText } from '../typed-text.js';
import { VerdictSign } from '../../every-page/verdict/verdict-sign.js';
import { sign, type Signature, type Step } from './handover.js';
import { useWords } from './words.js';

interface HandoverSigningProps {
  step: Step;
  boxes: readonly BoxRecord[];
  onTakeOff: (code: string) => void;
  onSigned: () => void;
  onNext: () => void;
}

/** Both sides sign: whoever gives by name, whoever takes by being signed in. Each box by itself; what failed can be tried again. */
export function HandoverSigning({ step, boxes, onTakeOff, onSigned, onNext }: HandoverSigningProps) {
  const words = useWords();
  const [outcome, setOutcome] = useState<ReadonlyMap<string, 'signed' | Refusal>>(new Map());
  const [isSigning, setSigning] = useState(false);
  const signed = boxes.filter(({ code }) => outcome.get(code) === 'signed').length;
  const isDone = boxes.length > 0 && signed === boxes.length;

  async function send(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const { currentTarget: form } = event;
    const signature: Signature = {
      givenBy: typedText(form, 'givenBy'),
      plate: typedText(form, 'plate'),
      hubCode: typedText(form, 'hubCode'),
    };
    setSigning(true);
    let failed = 0;
    for (const box of boxes) {
      const said = outcome.get(box.code) === 'signed' ? 'signed' : await signOne(box, signature);
      failed += said === 'signed' ? 0 : 1;
      setOutcome((before) => new Map(before).set(box.code, said));
    }
    setSigning(false);
    sound(failed === 0 ? 'right' : 'wrong');
    if (failed === 0) onSigned();
  }

  async function signOne(box: BoxRecord, signature: Signature): Promise<'signed' | Refusal> {
    try {
      await sign(step, box, signature);
      return 'signed';
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }

  return (
    <section className="panel signing">
      <h2>
        {words('listTitle', {
          boxes: words('boxesOf', { count: boxes.length }),
          tubes: words('tubesOf', { count: boxes.reduce((sum, { tubes }) => sum + tubes, 0) }),
        })}
      </h2>
      {boxes.length === 0 && <p className="hint">{words('listEmpty')}</p>}
      <ul className="tubes">
        {boxes.map(({ code, tubes }) => {
          const said = outcome.get(code);
          return (
            <li key={code}>
              {said === 'signed' && <VerdictSign tone="right" />}
              <code>{code}</code>
              <span>{words('tubesOf', { count: tubes })}</span>
              {said === 'signed' && <b className="tone-right">{words('signed')}</b>}
              {said instanceof Refusal && <Refused refusal={said} />}
              {said !== 'signed' && (
                <button type="button" className="quiet" onClick={() => onTakeOff(code)}>
                  {words('takeOff')} <span className="for-readers">{code}</span>
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {isDone ? (
        <div className="agrees" role="status">
          <h3>{words('allSigned', { count: boxes.length })}</h3>
          <p>{words('allSignedHint')}</p>
          <button type="button" className="main" onClick={onNext}>
            {words('next')}
          </button>
        </div>
      ) : (
        <form onSubmit={(event) => void send(event)}>
          {step === 'dispatch' ? (
            <>
              <label>
                {words('giver')}
                <input
                  name="givenBy"
                  required
                  maxLength={64}
                  autoComplete="off"
                  autoCapitalize="none"
                  spellCheck={false}
                />
              </label>
              <p className="hint">{words('giverHint')}</p>
              <label>
                {words('plate')}
                <input name="plate" maxLength={20} autoComplete="off" />
              </label>
            </>
          ) : (
            <label>
              {words('hub')}
              <input name="hubCode" required maxLength={64} autoComplete="off" />
            </label>
          )}
          <p>{words('taker', { name: session.current()?.staff.displayName ?? '' })}</p>
          <button type="submit" className="main" disabled={boxes.length === 0 || isSigning}>
            {isSigning ? words('signing') : words(`sign_${step}`, { count: boxes.length })}
          </button>
        </form>
      )}
    </section>
  );
}
