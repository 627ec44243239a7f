import { Both } from './bilingual.js';
import { keyOf, type Call } from './call-queue.js';
import { runsOf } from './spoken.js';

/** The last five calls: whoever looked away finds their number and the table again. */
export function RecentCalls({ calls, lit }: { calls: Call[]; lit: ReadonlySet<string> }) {
  return (
    <section className="recent">
      <h3>
        <Both word="lastCalls" />
      </h3>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <Both word="number" />
            </th>
            <th scope="col">
              <Both word="tableShort" />
            </th>
          </tr>
        </thead>
        <tbody>
          {calls.map((call) => (
            <tr key={keyOf(call)} className={lit.has(keyOf(call)) ? 'lit' : undefined}>
              <td>
                {runsOf(call.labels)
                  .map(([first, last]) => (first === last ? first : `${first}–${last}`))
                  .join('  ')}
              </td>
              <td>{call.station}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
