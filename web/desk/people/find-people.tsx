import { useState, type SubmitEvent } from 'react';
import { AreaPicker } from '../../every-page/areas/area-picker.js';
import { useWedge } from '../../every-page/scan/use-wedge.js';
import { session } from '../house.js';
import { typedText } from '../typed-text.js';
import { questionOf, type Question } from './found.js';
import { useWords } from './words.js';

/** Asks for somebody by a number that was typed or read, or for everybody in a building. */
export function FindPeople({ isBusy, onAsk }: { isBusy: boolean; onAsk: (question: Question) => void }) {
  const words = useWords();
  const [isPassport, setPassport] = useState(false);
  const [area, setArea] = useState('');
  const [number, setNumber] = useState('');
  const [hasCode, setHasCode] = useState(false);
  useWedge((code) => {
    const isCode = code.startsWith('SH1.');
    setHasCode(isCode);
    if (isCode) return;
    setNumber(code);
    onAsk(questionOf(code, ''));
  });
  function send(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    setHasCode(false);
    onAsk(questionOf(number, isPassport ? typedText(event.currentTarget, 'nationality') : ''));
  }
  return (
    <div className="panel find-people">
      <form onSubmit={send} autoComplete="off">
        <label>
          {words('number')}
          <input
            name="number"
            value={number}
            onChange={({ target }) => setNumber(target.value)}
            required
            minLength={4}
            maxLength={64}
            autoCapitalize="characters"
            spellCheck={false}
          />
        </label>
        {isPassport && (
          <label>
            {words('nationality')}
            <input name="nationality" required maxLength={40} spellCheck={false} />
          </label>
        )}
        <label className="tick">
          <input type="checkbox" checked={isPassport} onChange={({ target }) => setPassport(target.checked)} />
          {words('isPassport')}
        </label>
        <button type="submit" className="main" disabled={isBusy}>
          {words('find')}
        </button>
      </form>
      {hasCode && (
        <p className="hint" role="status">
          {words('hasCode')}
        </p>
      )}
      <details>
        <summary>{words('byArea')}</summary>
        <AreaPicker session={session} label={words('area')} deepest="building" onChoose={setArea} />
        <button type="button" disabled={isBusy || area === ''} onClick={() => onAsk({ area })}>
          {words('findThere')}
        </button>
      </details>
    </div>
  );
}
