import { useState } from 'react';
import { Link } from 'wouter';
import { Empty, Loading, Trouble } from '../every-page/look/states.js';
import type { Site } from './house-answers.js';
import { byWait, byWay, matching, metresTo, type Place } from './near.js';
import { SiteHours, SiteStatus, SiteWait, Way } from './site-facts.js';
import { useMoments } from './moments.js';
import { useSites } from './use-sites.js';
import { useWords } from './words.js';

/** A city has thousands of sites, and a phone is small: so many are shown at once, and fewer need no search. */
const atOnce = 30;
const few = 6;

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
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState(atOnce);
  if (sites.length === 0) {
    return (
      <Empty title={words('noSites')}>
        <p>{words('noSitesHint')}</p>
      </Empty>
    );
  }
  const isPlaced = sites.some(({ coordinates }) => coordinates !== null);
  const found = matching(here === undefined ? byWait(sites) : byWay(sites, here), typed);
  const more = Math.min(found.length - shown, atOnce);
  return (
    <>
      {isPlaced && <Order here={here} onHere={setHere} />}
      {sites.length > few && (
        <input
          type="search"
          aria-label={words('find')}
          placeholder={words('find')}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      )}
      {found.length === 0 && <p role="status">{words('notFound')}</p>}
      <ul>
        {found.slice(0, shown).map((site) => (
          <li key={site.id}>
            <SiteCard site={site} here={here} />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <button type="button" onClick={() => setShown(shown + atOnce)}>
          {words('moreSites', { count: more })}
        </button>
      )}
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
      {site.serves !== null && <span className="quiet-line">{words('servesWhom', { whom: site.serves })}</span>}
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
