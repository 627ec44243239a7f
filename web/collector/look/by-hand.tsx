import { useEffect, useEffectEvent, useState } from 'react';
import { judgeIdNumber, type IdEntry } from '../codes/id-number.js';
import { useWords, type WordKey } from '../words.js';
import { Keypad } from './keypad.js';

/** An ID number typed in, when a card cannot be scanned. Whether it can be right shows with each key. */
export function ByHand({ onEntered, onBack }: { onEntered: (number: string) => void; onBack: () => void }) {
  const words = useWords();
  const [typed, setTyped] = useState('');
  const entry = judgeIdNumber(typed);
  const press = (key: string) => setTyped((before) => (before.length < 18 ? before + key : before));
  const erase = () => setTyped((before) => before.slice(0, -1));
  const enter = () => {
    if (entry.state === 'right') onEntered(entry.number);
  };
  const typeKey = useEffectEvent((event: KeyboardEvent) => {
    if (/^[\dxX]$/u.test(event.key)) press(event.key.toUpperCase());
    else if (event.key === 'Backspace') erase();
    else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) enter();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => typeKey(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
  return (
    <section className="sheet by-hand" aria-label={words('byHand')}>
      <div className="sheet-body">
        <h2>{words('idNumber')}</h2>
        <output className="typed" aria-live="off">
          {grouped(typed)}
        </output>
        <p className={`entry ${entry.state}`} role="status">
          {words(wordOf(entry), entry.state === 'typing' ? { left: entry.left } : {})}
        </p>
      </div>
      <Keypad letter onKey={press} onErase={erase} />
      <div className="sheet-actions">
        <button type="button" onClick={onBack}>
          {words('back')}
        </button>
        <button type="button" className="main" disabled={entry.state !== 'right'} onClick={enter}>
          {words('enterIt')}
        </button>
      </div>
    </section>
  );
}

/** As it is printed on the card: six, eight, four. */
function grouped(typed: string): string {
  return [typed.slice(0, 6), typed.slice(6, 14), typed.slice(14)].filter((part) => part !== '').join(' ');
}

function wordOf(entry: IdEntry): WordKey {
  if (entry.state === 'typing') return 'signsLeft';
  if (entry.state === 'right') return 'idRight';
  return entry.why === 'date' ? 'idDateWrong' : 'idCheckWrong';
}
