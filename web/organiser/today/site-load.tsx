import { Empty } from '../../every-page/look/states.js';
import { Table, type Column } from '../table.js';
import { useCount } from '../times.js';
import { useDayWords } from './day-words.js';
import type { Progress } from './round-data.js';
import { useSiteColumns, type SiteRow } from './site-columns.js';
import { useSteady } from './use-steady.js';

/** The most strained first: late tubes, then the longest wait, then the most people. */
export function byStrain(sites: readonly SiteRow[]): SiteRow[] {
  return [...sites].sort(
    (a, b) => b.lateTubes - a.lateTubes || (b.waitP90 ?? -1) - (a.waitP90 ?? -1) || b.peopleLastHour - a.peopleLastHour,
  );
}

export function SiteLoad({ progress }: { progress: Progress }) {
  const words = useDayWords();
  const count = useCount();
  const { name, load } = useSiteColumns();
  const { rows, sortAnew } = useSteady(byStrain(progress.sites), ({ siteId }) => siteId);
  const silent = progress.sites.reduce((sum, site) => sum + site.silentDevices, 0);
  const acts = progress.sites.reduce((sum, site) => sum + site.missingActs, 0);
  const columns: Column<SiteRow>[] = [
    name,
    {
      head: words('siteState'),
      cell: ({ state }) => <span className={`state-word ${state}`}>{words(`state_${state}`)}</span>,
    },
    ...load,
    { head: words('devicesCol'), kind: 'number', cell: (site) => <Devices site={site} /> },
  ];
  if (rows.length === 0) {
    return (
      <section className="panel">
        <Empty title={words('noSites')}>
          <p>{words('noSitesHint')}</p>
        </Empty>
      </section>
    );
  }
  return (
    <section className="site-load panel" aria-labelledby="site-load">
      <header>
        <h2 id="site-load">{words('sites')}</h2>
        <button type="button" className="quiet" onClick={sortAnew} title={words('resortHint')}>
          {words('resort')}
        </button>
      </header>
      {silent > 0 && (
        <p className="warning">
          {words(acts > 0 ? 'offlineDevices' : 'offlineDevicesNone', { count: silent, acts: count(acts) })}
        </p>
      )}
      <Table label={words('sites')} columns={columns} rows={rows} keyOf={({ siteId }) => siteId} />
    </section>
  );
}

function Devices({ site }: { site: SiteRow }) {
  const words = useDayWords();
  return (
    <>
      {site.devices === 0 ? (
        '—'
      ) : (
        <span className={site.silentDevices > 0 ? 'late-mark' : undefined}>
          {words('devicesValue', { silent: site.silentDevices, all: site.devices })}
        </span>
      )}
      {site.missingActs > 0 && <small>{words('missingActs', { count: site.missingActs })}</small>}
    </>
  );
}
