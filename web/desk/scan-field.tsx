import { useState, type SubmitEvent } from 'react';
import { useWedge } from '../every-page/scan/use-wedge.js';
import { useWords } from './words.js';

/** Takes codes from a scanner, whatever has the focus, and from somebody who types. */
export function ScanField({ label, onCode }: { label: string; onCode: (code: string) => void }) {
  const words = useWords();
  const [typed, setTyped] = useState('');
  useWedge((code) => onCode(code.trim()));
  function send(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (typed.trim() !== '') onCode(typed.trim());
    setTyped('');
  }
  return (
    <form className="scan-field" onSubmit={send}>
      <label>
        {label}
        <input
          name="code"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={256}
        />
      </label>
      <button type="submit">{words('enter')}</button>
    </form>
  );
}
