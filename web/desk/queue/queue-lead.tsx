import { useState } from 'react';
import { Loading, Trouble } from '../../every-page/look/states.js';
import { useStaff } from '../../every-page/staff/use-staff.js';
import { session } from '../house.js';
import { Announce } from './announce.js';
import { CallPanel } from './call-panel.js';
import { TakeForSomebody } from './take-for-somebody.js';
import { TicketsAtHand } from './tickets-at-hand.js';
import { useSites } from '../use-sites.js';
import { useQueue, useStations } from './use-queue.js';
import { useWords } from './words.js';
import './queue.css';

const keptAs = 'shihe-queue-site';

/** For whoever leads a site's queue: who is next, who was called, who did not come. */
export function QueueLead() {
  const [siteId, setSiteId] = useState(() => localStorage.getItem(keptAs));
  function choose(id: string | null): void {
    if (id === null) localStorage.removeItem(keptAs);
    else localStorage.setItem(keptAs, id);
    setSiteId(id);
  }
  return siteId === null ? (
    <ChooseSite onSite={choose} />
  ) : (
    <QueueOf key={siteId} siteId={siteId} onLeave={() => choose(null)} />
  );
}

function ChooseSite({ onSite }: { onSite: (id: string) => void }) {
  const words = useWords();
  const { data: sites, error, refetch } = useSites();
  return (
    <section className="start">
      <h1>{words('chooseSite')}</h1>
      {error !== null && <Trouble error={error} onTryAgain={() => void refetch()} />}
      {sites === undefined && error === null && <Loading />}
      {sites?.length === 0 && <p>{words('noSites')}</p>}
      <ul className="sites-to-choose">
        {sites?.map(({ id, name, address }) => (
          <li key={id}>
            <button type="button" onClick={() => onSite(id)}>
              <b>{name}</b>
              <span>{address}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function QueueOf({ siteId, onLeave }: { siteId: string; onLeave: () => void }) {
  const words = useWords();
  const { data: queue, error, refetch } = useQueue(siteId);
  const { data: stations } = useStations(siteId);
  const { data: sites } = useSites();
  const role = useStaff(session)?.staff.role;
  const isMarshal = role === 'marshal' || role === 'organiser' || role === 'admin';
  if (queue === undefined || stations === undefined) {
    return (
      <>
        {error === null ? <Loading /> : <Trouble error={error} onTryAgain={() => void refetch()} />}
        <button type="button" className="quiet" onClick={onLeave}>
          {words('otherSite')}
        </button>
      </>
    );
  }
  return (
    <div className="queue-lead">
      <header>
        <h1>{sites?.find(({ id }) => id === siteId)?.name ?? words('title')}</h1>
        <button type="button" className="quiet" onClick={onLeave}>
          {words('otherSite')}
        </button>
      </header>
      {error !== null && <Trouble error={error} onTryAgain={() => void refetch()} />}
      <ul className="lanes-now">
        {queue.lanes.map(({ lane, waitingPeople, wait }) => (
          <li key={lane} className={lane}>
            <b>{words(`lane_${lane}`)}</b> {words('people', { count: waitingPeople })}
            {wait !== null && ` · ${words('minutes', { from: wait.fromMinutes, to: wait.toMinutes })}`}
          </li>
        ))}
      </ul>
      <div className="bench">
        <div className="calling">
          <CallPanel siteId={siteId} stations={stations} queue={queue} />
          <TicketsAtHand siteId={siteId} tickets={queue.tickets} state="called" />
        </div>
        <aside>
          <TicketsAtHand siteId={siteId} tickets={queue.tickets} state="missed" />
          <TicketsAtHand siteId={siteId} tickets={queue.tickets} state="waiting" />
          {isMarshal && <TakeForSomebody siteId={siteId} lanes={queue.lanes.map(({ lane }) => lane)} />}
          {isMarshal && <Announce siteId={siteId} />}
        </aside>
      </div>
    </div>
  );
}
