import { useState } from 'react';
import { Wrong } from '../desk.js';
import { pathWords, useAreasUnder, type Area } from './areas.js';
import { usePickWords } from './pick-words.js';

/**
 * Walks down from the city, a list for each level; wherever one stops is what is chosen. The code stands beside the name, for
 * those who have it on paper.
 */
export function AreaPicker({
  label,
  name,
  onChoose,
}: {
  label: string;
  /** Of the field that a form reads the code from. */
  name?: string;
  onChoose?: (code: string) => void;
}) {
  const words = usePickWords();
  const [path, setPath] = useState<readonly Area[]>([]);
  const chosen = path.at(-1);
  const choose = (depth: number, area: Area | undefined) => {
    const next = [...path.slice(0, depth), ...(area === undefined ? [] : [area])];
    setPath(next);
    onChoose?.(next.at(-1)?.code ?? '');
  };
  return (
    <fieldset className="area-picker wide">
      <legend>{label}</legend>
      <div className="fields">
        {[undefined, ...path].map((above, depth) => (
          <Below key={above?.code ?? ''} above={above} chosen={path[depth]} onChoose={(area) => choose(depth, area)} />
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

/** The areas directly below one. Nobody answers for less than a grid. */
function Below({
  above,
  chosen,
  onChoose,
}: {
  above: Area | undefined;
  chosen: Area | undefined;
  onChoose: (area: Area | undefined) => void;
}) {
  return above?.level === 'grid' ? null : <Level above={above} chosen={chosen} onChoose={onChoose} />;
}

function Level({ above, chosen, onChoose }: Parameters<typeof Below>[0]) {
  const words = usePickWords();
  const areas = useAreasUnder(above?.code);
  if (areas.data === undefined) {
    return areas.error === null ? <p className="quiet-text end">{words('reading')}</p> : <Wrong error={areas.error} />;
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
