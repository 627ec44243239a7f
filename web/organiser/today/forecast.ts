/** What is known of a round at one moment, as far as its finish depends on it. */
export interface Footing {
  /** People who should come and were not sampled. */
  remaining: number;
  /** People sampled in the last hour, at all sites together. */
  peopleLastHour: number;
  /** Tables at which somebody was sampled in the last hour. */
  working: number;
  /** Tables that are set up and stood still in the last hour. */
  idle: number;
  now: Date;
  deadline: Date;
}

export type Forecast =
  | { kind: 'done' }
  /** Nobody was sampled in the last hour: there is no pace to reckon with. */
  | { kind: 'no-pace'; remaining: number }
  | { kind: 'on-time'; remaining: number; finish: Date; minutesSpare: number }
  | {
      kind: 'late';
      remaining: number;
      finish: Date;
      minutesLate: number;
      /** Tables to open at the pace of those that work; null when the deadline has passed already. */
      moreTables: number | null;
      /** How many of those are set up already and only need a pair. */
      idle: number;
    };

const hour = 3_600_000;

/** When everybody will have been sampled at the pace of the last hour, and what would make it in time. */
export function forecastOf(footing: Footing): Forecast {
  const { remaining, peopleLastHour, working, idle, now, deadline } = footing;
  if (remaining <= 0) return { kind: 'done' };
  if (peopleLastHour === 0) return { kind: 'no-pace', remaining };
  const finish = new Date(now.getTime() + (remaining / peopleLastHour) * hour);
  const minutes = Math.floor((deadline.getTime() - finish.getTime()) / 60_000);
  if (minutes >= 0) return { kind: 'on-time', remaining, finish, minutesSpare: minutes };
  const hoursLeft = (deadline.getTime() - now.getTime()) / hour;
  const perTable = peopleLastHour / Math.max(working, 1);
  const moreTables = hoursLeft <= 0 ? null : Math.max(1, Math.ceil(remaining / hoursLeft / perTable) - working);
  return { kind: 'late', remaining, finish, minutesLate: -minutes, moreTables, idle };
}
