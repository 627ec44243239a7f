import { useEffect, useState } from 'react';
import type { paths } from '../../contract/client.js';
import { Both, useWords } from './bilingual.js';

type Site = paths['/api/v1/sites']['get']['responses'][200]['content']['application/json']['items'][number];

const askAgainMs = 5_000;

/** For whoever sets the screen up: at which site does it stand? Works with the four arrow keys of a remote control. */
export function ChooseSite({ house, isUnknown }: { house: string; isUnknown: boolean }) {
  const words = useWords();
  const { sites, hasFailed } = useSites(house);
  return (
    <main className="board alone choose">
      <h1>
        <Both word={isUnknown ? 'unknownSite' : 'chooseSite'} />
      </h1>
      {isUnknown && (
        <p>
          <Both word="unknownSiteHint" />
        </p>
      )}
      {hasFailed && <p role="status">{words('sitesUnreachable')}</p>}
      {sites?.length === 0 && <p>{words('noSites')}</p>}
      <ul>
        {(sites ?? []).map(({ id, name, address }) => (
          <li key={id}>
            <a href={addressOf(id)}>
              <b>{name}</b>
              <span>{address}</span>
            </a>
          </li>
        ))}
      </ul>
    </main>
  );
}

function useSites(house: string): { sites: Site[] | undefined; hasFailed: boolean } {
  const [found, setFound] = useState<{ sites: Site[] | undefined; hasFailed: boolean }>({
    sites: undefined,
    hasFailed: false,
  });
  useEffect(() => {
    const leaving = new AbortController();
    const ask = async () => {
      try {
        const answer = await fetch(`${house}/api/v1/sites`, { signal: leaving.signal });
        if (!answer.ok) throw new Error(String(answer.status));
        const { items } = (await answer.json()) as { items: Site[] };
        setFound({ sites: items, hasFailed: false });
      } catch {
        if (!leaving.signal.aborted) setFound(({ sites }) => ({ sites, hasFailed: true }));
      }
    };
    void ask();
    const timer = setInterval(() => void ask(), askAgainMs);
    return () => {
      clearInterval(timer);
      leaving.abort();
    };
  }, [house]);
  return found;
}

function addressOf(siteId: string): string {
  const address = new URL(location.href);
  address.searchParams.set('site', siteId);
  return address.search;
}
