import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { LanguageSwitch } from '../every-page/look/language-switch.js';
import { Empty, Loading, Trouble } from '../every-page/look/states.js';
import { useStaff } from '../every-page/staff/use-staff.js';
import { AccountsAdmin } from './admin/accounts-admin.js';
import { BreakGlass } from './admin/break-glass.js';
import { DevicesAdmin } from './admin/devices-admin.js';
import { JournalSearch } from './admin/journal-search.js';
import { LabsAdmin } from './admin/labs-admin.js';
import { RoundsAdmin } from './admin/rounds-admin.js';
import { SitesAdmin } from './admin/sites-admin.js';
import { Cases } from './today/cases.js';
import { CoverageView } from './today/coverage-view.js';
import { DayReport } from './today/day-report.js';
import { MissingView } from './today/missing-view.js';
import { Overview } from './today/overview.js';
import { Recalls } from './today/recalls.js';
import { Frozen, useProgress, useRounds, type Round } from './today/round-data.js';
import { Wall } from './today/wall.js';
import { useDesk } from './desk.js';
import { useLive } from './live.js';
import { placesOf, type Place } from './places.js';
import { useMoment } from './times.js';
import { useShellWords } from './shell-words.js';

/** What is common to all places: the menu of the role, the round that is looked at, freezing, and signing out. */
export function Shell() {
  const { role, session } = useDesk();
  const words = useShellWords();
  const staff = useStaff(session)?.staff;
  const [path] = useLocation();
  const mine = placesOf(role);
  const [, first = '', ...rest] = path.split('/');
  const here = mine.find(({ place }) => place === first)?.place ?? mine[0]?.place;
  const detail = rest.map(decodeURIComponent).join('/');
  if (here === undefined) return null;
  if (here === 'wall') return <OfRound isBare>{(round) => <Wall round={round} />}</OfRound>;
  return (
    <div className="shell">
      <a className="skip" href="#content" onClick={skip}>
        {words('skip')}
      </a>
      <nav className="menu" aria-label={words('menu')}>
        <p className="house-name">
          <span aria-hidden="true">十合</span> {words('title').replace(/十合|Shihe|·/g, '')}
        </p>
        {(['day', 'setup', 'people'] as const).map((group) => {
          const links = mine.filter((one) => one.group === group);
          return links.length === 0 ? null : (
            <section key={group}>
              <h2>{words(`menu_${group}`)}</h2>
              <ul>
                {links.map(({ place }) => (
                  <li key={place}>
                    <Link href={`/${place}`} aria-current={place === here ? 'page' : undefined}>
                      {words(`place_${place}`)}
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
        <div className="who">
          <p>
            {staff?.displayName}
            <br />
            <small>{words(`role_${role}`)}</small>
          </p>
          <LanguageSwitch />
          <button type="button" className="quiet" onClick={() => void session.signOut()}>
            {words('signOut')}
          </button>
        </div>
      </nav>
      <main id="content" tabIndex={-1}>
        <PlaceOf place={here} detail={detail} />
      </main>
    </div>
  );
}

/** A hash of its own would be taken for a place. */
function skip(event: { preventDefault(): void }): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('#content')?.focus();
}

function PlaceOf({ place, detail }: { place: Place; detail: string }) {
  switch (place) {
    case 'overview':
      return <OfRound>{(round) => <Overview round={round} />}</OfRound>;
    case 'coverage':
      return <OfRound>{(round) => <CoverageView key={round.id} round={round} area={detail} />}</OfRound>;
    case 'missing':
      return <OfRound>{(round) => <MissingView key={`${round.id} ${detail}`} round={round} area={detail} />}</OfRound>;
    case 'recalls':
      return <OfRound>{(round) => <Recalls key={round.id} round={round} />}</OfRound>;
    case 'report':
      return <OfRound>{(round) => <DayReport round={round} />}</OfRound>;
    case 'cases':
      return <Cases />;
    case 'rounds':
      return <RoundsAdmin key={detail} roundId={detail} />;
    case 'sites':
      return <SitesAdmin key={detail} siteId={detail} />;
    case 'labs':
      return <LabsAdmin />;
    case 'devices':
      return <DevicesAdmin key={detail} siteId={detail} />;
    case 'accounts':
      return <AccountsAdmin />;
    case 'break-glass':
      return <BreakGlass />;
    case 'journal':
      return <JournalSearch />;
    case 'wall':
      return null;
  }
}

const chosenAs = 'shihe-round';

/** The round that is looked at, with the choice of another; says what comes first where there is none. */
function OfRound({ isBare = false, children }: { isBare?: boolean; children: (round: Round) => ReactNode }) {
  const words = useShellWords();
  const moment = useMoment();
  const { role } = useDesk();
  const rounds = useRounds();
  const [chosen, choose] = useState(() => sessionStorage.getItem(chosenAs) ?? '');
  const [isFrozen, freeze] = useState(false);
  const queries = useQueryClient();
  if (rounds.data === undefined) {
    return rounds.error === null ? (
      <Loading />
    ) : (
      <Trouble error={rounds.error} onTryAgain={() => void rounds.refetch()} />
    );
  }
  const round = rounds.data.find(({ id }) => id === chosen) ?? rounds.data[0];
  if (round === undefined) {
    const mayPlan = role === 'organiser' || role === 'admin';
    return (
      <>
        <h1 className="for-readers">{words('title')}</h1>
        <Empty title={words('noRound')}>
          <p>{words(mayPlan ? 'noRoundHint' : 'noRoundOther')}</p>
          {mayPlan && (
            <Link className="button main" href="/rounds">
              {words('planRound')}
            </Link>
          )}
        </Empty>
      </>
    );
  }
  return (
    <Frozen value={isFrozen}>
      {!isBare && (
        <div className="round-bar">
          <label>
            <span className="for-readers">{words('round')}</span>
            <select
              value={round.id}
              onChange={({ target }) => {
                sessionStorage.setItem(chosenAs, target.value);
                choose(target.value);
              }}
            >
              {rounds.data.map(({ id, name, state }) => (
                <option key={id} value={id}>
                  {name} · {words(`state_${state}`)}
                </option>
              ))}
            </select>
          </label>
          <span className="deadline">{words('deadline', { time: moment(round.deadline) })}</span>
          <button
            type="button"
            className="freeze"
            aria-pressed={isFrozen}
            onClick={() => {
              freeze(!isFrozen);
              if (isFrozen) void queries.invalidateQueries({ queryKey: ['day'] });
            }}
          >
            {words(isFrozen ? 'unfreeze' : 'freeze')}
          </button>
        </div>
      )}
      {(role === 'organiser' || role === 'admin') && <Followed roundId={round.id} isFrozen={isFrozen} />}
      {children(round)}
    </Frozen>
  );
}

/** Listens to the sites of the round while it is looked at. */
function Followed({ roundId, isFrozen }: { roundId: string; isFrozen: boolean }) {
  const progress = useProgress(roundId);
  useLive(progress.data?.sites.map(({ siteId }) => siteId) ?? [], isFrozen);
  return null;
}
