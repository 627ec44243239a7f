import { Empty } from '../../every-page/look/states.js';
import { useCount } from '../times.js';
import { useDayWords } from './day-words.js';
import type { Progress } from './round-data.js';
import { useSteady } from './use-steady.js';

type SiteRow = Progress['sites'][number];

/** The most strained first: late tubes, then the longest wait, then the most people. */
export function byStrain(sites: readonly SiteRow[]): SiteRow[] {
  return [...sites].sort(
    (a, b) => b.lateTubes - a.lateTubes || (b.waitP90 ?? -1) - (a.waitP90 ?? -1) || b.peopleLastHour - a.peopleLastHour,
  );
}

export function perTable({ peopleLastHour, working }: SiteRow): number | undefined {
  return working === 0 ? undefined : Math.round(peopleLastHour / working);
}

export function SiteLoad({ progress }: { progress: Progress }) {
  const words = useDayWords();
  const count = useCount();
  const { rows, sortAnew } = useSteady(byStrain(progress.sites), ({ siteId }) => siteId);
  const silent = progress.sites.reduce((sum, site) => sum + site.silentDevices, 0);
  const acts = progress.sites.reduce((sum, site) => sum + site.missingActs, 0);
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
      <div className="scroll" tabIndex={0} role="group" aria-labelledby="site-load">
        <table>
          <thead>
            <tr>
              <th scope="col">{words('site')}</th>
              <th scope="col">{words('siteState')}</th>
              <th scope="col" className="number">
                {words('tablesCol')}
              </th>
              <th scope="col" className="number">
                {words('hourCol')}
              </th>
              <th scope="col" className="number">
                {words('perTable')}
              </th>
              <th scope="col" className="number">
                {words('wait')}
              </th>
              <th scope="col" className="number">
                {words('lateCol')}
              </th>
              <th scope="col" className="number">
                {words('devicesCol')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((site) => (
              <tr key={site.siteId}>
                <th scope="row">{site.name}</th>
                <td>
                  <span className={`state-word ${site.state}`}>{words(`state_${site.state}`)}</span>
                </td>
                <td className="number">
                  {site.working} / {site.tables}
                </td>
                <td className="number">{count(site.peopleLastHour)}</td>
                <td className="number">{perTable(site) ?? '—'}</td>
                <td className="number">
                  {site.waitP50 === null
                    ? '—'
                    : words('waitValue', { p50: Math.round(site.waitP50), p90: Math.round(site.waitP90 ?? 0) })}
                </td>
                <td className="number">
                  {site.lateTubes > 0 ? <strong className="late-mark">⚠ {site.lateTubes}</strong> : '0'}
                </td>
                <td className="number">
                  {site.devices === 0 ? (
                    '—'
                  ) : (
                    <span className={site.silentDevices > 0 ? 'late-mark' : undefined}>
                      {words('devicesValue', { silent: site.silentDevices, all: site.devices })}
                    </span>
                  )}
                  {site.missingActs > 0 && <small>{words('missingActs', { count: site.missingActs })}</small>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
