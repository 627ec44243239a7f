import { z } from 'zod';

/** A moment in an answer. */
export const moment = z.iso.datetime({ offset: true });

/** A moment that somebody gives: with its offset, and in a year in which a test could take place. */
export const givenMoment = moment.max(40).refine(isNearby, 'must lie between the years 2000 and 2200');

/** A calendar day that somebody gives, within the same years. */
export const givenDay = z.iso.date().refine(isNearby, 'must lie between the years 2000 and 2200');

function isNearby(time: string): boolean {
  const year = Number(time.slice(0, 4));
  return year >= 2_000 && year < 2_200;
}
