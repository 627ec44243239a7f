import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { Link, Redirect, Route, Router, Switch, useLocation } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { LanguageSwitch } from '../every-page/look/language-switch.js';
import { SignIn } from '../every-page/staff/sign-in.js';
import type { Role } from '../every-page/staff/staff-session.js';
import { useStaff } from '../every-page/staff/use-staff.js';
import { memory, session } from './house.js';
import { PeopleDesk } from './people/people-desk.js';
import { QueueLead } from './queue/queue-lead.js';
import { PackingTable } from './packing/packing-table.js';
import { BoxList } from './road/box-list.js';
import { BoxView } from './road/box-view.js';
import { HandoverTable } from './road/handover-table.js';
import { ReceivingCounter } from './laboratory/receiving-counter.js';
import { ReportDrop } from './laboratory/report-drop.js';
import { ExceptionList } from './watch/exception-list.js';
import { SecondPerson } from './watch/second-person.js';
import { useWords } from './words.js';

const parts = {
  queue: QueueLead,
  pack: PackingTable,
  carry: HandoverTable,
  receive: ReceivingCounter,
  report: ReportDrop,
  exceptions: ExceptionList,
  confirm: SecondPerson,
  boxes: BoxList,
  people: PeopleDesk,
} as const;
type Part = keyof typeof parts;

/** What somebody of that role does at the desk; the first is where the page opens. */
const partsOf: Partial<Record<Role, readonly Part[]>> = {
  marshal: ['queue', 'people'],
  scanner: ['queue', 'people'],
  collector: ['queue'],
  packer: ['pack', 'boxes'],
  courier: ['carry', 'boxes'],
  lab: ['receive', 'report', 'confirm', 'boxes'],
  sitelead: ['exceptions', 'confirm'],
  organiser: ['exceptions', 'confirm', 'boxes', 'queue', 'people'],
  security: ['exceptions'],
  admin: ['exceptions', 'confirm', 'boxes'],
  gridworker: ['people', 'confirm'],
};

/** From the table at the site to the laboratory, and what does not add up on the way. What is shown depends on the role. */
export function DeskPage() {
  const words = useWords();
  const kept = useStaff(session);
  useEffect(() => {
    // Whoever comes next does not see what the one before has read.
    if (kept === undefined) memory.clear();
  }, [kept]);
  if (kept === undefined) {
    return (
      <>
        <div className="corner">
          <LanguageSwitch />
        </div>
        <SignIn session={session} title={words('desk')} />
      </>
    );
  }
  const mine = partsOf[kept.staff.role] ?? [];
  return (
    <QueryClientProvider client={memory}>
      <Router hook={useHashLocation}>
        <Head mine={kept.secondFactorNeeded ? [] : mine} />
        <main className="desk">{kept.secondFactorNeeded ? <Closed word="factorNeeded" /> : <Desk mine={mine} />}</main>
      </Router>
    </QueryClientProvider>
  );
}

function Desk({ mine }: { mine: readonly Part[] }): ReactNode {
  const [first] = mine;
  if (first === undefined) return <Closed word="noDesk" />;
  return (
    <Switch>
      {mine.map((part) => (
        <Route key={part} path={`/${part}`} component={parts[part]} />
      ))}
      {mine.includes('boxes') && <Route path="/boxes/:code">{({ code }) => <BoxView code={code} />}</Route>}
      <Route>
        <Redirect to={`/${first}`} replace />
      </Route>
    </Switch>
  );
}

function Head({ mine }: { mine: readonly Part[] }) {
  const words = useWords();
  const [at] = useLocation();
  const kept = useStaff(session);
  return (
    <header className="desk-head">
      <b className="house-name">{words('brand')}</b>
      <nav aria-label={words('parts')}>
        {mine.map((part) => (
          <Link key={part} href={`/${part}`} aria-current={at.startsWith(`/${part}`) ? 'page' : undefined}>
            {words(`part_${part}`)}
          </Link>
        ))}
      </nav>
      <p className="whoever">
        {kept?.staff.displayName}{' '}
        {kept?.staff.username !== kept?.staff.displayName && <span>{kept?.staff.username}</span>}
      </p>
      <LanguageSwitch />
      <button type="button" className="quiet" onClick={() => void session.signOut()}>
        {words('signOut')}
      </button>
    </header>
  );
}

function Closed({ word }: { word: 'noDesk' | 'factorNeeded' }) {
  const words = useWords();
  return (
    <section className="state">
      <h1>{words(word)}</h1>
      <p>{words(`${word}Hint`)}</p>
      <p>
        <a href="../">{words('home')}</a>
      </p>
    </section>
  );
}
