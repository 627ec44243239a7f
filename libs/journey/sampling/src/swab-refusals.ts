import { businessDay, wallTime } from '#platform/clock';
import type { DomainError } from '#platform/errors';
import {
  AlreadySampled,
  OtherHousehold,
  RoundIsNotRunning,
  SingleTubeOnly,
  SwabIdTaken,
  TubeIsDiscarded,
  TubeIsFull,
  TubeIsSealed,
  UnknownResident,
  UnknownTube,
} from './sampling.errors.js';
import type { SwabAct, Verdict } from './swab.js';

/** The words in which a pair at a table hears that a swab was not recorded. `earlier` is the moment of the first swab. */
export function refusalOf(act: SwabAct, verdict: Verdict, earlier?: { zh: string; en: string }): DomainError {
  const masked = verdict.masked ?? '*';
  switch (verdict.outcome) {
    case 'id-taken':
      return new SwabIdTaken(act.id);
    case 'unknown-tube':
      return new UnknownTube(act.tube);
    case 'tube-sealed':
      return new TubeIsSealed(act.tube);
    case 'tube-discarded':
      return new TubeIsDiscarded(act.tube);
    case 'round-closed':
      return new RoundIsNotRunning();
    case 'unknown-resident':
      return new UnknownResident();
    case 'already-sampled':
      return new AlreadySampled(masked, earlier ?? { zh: '', en: '' }, verdict.earlierTube ?? '');
    case 'single-only':
      return new SingleTubeOnly(masked);
    case 'other-household':
      return new OtherHousehold(masked);
    case 'tube-full':
      return new TubeIsFull(act.tube, verdict.capacity ?? 0);
    case 'recorded':
    case 'again':
      throw new Error(`a swab that is ${verdict.outcome} is not refused`);
  }
}

/** "今天 10:32" on the day itself, with the date on any other day; on the site's clock. */
export function momentInWords(
  at: Date,
  now: Date,
  site: { timeZone: string; dayStarts: string },
): { zh: string; en: string } {
  const time = wallTime(at, site.timeZone);
  const day = businessDay(at, site.timeZone, site.dayStarts);
  if (day === businessDay(now, site.timeZone, site.dayStarts)) return { zh: `今天 ${time}`, en: `today at ${time}` };
  const [, month, date] = day.split('-').map(Number);
  return { zh: `${month}月${date}日 ${time}`, en: `on ${day} at ${time}` };
}
