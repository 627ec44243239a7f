import { useEffect, useSyncExternalStore } from 'react';
import { Link, Redirect, Route, Router, Switch, useLocation } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { LanguageSwitch } from '../every-page/look/language-switch.js';
import type { NewerPage } from '../every-page/offline/keep-offline.js';
import { AddMember } from './add-member.js';
import { FamilyPage } from './family-page.js';
import { MemberPage } from './member-page.js';
import { SiteList } from './site-list.js';
import { SitePage } from './site-page.js';
import { TicketPage } from './ticket-page.js';
import { isAlive } from './ticket-story.js';
import { useKept } from './use-kept.js';
import { useWords } from './words.js';

interface ResidentPageProps {
  /** Takes a newer build of the page over; undefined while there is none. */
  newer: NewerPage | undefined;
}

/** Three things: where to go, how long it takes, what came out. */
export function ResidentPage({ newer }: ResidentPageProps) {
  const words = useWords();
  const isOnline = useSyncExternalStore(watchNetwork, () => navigator.onLine);
  return (
    <Router hook={useHashLocation}>
      <header>
        <div className="top">
          <b>{words('brand')}</b>
          <LanguageSwitch />
        </div>
      </header>
      <FromTheTop />
      <main>
        {!isOnline && (
          <p className="offline" role="status">
            {words('offline')}
          </p>
        )}
        {newer !== undefined && (
          <p className="offline">
            {words('newer')}{' '}
            <button type="button" onClick={newer}>
              {words('takeOver')}
            </button>
          </p>
        )}
        <Switch>
          <Route path="/">
            <SiteList />
          </Route>
          <Route path="/site/:id">{({ id }) => <SitePage siteId={id} />}</Route>
          <Route path="/ticket">
            <TicketPage />
          </Route>
          <Route path="/family">
            <FamilyPage />
          </Route>
          <Route path="/add">
            <AddMember forSite={undefined} />
          </Route>
          <Route path="/add/:site">{({ site }) => <AddMember forSite={site} />}</Route>
          <Route path="/member/:id">{({ id }) => <MemberPage key={id} residentId={id} />}</Route>
          <Route>
            <Redirect to="/" />
          </Route>
        </Switch>
      </main>
      <Sections />
    </Router>
  );
}

const sections = [
  { href: '/', word: 'sites', of: ['/', '/site'], shape: 'M12 2a7 7 0 0 0-7 7c0 5 7 13 7 13s7-8 7-13a7 7 0 0 0-7-7zm0 4a3 3 0 1 1 0 6 3 3 0 0 1 0-6z' },
  { href: '/ticket', word: 'ticket', of: ['/ticket'], shape: 'M3 6h18v4a2 2 0 0 0 0 4v4H3v-4a2 2 0 0 0 0-4z' },
  { href: '/family', word: 'family', of: ['/family', '/member', '/add'], shape: 'M8 4a3.500 3.500 0 1 1 0 7 3.500 3.500 0 0 1 0-7zm8.500 1a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM1 20c0-4 3-7 7-7s7 3 7 7zm16 0c0-2.600-.9-4.800-2.300-6.400 4.500-1.600 8.300 1.900 8.300 6.400z' },
] as const; // prettier-ignore

function Sections() {
  const words = useWords();
  const [location] = useLocation();
  const waiting = useKept().tickets.filter(({ ticket }) => isAlive(ticket)).length;
  return (
    <nav className="sections" aria-label={words('sections')}>
      {sections.map(({ href, word, of, shape }) => {
        const isHere = of.some((path) => location === path || (path !== '/' && location.startsWith(`${path}/`)));
        return (
          <Link key={href} href={href} aria-current={isHere ? 'page' : undefined}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d={shape} fill="currentColor" fillRule="evenodd" />
            </svg>
            <span>{words(word)}</span>
            {word === 'ticket' && waiting > 0 && <b className="badge">{waiting}</b>}
          </Link>
        );
      })}
    </nav>
  );
}

/** Another part of the page begins where it begins. */
function FromTheTop() {
  const [location] = useLocation();
  useEffect(() => {
    scrollTo(0, 0);
  }, [location]);
  return null;
}

function watchNetwork(changed: () => void): () => void {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}
