import { Acts } from '../../support/acts.js';
import { layDevice, type TestDevice } from '../../support/device.js';
import { openFront, type Front } from '../../support/house.js';
import { account, layStreet, type Street } from '../../support/street.js';

let front: Front;
let street: Street;
let device: TestDevice;
let acts: Acts;

beforeAll(async () => {
  front = await openFront();
  street = await layStreet(front.database, 6);
  device = await layDevice(front.database, street.siteId, {
    madeBy: await account(front.database, 'sitelead'),
    enrolledBy: street.scannerId,
    approvedBy: await account(front.database, 'organiser'),
  });
  acts = new Acts(street);
});
afterAll(() => front.close());

async function sent(entries: object[]) {
  const { status, body } = await front.send(undefined, 'POST', '/device-batches', await device.batch(entries));
  expect(status).toBe(200);
  return (body.entries as { outcome: string; rules: string[] }[]).map(({ outcome, rules }) =>
    [outcome, ...rules].join(),
  );
}

const discard = (tube: string) => acts.entry('discard-tube', { tube, reason: '误扫' });

async function stateOf(tube: string): Promise<unknown> {
  const [row] = await front.database.query('SELECT state, discard_reason FROM sampling.tube WHERE barcode = $1', [
    tube,
  ]);
  return row;
}

describe('a tube that a device opened by mistake', () => {
  it('is put away, and its code is used up; said twice it is once', async () => {
    expect(await sent([acts.open('DISC-1'), discard('DISC-1'), discard('DISC-1')])).toEqual([
      'accepted',
      'accepted',
      'accepted',
    ]);
    expect(await stateOf('DISC-1')).toEqual({ state: 'discarded', discard_reason: '误扫' });
    const entries = await front.database.query(
      `SELECT 1 FROM journal.entry WHERE topic = 'sampling.tube-discarded-offline' AND subject = 'tube:DISC-1'`,
    );
    expect(entries).toHaveLength(1);
  });

  it('stays open when somebody is in it, and somebody looks into it', async () => {
    const person = { id: street.residents[0]!.id };
    expect(await sent([acts.open('DISC-2'), acts.swab('DISC-2', person), discard('DISC-2')])).toEqual([
      'accepted',
      'accepted',
      'exception,act-against-rules',
    ]);
    expect(await stateOf('DISC-2')).toMatchObject({ state: 'open' });
  });

  it('that nobody opened, or that is sealed, is told as that', async () => {
    const person = { id: street.residents[1]!.id };
    const entries = [discard('NEVER'), acts.open('DISC-3'), acts.swab('DISC-3', person)];
    expect(await sent([...entries, acts.seal('DISC-3', 1, { reason: 'other' }), discard('DISC-3')])).toEqual([
      'exception,unknown-tube',
      'accepted',
      'accepted',
      'accepted',
      'exception,tube-not-open',
    ]);
  });
});
