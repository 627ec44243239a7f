import { useState, type SubmitEvent } from 'react';
import { SignIn } from '../../every-page/staff/sign-in.js';
import { useStaff } from '../../every-page/staff/use-staff.js';
import type { Collector } from '../collector.js';
import type { WorkingHead } from '../ground/ground.js';
import { useWords } from '../words.js';
import { FetchGround } from './more-sheet.js';
import { StatusBar } from './status-bar.js';

type Staff = WorkingHead['staff'][number];

/** Before the first person: the list is fetched, and whoever works here says who and where. */
export function Start({ collector }: { collector: Collector }) {
  const words = useWords();
  const [isSigningIn, setSigningIn] = useState(false);
  const staff = useStaff(collector.session);
  const { ground, device } = collector;
  if (staff === undefined && (ground === undefined || isSigningIn)) {
    return <SignIn session={collector.session} title={words('signInFirst')} />;
  }
  return (
    <div className="page start">
      <StatusBar collector={collector} />
      <main className="form-page">
        {device?.state === 'revoked' && <Notice title="revokedTitle" hint="revokedHint" />}
        {device?.state === 'expired' && <Notice title="expiredTitle" hint="expiredHint" />}
        {ground === undefined && (
          <>
            <h1>{words('noSetTitle')}</h1>
            <p>{words('noSetHint')}</p>
          </>
        )}
        {ground !== undefined && <DutyForm collector={collector} head={ground.head} />}
        <FetchGround collector={collector} onSignIn={() => setSigningIn(true)} />
        {device?.state === 'revoked' && (
          <button type="button" onClick={() => void collector.enrolAnew()}>
            {words('enrolAnew')}
          </button>
        )}
      </main>
    </div>
  );
}

function Notice({ title, hint }: { title: 'revokedTitle' | 'expiredTitle'; hint: 'revokedHint' | 'expiredHint' }) {
  const words = useWords();
  return (
    <section className="wrong" role="alert">
      <h2>{words(title)}</h2>
      <p>{words(hint)}</p>
    </section>
  );
}

function DutyForm({ collector, head }: { collector: Collector; head: WorkingHead }) {
  const words = useWords();
  const self = useStaff(collector.session)?.staff;
  const crew = crewOf(head.staff, self);
  const now = crew.find(({ id }) => id === self?.id) ?? crew[0];
  const partner = crew.find(({ id, stationId }) => id !== now?.id && stationId === now?.stationId);

  function begin(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const station = head.stations.find(({ id }) => id === given.get('station'));
    const round = head.rounds.find(({ id }) => id === given.get('round'));
    const actor = crew.find(({ id }) => id === given.get('actor'));
    if (station === undefined || round === undefined || actor === undefined) return;
    void collector.startDuty({
      round,
      actorId: actor.id,
      name: actor.name,
      with: crew.find(({ id }) => id === given.get('with'))?.name ?? null,
      stationId: station.id,
      stationNumber: station.number,
      poolClass: station.lane === 'single' ? 'single' : round.defaultPoolClass,
      since: new Date().toISOString(),
    });
  }

  return (
    <form onSubmit={begin}>
      <h1>{words('startTitle')}</h1>
      <p className="site-name">{head.site.name}</p>
      {head.rounds.length === 0 && <p className="wrong">{words('noRound')}</p>}
      {head.stations.length === 0 && <p className="wrong">{words('noStation')}</p>}
      <label>
        {words('whoAreYou')}
        <select name="actor" defaultValue={now?.id}>
          {crew.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words('withWhom')}
        <select name="with" defaultValue={partner?.id ?? ''}>
          <option value="">{words('nobody')}</option>
          {crew.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words('whichStation')}
        <select name="station" defaultValue={now?.stationId}>
          {head.stations.map(({ id, number }) => (
            <option key={id} value={id}>
              {words('stationNumber', { number })}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words('whichRound')}
        <select name="round" defaultValue={head.rounds[0]?.id}>
          {head.rounds.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button
        type="submit"
        className="main"
        disabled={head.rounds.length === 0 || head.stations.length === 0 || crew.length === 0}
      >
        {words('start')}
      </button>
    </form>
  );
}

/** Each once; whoever is signed in is one of them, also when no shift was planned for them. */
function crewOf(staff: readonly Staff[], self: { id: string; displayName: string } | undefined) {
  const crew = new Map<string, { id: string; name: string; stationId: string | undefined }>();
  if (self !== undefined) crew.set(self.id, { id: self.id, name: self.displayName, stationId: undefined });
  for (const { id, name, stationId } of staff) crew.set(id, { id, name, stationId });
  return [...crew.values()];
}
