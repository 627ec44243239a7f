import { answerOf, Refusal } from '../../every-page/house.js';
import { house, memory, session, type BoxRecord } from '../house.js';
import type { Verdict } from '../scan-line.js';
import { verdictAtSight, verdictOfRefusal } from './packing-verdict.js';

const keyOf = (code: string) => ['box', code];

/** What the house says of a box. @throws {Refusal} */
export async function readBox(code: string): Promise<BoxRecord> {
  return session.ask(house.GET('/api/v1/boxes/{code}', { params: { path: { code } } }));
}

/** What the house has just said of a box is what every part of the page shows. */
export function keepBox(box: BoxRecord): BoxRecord {
  memory.setQueryData(keyOf(box.code), box);
  void memory.invalidateQueries({ queryKey: ['boxes'] });
  return box;
}

/** How a page asks for a box and keeps it. */
export function boxQuery(code: string) {
  return { queryKey: keyOf(code), queryFn: () => readBox(code) };
}

/** Puts one tube into the box and says what became of it. The same tube again is harmless. */
export async function packTube(boxCode: string, barcode: string): Promise<Verdict> {
  const atSight = verdictAtSight(barcode, boxCode);
  if (atSight !== undefined) return atSight;
  const known = memory.getQueryData<BoxRecord>(keyOf(boxCode));
  const wasInside = known?.contents.some((tube) => tube.barcode === barcode) === true;
  try {
    const path = { code: boxCode };
    keepBox(
      await session.ask(house.POST('/api/v1/boxes/{code}/tubes', { params: { path }, body: { barcodes: [barcode] } })),
    );
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const verdict = verdictOfRefusal(error);
    if (verdict === undefined) throw error;
    return verdict.word === 'unknownTube' && (await isBox(barcode)) ? { tone: 'wrong', word: 'isBoxCode' } : verdict;
  }
  return wasInside ? { tone: 'already', word: 'already' } : { tone: 'right', word: 'packed' };
}

async function isBox(code: string): Promise<boolean> {
  if (!isBoxCode(code)) return false;
  try {
    await answerOf(house.GET('/api/v1/boxes/{code}', { params: { path: { code } } }));
    return true;
  } catch {
    return false;
  }
}

/** Whether a box can have this code at all. */
export function isBoxCode(code: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/u.test(code) && !code.startsWith('SH1.');
}
