import { useQuery } from '@tanstack/react-query';
import { useAct, useDesk, Wrong } from '../desk.js';
import { useAccounts } from '../today/round-data.js';
import { localInput, useMoment } from '../times.js';
import { useAdminWords } from './admin-words.js';
import { momentOf, onSubmit } from './form.js';

const lanes = ['general', 'green', 'single'] as const;

/** The tables of a site, and who sits at them from when to when. */
export function SiteTables({ siteId }: { siteId: string }) {
  const words = useAdminWords();
  const { house, ask } = useDesk();
  const path = { id: siteId };
  const tables = useQuery({
    queryKey: ['tables', siteId],
    queryFn: async () => (await ask(house.GET('/api/v1/sites/{id}/stations', { params: { path } }))).items,
  });
  const add = useAct((body: { number: number; lane: (typeof lanes)[number] }) =>
    ask(house.POST('/api/v1/sites/{id}/stations', { params: { path }, body })),
  );
  const known = tables.data ?? [];
  return (
    <section className="panel" aria-labelledby="tables">
      <h2 id="tables">{words('tables')}</h2>
      <ul className="chips">
        {known.map(({ id, number, lane }) => (
          <li key={id}>
            {words('table', { number })} · {words(`lane_${lane}`)}
          </li>
        ))}
      </ul>
      <form
        className="fields"
        key={known.length}
        onSubmit={onSubmit((text) =>
          add.mutate({ number: Number(text('number')), lane: lanes.find((one) => one === text('lane')) ?? 'general' }),
        )}
      >
        <label>
          {words('number')}
          <input
            name="number"
            type="number"
            min={1}
            max={999}
            required
            defaultValue={(known.at(-1)?.number ?? 0) + 1}
          />
        </label>
        <label>
          {words('lane')}
          <select name="lane">
            {lanes.map((lane) => (
              <option key={lane} value={lane}>
                {words(`lane_${lane}`)}
              </option>
            ))}
          </select>
        </label>
        <div className="end">
          <button type="submit" disabled={add.isPending}>
            {words('addTable')}
          </button>
        </div>
        <div className="wide">
          <Wrong error={add.error} />
        </div>
      </form>
      {known.length > 0 && <Shift tables={known} />}
    </section>
  );
}

function Shift({ tables }: { tables: { id: string; number: number }[] }) {
  const words = useAdminWords();
  const moment = useMoment();
  const { house, ask } = useDesk();
  const accounts = useAccounts();
  const add = useAct(
    ({ table, ...body }: { table: string; scannerId: string; collectorId: string; startsAt: string; endsAt: string }) =>
      ask(house.POST('/api/v1/stations/{id}/shifts', { params: { path: { id: table } }, body })),
  );
  const now = new Date();
  const people = (role: string) => (accounts.data ?? []).filter((one) => one.role === role && !one.disabled);
  return (
    <form
      className="fields"
      aria-label={words('shift')}
      onSubmit={onSubmit((text) =>
        add.mutate({
          table: text('table'),
          scannerId: text('scanner'),
          collectorId: text('collector'),
          startsAt: momentOf(text('from')),
          endsAt: momentOf(text('to')),
        }),
      )}
    >
      <p className="wide">
        <strong>{words('shift')}</strong> <span className="quiet-text">{words('shiftIntro')}</span>
      </p>
      <label>
        {words('tables')}
        <select name="table">
          {tables.map(({ id, number }) => (
            <option key={id} value={id}>
              {words('table', { number })}
            </option>
          ))}
        </select>
      </label>
      {(['scanner', 'collector'] as const).map((role) => (
        <label key={role}>
          {words(role)}
          <select name={role} required defaultValue="">
            <option value="" disabled>
              {words('choose')}
            </option>
            {people(role).map(({ id, displayName }) => (
              <option key={id} value={id}>
                {displayName}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label>
        {words('from')}
        <input name="from" type="datetime-local" required defaultValue={localInput(now)} />
      </label>
      <label>
        {words('to')}
        <input
          name="to"
          type="datetime-local"
          required
          defaultValue={localInput(new Date(now.getTime() + 4 * 3_600_000))}
        />
      </label>
      <div className="end">
        <button type="submit" disabled={add.isPending}>
          {words('addShift')}
        </button>
      </div>
      <div className="wide">
        <Wrong error={add.error} />
        {add.data !== undefined && (
          <p role="status">
            {words('shiftDone', {
              from: moment(add.data.startsAt),
              to: add.data.endsAt === null ? '…' : moment(add.data.endsAt),
            })}
          </p>
        )}
      </div>
    </form>
  );
}
