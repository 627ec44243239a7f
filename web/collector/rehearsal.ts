import { nobodysNumber } from './codes/id-number.js';
import type { ActPlaces } from './acts/act-places.js';
import { Table } from './table/table.js';
import { Work, type Rests } from './work.js';

const tube = 'rehearsal';
const swabs = 3;
/** Long enough for what a scan came to to be drawn. */
const drawnMs = 40;
/** Nobody is kept from their work by it for longer, whatever does not answer. */
const longestMs = 2_000;

/** A table like the one at which the shift works, with places that keep nothing. */
export function tableOfRehearsal(rests: Rests, places: ActPlaces, changed: () => void): Work {
  const { duty } = rests;
  const round = { ...duty.round, settings: { ...duty.round.settings, barcodePattern: `^${tube}$` } };
  let seq = 0;
  return new Work({
    ...{ ...rests, duty: { ...duty, round }, places: places.rehearsing, changed },
    table: new Table(),
    bootId: '',
    nextSeq: () => seq + 1,
    kept: () => (seq += 1),
  });
}

/**
 * Scans a tube and a few people that there are not, before the first scan of a shift: what a browser does for the first
 * time takes it three times as long, and nobody shall wait for that. Judging, keyed hashes, places and drawing are those of
 * a real scan.
 * @param goesOn asked before each scan: whoever really scans something is not kept waiting by it
 * @param atMostMs after so long it is over, though something did not answer
 */
export async function rehearse(
  { people }: Rests,
  work: Work,
  goesOn: () => boolean,
  atMostMs = longestMs,
): Promise<void> {
  let isOver = false;
  async function play(): Promise<void> {
    const codes = [tube, ...Array.from({ length: swabs }, (_, n) => nobodysNumber(n))];
    await people.rehearse().catch(() => undefined);
    for (const code of codes) {
      if (isOver || !goesOn()) return;
      work.scan(code);
      await work.settled;
      await pause(drawnMs);
    }
  }
  await Promise.race([play(), pause(atMostMs)]);
  isOver = true;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
