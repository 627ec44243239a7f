import { useState } from 'react';
import { uuidv7 } from 'uuidv7';
import { Trouble } from '../../every-page/look/states.js';
import { useTake, type Lane } from './use-queue.js';
import { useWords } from './words.js';

/** A number for somebody who has no phone. */
export function TakeForSomebody({ siteId, lanes }: { siteId: string; lanes: Lane[] }) {
  const words = useWords();
  const [partySize, setPartySize] = useState(1);
  const [lane, setLane] = useState<Lane>('general');
  const take = useTake(siteId);
  return (
    <form
      className="panel take"
      onSubmit={(event) => {
        event.preventDefault();
        take.mutate({ id: uuidv7(), partySize, lane });
      }}
    >
      <h2>{words('take')}</h2>
      <p className="hint">{words('takeHint')}</p>
      <div className="fields">
        <label>
          {words('howMany')}
          <input
            type="number"
            min={1}
            max={50}
            value={partySize}
            onChange={(event) => setPartySize(Math.max(1, event.target.valueAsNumber || 1))}
          />
        </label>
        <label>
          {words('lane')}
          <select value={lane} onChange={(event) => setLane(event.target.value as Lane)}>
            {lanes.map((each) => (
              <option key={each} value={each}>
                {words(`lane_${each}`)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" disabled={take.isPending}>
          {words('give')}
        </button>
      </div>
      {take.error !== null && <Trouble error={take.error} />}
      {take.data !== undefined && (
        <p className="given" role="status">
          {words('given')} <b>{take.data.label}</b>
        </p>
      )}
    </form>
  );
}
