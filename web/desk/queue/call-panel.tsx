import { useState } from 'react';
import { uuidv7 } from 'uuidv7';
import type { paths } from '../../../contract/client.js';
import { Trouble } from '../../every-page/look/states.js';
import { useCall, type Queue } from './use-queue.js';
import { useWords } from './words.js';

type Station =
  paths['/api/v1/sites/{id}/stations']['get']['responses'][200]['content']['application/json']['items'][number];

/** A tube holds so many: a table often calls as many at once. */
const many = 10;

/** Calls the next in line to a table; what was called stands there until the next call. */
export function CallPanel({ siteId, stations, queue }: { siteId: string; stations: Station[]; queue: Queue }) {
  const words = useWords();
  const [stationId, setStationId] = useState(stations[0]?.id);
  const call = useCall(siteId);
  const station = stations.find(({ id }) => id === stationId);
  const waiting = queue.lanes.find(({ lane }) => lane === station?.lane)?.waitingTickets ?? 0;
  function callOut(count: number): void {
    if (stationId !== undefined) call.mutate({ id: uuidv7(), stationId, count });
  }
  const called = call.data;
  return (
    <section className="panel call-panel">
      <fieldset>
        <legend>{words('whichTable')}</legend>
        <div className="tables">
          {stations.map(({ id, number, lane }) => (
            <label key={id} className={id === stationId ? 'chosen' : undefined}>
              <input type="radio" name="station" checked={id === stationId} onChange={() => setStationId(id)} />
              {words('table', { number })}
              <small>{words(`lane_${lane}`)}</small>
            </label>
          ))}
        </div>
      </fieldset>
      <p className="call-buttons">
        <button type="button" className="main" disabled={call.isPending || waiting === 0} onClick={() => callOut(1)}>
          {words(call.isPending ? 'calling' : 'callNext')}
        </button>
        <button type="button" disabled={call.isPending || waiting === 0} onClick={() => callOut(many)}>
          {words('callMany', { count: many })}
        </button>
      </p>
      {waiting === 0 && <p className="hint">{words('nobodyWaits')}</p>}
      {call.error !== null && <Trouble error={call.error} />}
      {called !== undefined && called.tickets.length > 0 && (
        <p className="just-called" role="status">
          <span>{words('calledNow')}</span>
          <b>{called.tickets.map(({ label }) => label).join('  ')}</b>
          <span>→ {words('table', { number: called.station })}</span>
        </p>
      )}
    </section>
  );
}
