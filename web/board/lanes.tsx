import { Both } from './bilingual.js';
import type { BoardFrame } from './board-frame.js';

type Lane = BoardFrame['lanes'][number];

/** How many wait in each lane and for how long, for whoever comes now. */
export function Lanes({ lanes }: { lanes: Lane[] }) {
  return (
    <section className="lanes">
      {lanes.map((lane) => (
        <article key={lane.lane} className={lane.lane}>
          <h3>
            <Both word={`lane_${lane.lane}`} />
          </h3>
          <p className="ahead">
            {lane.waitingPeople === 0 ? (
              <Both word="noQueue" />
            ) : (
              <Both word="peopleAhead" values={{ count: lane.waitingPeople }} />
            )}
          </p>
          {lane.waitingPeople > 0 && (
            <p className="wait">
              {lane.wait === null ? (
                <Both word="minutesUnknown" />
              ) : (
                <Both word="minutes" values={{ from: lane.wait.fromMinutes, to: lane.wait.toMinutes }} />
              )}
            </p>
          )}
        </article>
      ))}
    </section>
  );
}
