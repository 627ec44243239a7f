import { useMoment, useNow } from '../times.js';
import type { InClear, MissingPerson } from './missing-data.js';
import { useMissingWords } from './missing-words.js';

interface Given {
  people: readonly MissingPerson[];
  seen: ReadonlyMap<string, InClear>;
  /** Undefined for those who assign nobody. */
  selection: { selected: ReadonlySet<string>; select: (ids: ReadonlySet<string>) => void } | undefined;
  onLook: ((person: MissingPerson) => void) | undefined;
}

export function MissingTable({ people, seen, selection, onLook }: Given) {
  const words = useMissingWords();
  const ids = people.map(({ residentId }) => residentId);
  return (
    <div className="scroll panel" tabIndex={0} role="region" aria-label={words('title')}>
      <table className="missing">
        <thead>
          <tr>
            {selection !== undefined && (
              <th scope="col">
                <input
                  type="checkbox"
                  aria-label={words('selectAll')}
                  checked={ids.every((id) => selection.selected.has(id))}
                  onChange={({ target }) => selection.select(new Set(target.checked ? ids : []))}
                />
              </th>
            )}
            <th scope="col">{words('place')}</th>
            <th scope="col">{words('name')}</th>
            <th scope="col">{words('document')}</th>
            <th scope="col">{words('phone')}</th>
            <th scope="col">{words('reason')}</th>
            <th scope="col">{words('visitor')}</th>
            {onLook !== undefined && (
              <th scope="col">
                <span className="for-readers">{words('unmask')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <Row
              key={person.residentId}
              person={person}
              clear={seen.get(person.residentId)}
              selection={selection}
              onLook={onLook}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({
  person,
  clear,
  selection,
  onLook,
}: {
  person: MissingPerson;
  clear: InClear | undefined;
  selection: Given['selection'];
  onLook: Given['onLook'];
}) {
  const words = useMissingWords();
  const moment = useMoment();
  const now = useNow(60_000);
  const place = `${person.areaName} · ${person.door}`;
  const isOverdue = person.deadline !== null && Date.parse(person.deadline) < now.getTime();
  const toggle = (isOn: boolean) => {
    if (selection === undefined) return;
    const next = new Set(selection.selected);
    if (isOn) next.add(person.residentId);
    else next.delete(person.residentId);
    selection.select(next);
  };
  return (
    <tr data-resident={person.residentId}>
      {selection !== undefined && (
        <td>
          <input
            type="checkbox"
            aria-label={words('select', { name: person.maskedName, place })}
            checked={selection.selected.has(person.residentId)}
            onChange={({ target }) => toggle(target.checked)}
          />
        </td>
      )}
      <td>{place}</td>
      <th scope="row" className={clear?.name == null ? undefined : 'in-clear'}>
        {clear?.name ?? person.maskedName}
      </th>
      <td className={clear?.document == null ? 'mono' : 'mono in-clear'}>
        {clear?.document ?? person.maskedDocument ?? '—'}
      </td>
      <td className={clear?.phone == null ? 'mono' : 'mono in-clear'}>
        {clear?.phone == null ? (person.maskedPhone ?? '—') : <a href={`tel:${clear.phone}`}>{clear.phone}</a>}
      </td>
      <td>
        {words(`reason_${person.reason}`)}
        {person.lane !== 'general' && <small>{words(`lane_${person.lane}`)}</small>}
        {person.homeVisit && person.reason !== 'home-visit-due' && <small>{words('homeVisit')}</small>}
        {person.deadline !== null && (
          <small className={isOverdue ? 'late-mark' : undefined}>
            {words('due')} {moment(person.deadline)} {isOverdue && words('overdue')}
          </small>
        )}
      </td>
      <td>{person.visitor ?? <span className="quiet-text">{words('nobodyAssigned')}</span>}</td>
      {onLook !== undefined && (
        <td>
          <button
            type="button"
            className="quiet"
            aria-label={words('unmaskOf', { name: `${person.maskedName} ${place}` })}
            onClick={() => onLook(person)}
          >
            {words('unmask')}
          </button>
        </td>
      )}
    </tr>
  );
}
