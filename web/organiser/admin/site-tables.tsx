import { useQuery } from '@tanstack/react-query';
import { useAct, useDesk } from '../desk.js';
import { useAccounts } from '../today/round-data.js';
import { useMoment } from '../times.js';
import { useAdminWords } from './admin-words.js';
import { ActForm, ChoiceField, MomentField } from './fields.js';
import { momentOf } from './form.js';

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
      <ActForm
        key={known.length}
        act={add}
        submit={words('addTable')}
        send={(text) =>
          add.mutate({ number: Number(text('number')), lane: lanes.find((one) => one === text('lane')) ?? 'general' })
        }
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
        <ChoiceField
          label={words('lane')}
          name="lane"
          options={lanes.map((value) => ({ value, label: words(`lane_${value}`) }))}
        />
      </ActForm>
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
  const people = (role: string) => (accounts.data ?? []).filter((one) => one.role === role && !one.disabled);
  return (
    <ActForm
      label={words('shift')}
      act={add}
      submit={words('addShift')}
      said={
        add.data === undefined
          ? undefined
          : words('shiftDone', {
              from: moment(add.data.startsAt),
              to: add.data.endsAt === null ? '…' : moment(add.data.endsAt),
            })
      }
      send={(text) =>
        add.mutate({
          table: text('table'),
          scannerId: text('scanner'),
          collectorId: text('collector'),
          startsAt: momentOf(text('from')),
          endsAt: momentOf(text('to')),
        })
      }
    >
      <p className="wide">
        <strong>{words('shift')}</strong> <span className="quiet-text">{words('shiftIntro')}</span>
      </p>
      <ChoiceField
        label={words('tables')}
        name="table"
        options={tables.map(({ id, number }) => ({ value: id, label: words('table', { number }) }))}
      />
      {(['scanner', 'collector'] as const).map((role) => (
        <ChoiceField
          key={role}
          label={words(role)}
          name={role}
          ask={words('choose')}
          options={people(role).map(({ id, displayName }) => ({ value: id, label: displayName }))}
        />
      ))}
      <MomentField label={words('from')} name="from" hoursAhead={0} />
      <MomentField label={words('to')} name="to" hoursAhead={4} />
    </ActForm>
  );
}
