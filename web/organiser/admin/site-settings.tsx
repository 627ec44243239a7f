import { useDesk, type AnswerTo } from '../desk.js';
import { useAdminWords } from './admin-words.js';
import { ChangeForm } from './change-form.js';
import type { Changes } from './changes.js';
import { TextField } from './fields.js';
import { SettingsForm, type SettingGroup } from './settings-form.js';

type Site = AnswerTo<'/api/v1/sites/{id}'>;
type Settings = Site['settings'];

interface SiteChange {
  name?: string;
  address?: string;
  serves?: string;
  bands?: Partial<Site['bands']>;
  settings?: Partial<Settings>;
}

const groups: readonly SettingGroup<Settings>[] = [
  {
    title: 'queueing',
    settings: ['lastEntryMinutes', 'returnBehind', 'callAtMost', 'partyAtMost', 'paceWindowMinutes', 'lullMinutes'],
  },
  {
    title: 'people',
    settings: ['changeAfterMinutes', 'relieveAfterMinutes', 'caseWindowMinutes', 'resolveExceptionsWithinMinutes'],
  },
  {
    title: 'devices',
    settings: [
      'silentDeviceMinutes',
      'deviceClockToleranceMinutes',
      'deviceCertificateDays',
      'enrolmentCodeMinutes',
      'enrolmentTries',
      'batchActsAtMost',
      'heldBatchesAtMost',
    ],
  },
];

/** What a site is called, whom it serves, from when on it is busy, and the limits that hold at it. */
export function SiteSettings({ site }: { site: Site }) {
  const words = useAdminWords();
  const { house, ask } = useDesk();
  const change = (body: SiteChange) =>
    ask(house.PATCH('/api/v1/sites/{id}', { params: { path: { id: site.id } }, body }));
  const { busyAfterMinutes, crowdedAfterMinutes } = site.bands;
  return (
    <>
      <section className="panel" aria-labelledby="site-itself">
        <h2 id="site-itself">{words('siteItself')}</h2>
        <ChangeForm change={(changes) => change(asSiteChange(changes))}>
          <TextField label={words('siteName')} name="name" most={100} first={site.name} />
          <TextField label={words('address')} name="address" most={200} first={site.address} />
          <TextField label={words('serves')} name="serves" most={200} first={site.serves ?? ''} isOptional />
          <label>
            {words('busyFrom')}
            <input name="busyAfterMinutes" type="number" step={1} min={1} required defaultValue={busyAfterMinutes} />
          </label>
          <label>
            {words('crowdedFrom')}
            <input
              name="crowdedAfterMinutes"
              type="number"
              step={1}
              min={1}
              required
              defaultValue={crowdedAfterMinutes}
            />
          </label>
        </ChangeForm>
      </section>
      <section className="panel" aria-labelledby="site-settings">
        <h2 id="site-settings">{words('settings')}</h2>
        <SettingsForm groups={groups} values={site.settings} change={(settings) => change({ settings })} />
      </section>
    </>
  );
}

function asSiteChange({ name, address, serves, busyAfterMinutes, crowdedAfterMinutes }: Changes): SiteChange {
  const bands = {
    ...(busyAfterMinutes !== undefined && { busyAfterMinutes: Number(busyAfterMinutes) }),
    ...(crowdedAfterMinutes !== undefined && { crowdedAfterMinutes: Number(crowdedAfterMinutes) }),
  };
  return {
    ...(name !== undefined && { name }),
    ...(address !== undefined && { address }),
    ...(serves !== undefined && { serves }),
    ...(Object.keys(bands).length > 0 && { bands }),
  };
}
