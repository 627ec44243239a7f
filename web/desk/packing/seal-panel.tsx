import { useState, type SubmitEvent } from 'react';
import { Refusal } from '../../every-page/house.js';
import { useLanguage } from '../../every-page/language-context.js';
import { house, session, type BoxRecord } from '../house.js';
import { sound } from '../../every-page/verdict/verdict-sound.js';
import { keepBox } from './pack-tube.js';
import { useWords } from './words.js';

interface SealPanelProps {
  box: BoxRecord;
  /** Codes that were scanned and not judged yet. */
  waiting: number;
  onRecount: () => void;
}

/** What lies on the table is compared with what the system holds; where they differ, the box stays open. */
export function SealPanel({ box, waiting, onRecount }: SealPanelProps) {
  const words = useWords();
  const language = useLanguage();
  const [counted, setCounted] = useState('');
  const [refusal, setRefusal] = useState<Refusal>();
  const [isSealing, setSealing] = useState(false);

  async function seal(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    setSealing(true);
    setRefusal(undefined);
    try {
      const params = { path: { code: box.code } };
      const body = { countedTubes: Number(counted) };
      keepBox(await session.ask(house.PUT('/api/v1/boxes/{code}/seal', { params, body })));
      sound('right');
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      sound('wrong');
      setRefusal(error);
      setSealing(false);
    }
  }

  return (
    <section className="panel seal">
      <h2>{words('sealTitle')}</h2>
      <form onSubmit={(event) => void seal(event)}>
        <label>
          {words('counted')}
          <input
            name="counted"
            inputMode="numeric"
            pattern="[0-9]{1,4}"
            required
            autoComplete="off"
            value={counted}
            onChange={(event) => setCounted(event.target.value.replace(/\D/gu, '').slice(0, 4))}
          />
        </label>
        <button type="submit" className="main" disabled={isSealing || waiting > 0 || counted === ''}>
          {words(isSealing ? 'sealing' : 'seal')}
        </button>
      </form>
      {waiting > 0 && <p className="hint">{words('sealWaits', { count: waiting })}</p>}
      {refusal !== undefined && (
        <div className="wrong" role="alert">
          {refusal.code === 'counted-tubes-differ' ? (
            <Differ refusal={refusal} onRecount={onRecount} />
          ) : (
            <p>{refusal.messages[language]}</p>
          )}
        </div>
      )}
    </section>
  );
}

function Differ({ refusal, onRecount }: { refusal: Refusal; onRecount: () => void }) {
  const words = useWords();
  const { counted, known } = refusal.more as { counted: number; known: number };
  return (
    <>
      <p>
        <b>{words('differ', { counted, known, gap: Math.abs(counted - known) })}</b>
      </p>
      <p>{words('differHint')}</p>
      <button type="button" onClick={onRecount}>
        {words('recount')}
      </button>
    </>
  );
}
