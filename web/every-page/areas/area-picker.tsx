import { useState } from 'react';
import { Refusal } from '../house.js';
import { Refused } from '../look/refused.js';
import type { StaffSession } from '../staff/staff-session.js';
import { useAreaWords } from './area-words.js';
import { pathWords, useAreasUnder, type Area } from './areas-under.js';

/**
 * Walks down from the city, a list for each level; wherever one stops is what is chosen. The code stands beside the name, for
 * those who have it on paper.
 */
export function AreaPicker({
  session,
  label,
  name,
  deepest = 'grid',
  onChoose,
}: {
  session: StaffSession;
  label: string;
  /** Of the field that a form reads the code from. */
  name?: string;
  /** The level below which nothing is offered. */
  deepest?: 'grid' | 'building';
  onChoose?: (code: string, area: Area | undefined) => void;
}) {
  const words = useAreaWords();
  const [path, setPath] = useState<readonly Area[]>([]);
  const chosen = path.at(-1);
  const choose = (depth: number, area: Area | undefined) => {
    const next = [...path.slice(0, depth), ...(area === undefined ? [] : [area])];
    setPath(next);
    onChoose?.(next.at(-1)?.code ?? '', next.at(-1));
  };
  return (
    <fieldset className="area-picker wide">
      <legend>{label}</legend>
      <div className="levels">
        {[undefined, ...path].map((above, depth) => (
          <Below
            key={above?.code ?? ''}
            {...{ session, deepest, above }}
            chosen={path[depth]}
            onChoose={(area) => choose(depth, area)}
          />
        ))}
      </div>
      <p className="picked" role="status">
        {chosen === undefined ? (
          <span className="quiet-text">{words('nothingPicked')}</span>
        ) : (
          <>
            {words('picked')} <strong>{pathWords(path)}</strong> <code>{chosen.code}</code>
          </>
        )}
      </p>
      {name !== undefined && <input type="hidden" name={name} value={chosen?.code ?? ''} />}
    </fieldset>
  );
}

interface BelowProps {
  session: StaffSession;
  deepest: Area['level'];
  above: Area | undefined;
  chosen: Area | undefined;
  onChoose: (area: Area | undefined) => void;
}

/** The areas directly below one, down to the deepest that is asked for. */
function Below(props: BelowProps) {
  return props.above?.level === props.deepest ? null : <Level {...props} />;
}

function Level({ session, above, chosen, onChoose }: BelowProps) {
  const words = useAreaWords();
  const areas = useAreasUnder(session, above?.code);
  if (areas.data === undefined) {
    if (areas.error === null) return <p className="quiet-text end">{words('reading')}</p>;
    if (!(areas.error instanceof Refusal)) throw areas.error;
    return <Refused refusal={areas.error} />;
  }
  const [first] = areas.data;
  if (first === undefined) return above === undefined ? <p className="warning">{words('noAreas')}</p> : null;
  return (
    <label>
      {words(first.level)}
      <select
        required={above === undefined}
        value={chosen?.code ?? ''}
        onChange={({ target }) => onChoose(areas.data.find(({ code }) => code === target.value))}
      >
        <option value="">{above === undefined ? words('choose') : words('whole', { name: above.name })}</option>
        {areas.data.map(({ code, name }) => (
          <option key={code} value={code}>
            {name} · {code}
          </option>
        ))}
      </select>
    </label>
  );
}
