import { useAct, useDesk, type AnswerTo } from '../desk.js';
import { useAdminWords } from './admin-words.js';
import { ActForm, TextField } from './fields.js';
import { SettingsForm, type SettingGroup } from './settings-form.js';

type Site = AnswerTo<'/api/v1/sites/{id}'>;
type Settings = Site['settings'];

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
  const path = { id: site.id };
  const describe = useAct((body: { name: string; address: string; serves: string; bands: Site['bands'] }) =>
    ask(house.PATCH('/api/v1/sites/{id}', { params: { path }, body })),
  );
  const set = useAct((settings: Partial<Settings>) =>
    ask(house.PATCH('/api/v1/sites/{id}', { params: { path }, body: { settings } })),
  );
  const { busyAfterMinutes, crowdedAfterMinutes } = site.bands;
  return (
    <>
      <section className="panel" aria-labelledby="site-itself">
        <h2 id="site-itself">{words('siteItself')}</h2>
        <ActForm
          act={describe}
          submit={words('keepSettings')}
          said={describe.isSuccess ? words('settingsKept') : undefined}
          send={(text) =>
            describe.mutate({
              name: text('name'),
              address: text('address'),
              serves: text('serves'),
              bands: { busyAfterMinutes: Number(text('busy')), crowdedAfterMinutes: Number(text('crowded')) },
            })
          }
        >
          <TextField label={words('siteName')} name="name" most={100} first={site.name} />
          <TextField label={words('address')} name="address" most={200} first={site.address} />
          <TextField label={words('serves')} name="serves" most={200} first={site.serves ?? ''} isOptional />
          <label>
            {words('busyFrom')}
            <input name="busy" type="number" step={1} min={1} required defaultValue={busyAfterMinutes} />
          </label>
          <label>
            {words('crowdedFrom')}
            <input name="crowded" type="number" step={1} min={1} required defaultValue={crowdedAfterMinutes} />
          </label>
        </ActForm>
      </section>
      <section className="panel" aria-labelledby="site-settings">
        <h2 id="site-settings">{words('settings')}</h2>
        <SettingsForm groups={groups} values={site.settings} act={set} />
      </section>
    </>
  );
}
