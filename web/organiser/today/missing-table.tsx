import { Table, type Column } from '../table.js';
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

const placeOf = ({ areaName, door }: MissingPerson) => `${areaName} · ${door}`;

export function MissingTable({ people, seen, selection, onLook }: Given) {
  const words = useMissingWords();
  const choice: Column<MissingPerson>[] =
    selection === undefined
      ? []
      : [{ head: words('choice'), kind: 'choice', cell: (person) => <Chosen person={person} {...selection} /> }];
  const look: Column<MissingPerson>[] =
    onLook === undefined
      ? []
      : [{ head: words('unmask'), kind: 'acts', cell: (person) => <Look person={person} onLook={onLook} /> }];
  const clearOf = ({ residentId }: MissingPerson) => seen.get(residentId);
  const columns: Column<MissingPerson>[] = [
    ...choice,
    { head: words('place'), cell: placeOf },
    {
      head: words('name'),
      kind: 'name',
      cell: (person) => <Shown clear={clearOf(person)?.name} masked={person.maskedName} />,
    },
    {
      head: words('document'),
      kind: 'code',
      cell: (person) => <Shown clear={clearOf(person)?.document} masked={person.maskedDocument} />,
    },
    {
      head: words('phone'),
      kind: 'code',
      cell: (person) => <Shown clear={clearOf(person)?.phone} masked={person.maskedPhone} isPhone />,
    },
    { head: words('reason'), cell: (person) => <Reason person={person} /> },
    {
      head: words('visitor'),
      cell: ({ visitor }) => visitor ?? <span className="quiet-text">{words('nobodyAssigned')}</span>,
    },
    ...look,
  ];
  return (
    <Table
      isPanel
      className="missing"
      label={words('title')}
      columns={columns}
      rows={people}
      keyOf={({ residentId }) => residentId}
    />
  );
}

function Shown({
  clear,
  masked,
  isPhone = false,
}: {
  clear: string | null | undefined;
  masked: string | null;
  isPhone?: boolean;
}) {
  if (clear == null) return masked ?? '—';
  return <span className="in-clear">{isPhone ? <a href={`tel:${clear}`}>{clear}</a> : clear}</span>;
}

function Chosen({ person, selected, select }: { person: MissingPerson } & NonNullable<Given['selection']>) {
  const words = useMissingWords();
  const toggle = (isOn: boolean) => {
    const next = new Set(selected);
    if (isOn) next.add(person.residentId);
    else next.delete(person.residentId);
    select(next);
  };
  return (
    <label className="tick alone">
      <input
        type="checkbox"
        aria-label={words('select', { name: person.maskedName, place: placeOf(person) })}
        checked={selected.has(person.residentId)}
        onChange={({ target }) => toggle(target.checked)}
      />
    </label>
  );
}

function Reason({ person }: { person: MissingPerson }) {
  const words = useMissingWords();
  const moment = useMoment();
  const now = useNow(60_000);
  const isOverdue = person.deadline !== null && Date.parse(person.deadline) < now.getTime();
  return (
    <>
      {words(`reason_${person.reason}`)}
      {person.lane !== 'general' && <small>{words(`lane_${person.lane}`)}</small>}
      {person.homeVisit && person.reason !== 'home-visit-due' && <small>{words('homeVisit')}</small>}
      {person.deadline !== null && (
        <small className={isOverdue ? 'late-mark' : undefined}>
          {words('due')} {moment(person.deadline)} {isOverdue && words('overdue')}
        </small>
      )}
    </>
  );
}

function Look({ person, onLook }: { person: MissingPerson; onLook: (person: MissingPerson) => void }) {
  const words = useMissingWords();
  return (
    <button
      type="button"
      className="quiet"
      aria-label={words('unmaskOf', { name: `${person.maskedName} ${placeOf(person)}` })}
      onClick={() => onLook(person)}
    >
      {words('unmask')}
    </button>
  );
}
