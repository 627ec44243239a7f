import { useState, type SubmitEvent } from 'react';
import { Refusal } from '../../every-page/house.js';
import { Refused } from '../../every-page/look/refused.js';
import { sound } from '../../every-page/verdict/verdict-sound.js';
import { VerdictSign } from '../../every-page/verdict/verdict-sign.js';
import { typedText } from '../typed-text.js';
import type { Credentials, NotSecond } from './report-file.js';
import { useWords } from './report-words.js';

/**
 * Whoever hands a file in does not decide alone what is positive: a colleague looks at the tubes above and signs here, as
 * themselves. @param onSign tells why somebody is no second person, when they are not
 */
export function SecondLook({ onSign }: { onSign: (who: Credentials) => Promise<NotSecond | undefined> }) {
  const words = useWords();
  const [wrong, setWrong] = useState<Refusal | NotSecond>();
  const [isSigning, setSigning] = useState(false);

  async function sign(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const { currentTarget: form } = event;
    const typed = new FormData(form).get('password');
    setSigning(true);
    setWrong(undefined);
    try {
      const code = typedText(form, 'code');
      const problem = await onSign({
        username: typedText(form, 'username'),
        password: typeof typed === 'string' ? typed : '',
        ...(code === '' ? {} : { code }),
      });
      if (problem !== undefined) {
        sound('wrong');
        setWrong(problem);
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      sound('wrong');
      setWrong(error);
    } finally {
      setSigning(false);
    }
  }

  return (
    <form className="second-look" autoComplete="off" onSubmit={(event) => void sign(event)}>
      <h3>{words('secondLook')}</h3>
      <p className="hint">{words('secondLookHint')}</p>
      <label>
        {words('colleague')}
        <input
          name="username"
          required
          autoFocus
          maxLength={64}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      </label>
      <label>
        {words('colleaguePassword')}
        <input name="password" type="password" required maxLength={256} autoComplete="off" />
      </label>
      <label>
        {words('colleagueCode')}
        <input name="code" inputMode="numeric" autoComplete="off" maxLength={32} />
      </label>
      {wrong instanceof Refusal && <Refused refusal={wrong} />}
      {typeof wrong === 'string' && (
        <p className="wrong" role="alert">
          {words(wrong)}
        </p>
      )}
      <button type="submit" className="main" disabled={isSigning}>
        {words(isSigning ? 'signingReview' : 'signReview')}
      </button>
    </form>
  );
}

/** A colleague has looked at the positives and signed. */
export function SecondLookDone() {
  const words = useWords();
  return (
    <p className="agrees" role="status">
      <VerdictSign tone="right" /> {words('reviewSigned')}
    </p>
  );
}
