import { uuidv7 } from 'uuidv7';
import type { StaffSession } from '../../every-page/staff/staff-session.js';
import type { CollectorBooks } from '../acts/collector-books.js';
import { canonicalText } from './canonical-text.js';
import { newDeviceKey, signText, type DeviceKey } from './device-key.js';

/** What this browser is to the house. It is kept before it is told, so that a lost answer makes no second device. */
export interface EnrolledDevice {
  id: string;
  key: DeviceKey;
  enrolmentId: string;
  code: string;
  name: string;
  /** `asked`: the house has not answered yet. */
  state: 'asked' | 'waiting' | 'approved' | 'expired' | 'revoked';
  siteId: string | null;
  certificate: string | null;
}

export interface EnrolmentForm {
  enrolmentId: string;
  code: string;
  name: string;
}

/**
 * Makes a key of this browser's own and asks the house to take it as a device. The same form sent again is the same device.
 * @throws {Refusal}
 */
export async function enrol(
  books: CollectorBooks,
  session: StaffSession,
  form: EnrolmentForm,
): Promise<EnrolledDevice> {
  const before = await books.note<EnrolledDevice>('device');
  const isSame = before?.state === 'asked' && before.enrolmentId === form.enrolmentId && before.name === form.name;
  const device: EnrolledDevice = isSame
    ? { ...before, code: form.code }
    : { id: uuidv7(), key: await newDeviceKey(), ...form, state: 'asked', siteId: null, certificate: null };
  if (!isSame) await beginChain(books);
  await books.write('device', device);
  const { id, enrolmentId, code, name, key } = device;
  const signature = await signText(key, canonicalText({ id, enrolmentId }));
  const publicKey = { kty: 'EC' as const, crv: 'P-256' as const, x: key.x, y: key.y };
  const answer = await session.ask(
    session.house.POST('/api/v1/devices', { body: { id, enrolmentId, code, name, publicKey, signature } }),
  );
  return remember(books, device, answer);
}

/** How the house thinks of this device now. @throws {Refusal} */
export async function askState(
  books: CollectorBooks,
  session: StaffSession,
  device: EnrolledDevice,
): Promise<EnrolledDevice> {
  const answer = await session.ask(session.house.GET('/api/v1/devices/{id}', { params: { path: { id: device.id } } }));
  return remember(books, device, answer);
}

async function remember(
  books: CollectorBooks,
  device: EnrolledDevice,
  { state, siteId, certificate }: Pick<EnrolledDevice, 'siteId' | 'certificate'> & { state: EnrolledDevice['state'] },
): Promise<EnrolledDevice> {
  // The code is used up.
  const known = { ...device, state, siteId, certificate, code: '' };
  await books.write('device', known);
  return known;
}

/** A new key begins a new chain. What the old one had sent and got no answer to goes into batches of the new one. */
async function beginChain(books: CollectorBooks): Promise<void> {
  await books.transaction('rw', books.acts, books.answers, books.batches, books.notes, async () => {
    const answered = new Set(await books.answers.toCollection().primaryKeys());
    await books.acts.toCollection().modify((act) => {
      act.counter = answered.has(act.seq) ? -1 : 0;
    });
    await books.batches.clear();
    // The working set was for the old one's key.
    for (const name of ['ground', 'reading', 'working-set-version', 'duty']) await books.write(name, undefined);
  });
}
