import { useEffect, useState } from 'react';
import { Loading } from '../../every-page/look/states.js';
import type { Collector } from '../collector.js';
import type { Resident, WorkingHead } from '../ground/ground.js';
import { needsOf, routeOf, type Need } from '../ground/home-visits.js';
import { useWords } from '../words.js';
import type { Work } from '../work.js';
import { Sheet } from './sheet.js';

/** The others of a household: one touch each. */
export function HouseholdSheet(props: { collector: Collector; work: Work; onBack: () => void }) {
  const { collector, work, onBack } = props;
  const words = useWords();
  return (
    <Sheet title={words('householdTitle')} onBack={onBack}>
      <p>{words('householdHint')}</p>
      <People residents={work.household} collector={collector} onChoose={(id) => work.choose(id)} />
    </Sheet>
  );
}

/** Whom to visit, building by building and door by door. All of it lies on the device. */
export function VisitsSheet(props: { collector: Collector; work: Work; head: WorkingHead; onBack: () => void }) {
  const { collector, work, head, onBack } = props;
  const words = useWords();
  const [visited, setVisited] = useState<readonly Resident[]>();
  const { people } = collector;
  useEffect(() => {
    let isOver = false;
    void people?.visited().then((found) => isOver || setVisited(found));
    return () => {
      isOver = true;
    };
  }, [people]);
  const route = visited && routeOf(visited, head.buildings ?? []);
  return (
    <Sheet title={words('homeVisitsTitle')} onBack={onBack}>
      <p>{words(route?.length === 0 ? 'nobodyToVisit' : 'homeVisitsHint')}</p>
      {route === undefined && <Loading />}
      {route?.map(({ code, name, residents }) => {
        const left = residents.filter(({ id }) => !isDone(collector, id)).length;
        return (
          <section key={code} className="building">
            <h3>
              {name} <span>{left === 0 ? words('allVisited') : words('leftToVisit', { left })}</span>
            </h3>
            <People residents={residents} collector={collector} onChoose={(id) => work.choose(id)} />
          </section>
        );
      })}
    </Sheet>
  );
}

function isDone({ table, duty }: Collector, id: string): boolean {
  return duty !== undefined && table.earlier(table.open?.roundId ?? duty.round.id, id) !== undefined;
}

function People(props: {
  residents: readonly Resident[];
  collector: Collector;
  onChoose: (residentId: string) => void;
}) {
  const { residents, collector, onChoose } = props;
  return (
    <ul className="people">
      {residents.map((resident) => (
        <PersonRow key={resident.id} resident={resident} collector={collector} onChoose={() => onChoose(resident.id)} />
      ))}
    </ul>
  );
}

function PersonRow(props: { resident: Resident; collector: Collector; onChoose: () => void }) {
  const { resident, collector, onChoose } = props;
  const words = useWords();
  const done = isDone(collector, resident.id);
  const needs = needsOf(resident, new Date().getFullYear());
  return (
    <li>
      <button type="button" className={done ? 'person done' : 'person'} onClick={onChoose}>
        <span className="name">
          {resident.door != null && <b>{words('door', { door: resident.door })} </b>}
          {resident.masked}
        </span>
        <span className="needs">
          {done && <em>= {words('done')}</em>}
          {!done && needs.map((need) => <NeedWord key={need.kind} need={need} />)}
        </span>
      </button>
    </li>
  );
}

function NeedWord({ need }: { need: Need }) {
  const words = useWords();
  const keys = { old: 'needOld', infant: 'needInfant', green: 'needGreen', single: 'needSingle' } as const;
  return <span className="need">{words(keys[need.kind], { age: need.age ?? 0 })}</span>;
}
