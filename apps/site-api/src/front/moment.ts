import { z } from 'zod';
import { inWords } from '#platform/errors';

/** A moment in an answer. */
export const moment = z.iso.datetime({ offset: true });

/** A moment that somebody plans: with its offset, and in a year in which a test could take place. */
export const givenMoment = moment
  .max(40)
  .refine(liesFrom(2_000), inWords('应在 2000 年到 2200 年之间', 'must lie between the years 2000 and 2200'));

/** A calendar day that somebody gives, within the same years. */
export const givenDay = z.iso
  .date()
  .refine(liesFrom(2_000), inWords('应在 2000 年到 2200 年之间', 'must lie between the years 2000 and 2200'));

/** What a device's clock says: one that forgot the time counts from 1970 and is believed to mean it, or nearly. */
export const deviceMoment = moment
  .max(40)
  .refine(liesFrom(1_900), inWords('应在 1900 年到 2200 年之间', 'must lie between the years 1900 and 2200'));

function liesFrom(first: number): (time: string) => boolean {
  return (time) => {
    const year = Number(time.slice(0, 4));
    return year >= first && year < 2_200;
  };
}
