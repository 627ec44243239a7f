import type { Act } from './acts.js';
import type { BoardEvidence } from './evidence.js';
import type { Store } from './store.js';
import { groupBy, Judge, same, type Verdict } from './verdict.js';

/** I20: numbers are given once and in a row; a ticket is called to one table. */
export function numbersAreGivenOnce(acts: readonly Act[], { tables, tickets }: Store): Verdict {
  const judge = new Judge('I20', 'a number is given once, a ticket called by one table, none is lost');
  const lanes = groupBy(tables.tickets, (row) => `${row.site_id} ${row.business_day} ${row.lane}`);
  for (const [lane, list] of lanes) {
    const numbers = list.map(({ number }) => number).sort((a, b) => a - b);
    const first = numbers[0] ?? 0;
    judge.hold(
      numbers.every((number, n) => number === first + n),
      () =>
        `${lane}: numbers ${numbers
          .filter((number, n) => number !== first + n)
          .slice(0, 5)
          .join(',')} are out of row`,
    );
  }
  const callOf = new Map<string, string>();
  for (const { id, ticket_ids } of tables.calls) {
    for (const ticket of ticket_ids) {
      judge.hold(!callOf.has(ticket), () => `ticket ${ticket} was called twice`);
      callOf.set(ticket, id);
      judge.hold(tickets.get(ticket)?.call_id === id, () => `ticket ${ticket} does not know of its call ${id}`);
    }
  }
  for (const { id, call_id, state } of tables.tickets) {
    judge.hold(call_id === null || callOf.get(id) === call_id, () => `ticket ${id} is called by nobody's call`);
    judge.hold(
      (state === 'waiting') === (call_id === null),
      () => `ticket ${id} is ${state}, call ${call_id ?? 'none'}`,
    );
  }
  const given = acts.filter(({ op, fate }) => op === 'ticket' && fate === 'acked');
  for (const [number, list] of groupBy(
    given,
    (act) => `${String(act.asked.siteId)} ${String(act.answers[0]?.label)}`,
  )) {
    judge.hold(list.length === 1, () => `${number} was given to ${list.length} parties`);
  }
  return judge.verdict();
}

/** I21: a board never goes back, and its last picture is the database's. */
export function boardsTellTheTruth(boards: readonly BoardEvidence[]): Verdict {
  const judge = new Judge('I21', 'a board never goes back and ends as the database');
  for (const { siteId, frames, truth } of boards) {
    frames.forEach((frame, n) => {
      const before = frames[n - 1];
      judge.hold(before === undefined || Number(frame.version) >= Number(before.version), () => {
        return `board ${siteId} went from version ${String(before?.version)} to ${String(frame.version)}`;
      });
    });
    const last = frames.at(-1);
    judge.hold(same(lasting(last), lasting(truth)), () => {
      return `board ${siteId} shows ${JSON.stringify(lasting(last))}, the database says ${JSON.stringify(lasting(truth))}`;
    });
  }
  return judge.verdict();
}

/** The part of a picture that does not depend on the minute at which it was made. */
function lasting(frame: Record<string, unknown> | undefined): unknown {
  const lanes = (frame?.lanes ?? []) as { lane: string; waitingTickets: number; waitingPeople: number }[];
  return {
    version: frame?.version,
    waiting: lanes.map(({ lane, waitingTickets, waitingPeople }) => ({ lane, waitingTickets, waitingPeople })),
    missed: frame?.missed,
  };
}

const allowed = new Set(
  `siteId version asOf site code name serves state pauseReason timeZone status statusWord sessions kind opensAt closesAt
   lastEntryAt lanes lane waitingTickets waitingPeople wait fromMinutes toMinutes nowCalling label station calls labels at
   missed announcements zh en expiresAt`.split(/\s+/),
);

/** I24: a board's picture holds fields of the public list and no others. */
export function boardsShowNobody(boards: readonly BoardEvidence[]): Verdict {
  const judge = new Judge('I24', 'public boards carry listed fields only');
  const look = (value: unknown, at: string): void => {
    if (Array.isArray(value)) value.forEach((one) => look(one, at));
    else if (typeof value === 'object' && value !== null) {
      for (const [field, held] of Object.entries(value)) {
        judge.hold(allowed.has(field), () => `${at} shows ${field}`);
        look(held, at);
      }
    }
  };
  for (const { siteId, frames } of boards) frames.forEach((frame) => look(frame, `board ${siteId}`));
  return judge.verdict();
}
