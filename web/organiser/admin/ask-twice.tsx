import { useEffect, useRef, useState } from 'react';
import { useShellWords } from '../shell-words.js';
import { useAdminWords } from './admin-words.js';

/** A button for what cannot be taken back: it asks once more, in words that say what happens. */
export function AskTwice({
  label,
  question,
  isWorking,
  className,
  onSure,
}: {
  label: string;
  question: string;
  isWorking: boolean;
  className?: string;
  onSure: () => void;
}) {
  const [isAsking, ask] = useState(false);
  return (
    <>
      <button type="button" className={className} disabled={isWorking} onClick={() => ask(true)}>
        {label}
      </button>
      {isAsking && <Question question={question} onClose={() => ask(false)} onSure={onSure} />}
    </>
  );
}

function Question({ question, onClose, onSure }: { question: string; onClose: () => void; onSure: () => void }) {
  const words = useAdminWords();
  const shell = useShellWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} onClose={onClose} aria-label={question}>
      <p>{question}</p>
      <p className="buttons">
        <button type="button" onClick={() => dialog.current?.close()}>
          {shell('cancel')}
        </button>
        <button
          type="button"
          className="main"
          onClick={() => {
            onSure();
            dialog.current?.close();
          }}
        >
          {words('sure')}
        </button>
      </p>
    </dialog>
  );
}
