import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { Refused } from '../every-page/look/refused.js';
import { Refusal } from '../every-page/house.js';
import { Empty } from '../every-page/look/states.js';
import { AskEnding } from './ask-ending.js';
import { askTicket, type Ticket } from './house-answers.js';
import type { KeptTicket } from './kept.js';
import { useMoments } from './moments.js';
import { askAgainMs, isAlive, storyOf } from './ticket-story.js';
import { askAs, isSignedIn, kept, useKept } from './use-kept.js';
import { useWords } from './words.js';

/** The tickets that this phone keeps, the newest first. */
export function TicketPage() {
  const words = useWords();
  const { tickets } = useKept();
  if (tickets.length === 0) {
    return (
      <>
        <h1 className="for-readers">{words('ticket')}</h1>
        <Empty title={words('noTicket')}>
          <p>{words('noTicketHint')}</p>
          <Link href="/" className="button-link main">
            {words('chooseSite')}
          </Link>
        </Empty>
      </>
    );
  }
  return (
    <section className="tickets">
      <h1 className="for-readers">{words('ticket')}</h1>
      {tickets.map((entry) => (
        <TicketCard key={entry.ticket.id} entry={entry} />
      ))}
    </section>
  );
}

function TicketCard({ entry }: { entry: KeptTicket }) {
  const words = useWords();
  const moments = useMoments();
  const { isSilent } = useFollowed(entry);
  const { ticket, siteName, residentId } = entry;
  const story = storyOf(ticket);
  useCallOut(ticket, words('story_called', { station: ticket.station ?? '' }));
  return (
    <article className={`panel ticket ${story}`}>
      <p className="quiet-line">{siteName}</p>
      <p className="ticket-number">
        <span>{words('yourNumber')}</span>
        <b>{ticket.label}</b>
      </p>
      <div className="story" role="status">
        <h2>{words(`story_${story}`, { station: ticket.station ?? '' })}</h2>
        <p>{words(`storyHint_${story}`)}</p>
      </div>
      {ticket.state === 'waiting' && <Ahead ticket={ticket} />}
      <p className="quiet-line">
        {words('people', { count: ticket.partySize })} · {words(`lane_${ticket.lane}`)} ·{' '}
        {words('tookAt', { time: moments.time(ticket.issuedAt) })}
      </p>
      {isSilent && isAlive(ticket) && (
        <p className="notice" role="status">
          {words('ticketStale', { time: moments.time(entry.heardAt) })}
        </p>
      )}
      {(story === 'soon' || story === 'called') && residentId !== null && (
        <Link href="/family" className="button-link">
          {words('showCodes')}
        </Link>
      )}
      {story === 'served' && (
        <Link href="/family" className="button-link main">
          {words('seeResult')}
        </Link>
      )}
      {isAlive(ticket) ? (
        <Leave entry={entry} />
      ) : (
        <button type="button" className="quiet" onClick={() => kept.removeTicket(ticket.id)}>
          {words('removeTicket')}
        </button>
      )}
    </article>
  );
}

function Ahead({ ticket: { ahead, wait } }: { ticket: Ticket }) {
  const words = useWords();
  return (
    <dl className="ahead">
      <div>
        <dt>{words('ahead')}</dt>
        <dd>{words('aheadPeople', { count: ahead })}</dd>
      </div>
      <div>
        <dt>{words('wait')}</dt>
        <dd>
          {ahead === 0
            ? words('anyMoment')
            : wait === null
              ? words('waitUnknown')
              : words('minutes', { from: wait.fromMinutes, to: wait.toMinutes })}
        </dd>
      </div>
    </dl>
  );
}

/** Asks how far the ticket is: while somebody looks, when they look again, and when the network is back. */
function useFollowed(entry: KeptTicket): { isSilent: boolean } {
  const { ticket, siteName, residentId, heardAt } = entry;
  const { data, error, dataUpdatedAt } = useQuery({
    queryKey: ['ticket', ticket.id],
    queryFn: () => askTicket(ticket.id),
    enabled: isAlive(ticket),
    staleTime: 0,
    refetchInterval: () => askAgainMs(ticket, Date.now() - Date.parse(heardAt)),
  });
  useEffect(() => {
    if (data === undefined) return;
    kept.putTicket({ ticket: data, siteName, residentId, heardAt: new Date(dataUpdatedAt).toISOString() });
  }, [data, dataUpdatedAt, siteName, residentId]);
  return { isSilent: error !== null };
}

/** The phone trembles once when the ticket is called, and its tab says where to. */
function useCallOut({ state }: Ticket, place: string): void {
  useEffect(() => {
    if (state !== 'called') return undefined;
    const title = document.title;
    document.title = place;
    if ('vibrate' in navigator) navigator.vibrate([300, 150, 300]);
    return () => {
      document.title = title;
    };
  }, [state, place]);
}

/** Giving a ticket up is asked twice: the number is gone then. */
function Leave({ entry: { ticket, siteName, residentId } }: { entry: KeptTicket }) {
  const words = useWords();
  const [isAsking, setAsking] = useState(false);
  const member = useKept().members.find((one) => one.residentId === residentId);
  const leaving = useMutation({
    mutationFn: async () => {
      if (member === undefined) return;
      const left = await askAs(member, (house) => house.giveUp(ticket.id));
      kept.putTicket({ ticket: left, siteName, residentId, heardAt: new Date().toISOString() });
    },
  });
  if (leaving.error !== null && !(leaving.error instanceof Refusal)) throw leaving.error;
  if (member === undefined) return <p className="quiet-line">{words('leaveAtSite')}</p>;
  if (!isAsking) {
    return (
      <button type="button" className="quiet" onClick={() => setAsking(true)}>
        {words('leave')}
      </button>
    );
  }
  return (
    <div className="leave">
      <p>{words('leaveSure')}</p>
      <Refused refusal={leaving.error} />
      {isSignedIn(member) ? (
        <button type="button" className="danger" disabled={leaving.isPending} onClick={() => leaving.mutate()}>
          {words('leaveYes')}
        </button>
      ) : (
        <AskEnding member={member} />
      )}
      <button type="button" onClick={() => setAsking(false)}>
        {words('leaveNo')}
      </button>
    </div>
  );
}
