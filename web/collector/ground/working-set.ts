import type { StaffSession } from '../../every-page/staff/staff-session.js';
import type { CollectorBooks } from '../acts/collector-books.js';
import { bytesOf, sha256 } from '../device/bytes.js';
import { canonicalText } from '../device/canonical-text.js';
import type { WorkingHead, WorkingPart } from './ground.js';
import { takeInBlindKey, type PeopleVault } from './people-vault.js';

/** A working set that has arrived whole. */
export interface Ground {
  head: WorkingHead;
  /** When it was fetched, by this device's clock. */
  at: string;
  people: number;
  blindKey: CryptoKey;
}

/** Where a reading stands that was cut: it goes on from there. */
interface Reading {
  name: string;
  since: string | undefined;
  version: string;
  whole: boolean;
  after: string;
  head: WorkingHead;
  blindKey: CryptoKey;
}

/** A part that was cut or changed on its way. */
class PartIsTorn extends Error {}

/**
 * Fetches the working set part by part: what has changed since the last one, or all of it. What was there before stays in
 * use until all of the new one has come.
 *
 * @param sign with the device's key
 * @param told how many people have come so far
 */
export async function fetchWorkingSet(
  books: CollectorBooks,
  vault: PeopleVault,
  session: StaffSession,
  device: { id: string; sign: (text: string) => Promise<string> },
  told: (people: number) => void,
): Promise<Ground> {
  let reading = await books.note<Reading>('reading');
  let people = reading === undefined ? 0 : await books.residents.where('reading').equals(reading.name).count();
  for (;;) {
    const since = reading === undefined ? await books.note<string>('working-set-version') : reading.since;
    const query = {
      ...(since === undefined ? {} : { since }),
      ...(reading === undefined ? {} : { version: reading.version, after: reading.after }),
    };
    const part = await askPart(session, device, query);
    const first = reading === undefined ? await takeIn(part.head) : reading;
    const { head, blindKey } = first;
    const name: string = reading?.name ?? part.version;
    const rows = await vault.seal(part.residents, name);
    people += rows.length;
    const { next, version, whole } = part;
    if (next !== null) {
      reading = { name, since, version, whole, after: next, head, blindKey };
      const goesOn = reading;
      await books.transaction('rw', books.residents, books.notes, async () => {
        await books.residents.bulkPut(rows);
        await books.residents.bulkDelete(part.gone);
        await books.write('reading', goesOn);
      });
      told(people);
      continue;
    }
    return books.transaction('rw', books.residents, books.notes, async () => {
      await books.residents.bulkPut(rows);
      await books.residents.bulkDelete(part.gone);
      if (whole) await books.residents.where('reading').notEqual(name).delete();
      await books.write('reading', undefined);
      await books.write('working-set-version', version);
      const ground = { head, at: new Date().toISOString(), people: await books.residents.count(), blindKey };
      await books.write('ground', ground);
      return ground;
    });
  }
}

/** The head without the key in it, and the key as one that cannot be read back. */
async function takeIn(head: WorkingPart['head']): Promise<{ head: WorkingHead; blindKey: CryptoKey }> {
  if (head === null) throw new PartIsTorn();
  return { head: { ...head, blindKey: '' }, blindKey: await takeInBlindKey(bytesOf(head.blindKey)) };
}

async function askPart(
  session: StaffSession,
  device: { id: string; sign: (text: string) => Promise<string> },
  query: { since?: string; version?: string; after?: string },
): Promise<WorkingPart> {
  const signature = await device.sign(canonicalText({ ...query, deviceId: device.id }));
  const part = await session.ask(
    session.house.GET('/api/v1/devices/{id}/working-set', {
      params: { path: { id: device.id }, query, header: { 'x-device-signature': signature } },
    }),
  );
  if ((await sha256(JSON.stringify(part.residents))) !== part.sha256) throw new PartIsTorn();
  return part;
}
