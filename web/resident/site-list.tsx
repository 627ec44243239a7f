import { useState } from 'react';
import { Link } from 'wouter';
import { Empty, Loading, Trouble } from '../shared/look/states.js';
import type { Site } from './house-answers.js';
import { byWait, byWay, metresTo, type Place } from './near.js';
import { SiteHours, SiteStatus, SiteWait, Way } from './site-facts.js';
import { useMoments } from './moments.js';
import { useSites } from './use-sites.js';
import { useWords } from './words.js';

/** Where to go: by waiting time, or by the way when somebody says where they are. */
export function SiteList() {
  const words = useWords();
  const { data: sites, error, refetch } = useSites();
  return (
    <section className="sites">
      <h1>{words('sitesTitle')}</h1>
      {sites !== undefined ? (
        <Sorted sites={sites} />
      ) : error === null ? (
        <Loading />
      ) : (
        <Trouble error={error} onTryAgain={() => void refetch()} />
      )}
    </section>
  );
}

function Sorted({ sites }: { sites: readonly Site[] }) {
  const words = useWords();
  const moments = useMoments();
  const { dataUpdatedAt } = useSites();
  const [here, setHere] = useState<Place>();
  if (sites.length === 0) {
    return (
      <Empty title={words('noSites')}>
        <p>{words('noSitesHint')}</p>
      </Empty>
    );
  }
  const isPlaced = sites.some(({ coordinates }) => coordinates !== null);
  return (
    <>
      {isPlaced && <Order here={here} onHere={setHere} />}
      <ul>
        {(here === undefined ? byWait(sites) : byWay(sites, here)).map((site) => (
          <li key={site.id}>
            <SiteCard site={site} here={here} />
          </li>
        ))}
      </ul>
      <p className="as-of">{words('asOf', { time: moments.time(new Date(dataUpdatedAt)) })}</p>
    </>
  );
}

function SiteCard({ site, here }: { site: Site; here: Place | undefined }) {
  const words = useWords();
  const metres = metresTo(site, here);
  return (
    <Link href={`/site/${site.id}`} className="panel site-card">
      <span className="site-head">
        <b className="site-name">{site.name}</b>
        <SiteStatus site={site} />
      </span>
      <SiteWait site={site} />
      {site.state === 'paused' && site.pauseReason !== null && <span>{site.pauseReason}</span>}
      <span className="quiet-line">
        {metres !== undefined && (
          <b>
            <Way metres={metres} />
            {' · '}
          </b>
        )}
        {site.address}
      </span>
      <span className="quiet-line">
        <SiteHours site={site} />
      </span>
      {site.serves !== null && (
        <span className="quiet-line">
          {words('serves')}：{site.serves}
        </span>
      )}
    </Link>
  );
}

/** Asks for the place only when somebody taps, and says so when there is none. */
function Order({ here, onHere }: { here: Place | undefined; onHere: (place: Place | undefined) => void }) {
  const words = useWords();
  const [finding, setFinding] = useState<'no' | 'yes' | 'failed'>('no');
  const find = () => {
    setFinding('yes');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        onHere({ latitude: coords.latitude, longitude: coords.longitude });
        setFinding('no');
      },
      () => {
        onHere(undefined);
        setFinding('failed');
      },
      { maximumAge: 60_000, timeout: 10_000 },
    );
  };
  return (
    <>
      <div className="order">
        <button type="button" aria-pressed={here === undefined} onClick={() => onHere(undefined)}>
          {words('byWait')}
        </button>
        <button type="button" aria-pressed={here !== undefined} disabled={finding === 'yes'} onClick={find}>
          {words(finding === 'yes' ? 'locating' : 'byWay')}
        </button>
      </div>
      {finding === 'failed' && <p role="status">{words('locationRefused')}</p>}
    </>
  );
}
