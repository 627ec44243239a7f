import { useState } from 'react';
import { Refusal } from '../../every-page/house.js';
import { house, session, type BoxRecord } from '../house.js';
import { useWords as useDeskWords } from '../words.js';
import { Refused } from '../../every-page/look/refused.js';
import { keepBox } from './pack-tube.js';
import { useWords } from './words.js';

const reasons = ['wrongBox', 'notThere', 'damaged'] as const;

interface RemoveTubeProps {
  box: BoxRecord;
  barcode: string;
  /** The reason that is most likely here. */
  reason?: (typeof reasons)[number];
}

/** Takes a tube out of the box in the system, with a reason; what was packed stays on record. */
export function RemoveTube({ box, barcode, reason = 'wrongBox' }: RemoveTubeProps) {
  const words = useWords();
  const desk = useDeskWords();
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<(typeof reasons)[number]>(reason);
  const [refusal, setRefusal] = useState<Refusal>();

  async function remove(): Promise<void> {
    const params = { path: { code: box.code, barcode } };
    const body = { reason: words(`reason_${chosen}`) };
    try {
      keepBox(await session.ask(house.PUT('/api/v1/boxes/{code}/tubes/{barcode}/removal', { params, body })));
      setOpen(false);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setRefusal(error);
    }
  }

  if (!isOpen) {
    return (
      <button type="button" className="quiet" onClick={() => setOpen(true)}>
        {words('remove')} <span className="for-readers">{barcode}</span>
      </button>
    );
  }
  return (
    <div className="remove" role="group" aria-label={words('removeTitle', { barcode })}>
      <label>
        {words('removeReason')}
        <select
          value={chosen}
          onChange={(event) => setChosen(reasons.find((one) => one === event.target.value) ?? reason)}
        >
          {reasons.map((one) => (
            <option key={one} value={one}>
              {words(`reason_${one}`)}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className="danger" onClick={() => void remove()}>
        {words('remove')}
      </button>
      <button type="button" className="quiet" onClick={() => setOpen(false)}>
        {desk('cancel')}
      </button>
      <Refused refusal={refusal} />
    </div>
  );
}
