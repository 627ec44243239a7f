import { useState, type SubmitEvent } from 'react';
import { Refusal } from '../../every-page/house.js';
import { house, memory, session } from '../house.js';
import { Refused } from '../../every-page/look/refused.js';
import { typedText } from '../typed-text.js';
import { useWords } from './words.js';

/** The tube cannot be found: whoever looked for it says so, and its people are asked to come again. */
export function LossForm({ barcode }: { barcode: string }) {
  const words = useWords();
  const [refusal, setRefusal] = useState<Refusal>();

  async function declare(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const reason = typedText(event.currentTarget, 'reason');
    setRefusal(undefined);
    try {
      const params = { path: { barcode } };
      await session.ask(house.PUT('/api/v1/tubes/{barcode}/loss', { params, body: { reason } }));
      await memory.invalidateQueries({ queryKey: ['work'] });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setRefusal(error);
    }
  }

  return (
    <form className="settling" onSubmit={(event) => void declare(event)}>
      <p className="hint">{words('declareLostHint')}</p>
      <label>
        {words('note')}
        <input name="reason" required maxLength={500} autoComplete="off" />
      </label>
      <button type="submit" className="danger">
        {words('declareLost')}
      </button>
      <Refused refusal={refusal} />
    </form>
  );
}
