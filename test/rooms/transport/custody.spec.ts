import { LabRegister } from '#journey/lab';
import { HandoverDesk, PackingBench } from '#journey/transport';
import { AccountRegister } from '#platform/access';
import { Journal } from '#platform/journal';
import { openFront, type Front } from '../../support/house.js';
import { account, layStreet, type Street } from '../../support/street.js';
import { layTube } from '../../support/tubes.js';

let front: Front;
let street: Street;
let ids: Map<string, string>;

beforeAll(async () => {
  front = await openFront();
  street = await layStreet(front.database, 3);
  ids = await front.get(AccountRegister).idsByUsername(['packer', 'courier', 'lab']);
  const labs = front.get(LabRegister);
  await labs.put('LAB1', '第一实验室', null);
  await labs.put('LAB2', '第二实验室', null);
  await labs.assign(ids.get('lab')!, 'LAB1', null);
});
afterAll(() => front.close());

async function sealedBox(code: string, labCode?: string): Promise<void> {
  const bench = front.get(PackingBench);
  await bench.open({ code, siteId: street.siteId, labCode }, ids.get('packer')!);
  await layTube(front.database, street, `${code}-T`, []);
  await bench.pack(code, [`${code}-T`], ids.get('packer')!);
  await bench.seal(code, 1, ids.get('packer')!);
}
const dispatch = (code: string, givenBy = 'packer', plate?: string) =>
  front.send('courier', 'PUT', `/boxes/${code}/dispatch`, { givenBy, plate });
const arrive = (code: string, hubCode: string) =>
  front.send('courier', 'PUT', `/boxes/${code}/hub-arrival`, { hubCode });
const depart = (code: string, hubCode: string) =>
  front.send('courier', 'PUT', `/boxes/${code}/hub-departure`, { hubCode });
const receive = (code: string, givenBy = 'courier') => front.send('lab', 'PUT', `/boxes/${code}/receipt`, { givenBy });

describe('custody', () => {
  it('follows a box from the packer over two hubs to the laboratory, each step signed by both sides', async () => {
    await sealedBox('C1');
    expect((await dispatch('C1', 'packer', '鲁H12345')).body.state).toBe('dispatched');
    expect((await arrive('C1', 'HUB1')).body).toMatchObject({ state: 'at-hub', hubCode: 'HUB1' });
    expect((await depart('C1', 'HUB1')).body.state).toBe('dispatched');
    await arrive('C1', 'HUB2');
    await depart('C1', 'HUB2');
    const received = await receive('C1', ids.get('courier'));
    expect(received.body).toMatchObject({ state: 'received', labCode: 'LAB1' });
    const legs: [number, string, string | null, string][] = [
      [1, 'dispatch', 'packer', 'courier'],
      [2, 'hub-arrival', 'courier', 'courier'],
      [3, 'hub-departure', null, 'courier'],
      [4, 'hub-arrival', 'courier', 'courier'],
      [5, 'hub-departure', null, 'courier'],
      [6, 'receipt', 'courier', 'lab'],
    ];
    expect(received.body.custody).toMatchObject(
      legs.map(([leg, kind, givenBy, takenBy]) => ({ leg, kind, givenBy, takenBy })),
    );
  });

  it('is signed once, however often and at once it is sent, also after the box has moved on', async () => {
    await sealedBox('C2');
    const signed = await Promise.all(Array.from({ length: 8 }, () => dispatch('C2')));
    expect(signed.map(({ status }) => status)).toEqual(Array(8).fill(200));
    await arrive('C2', 'HUB1');
    expect((await dispatch('C2')).status).toBe(200);
    await depart('C2', 'HUB1');
    expect((await arrive('C2', 'HUB1')).status).toBe(200);
    const received = await Promise.all(Array.from({ length: 8 }, () => receive('C2')));
    expect(received.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(received[0]!.body.custody).toHaveLength(4);
    expect((await dispatch('C2', 'packer', '鲁H99999')).body.code).toBe('handover-already-signed');
  });

  it('goes to one courier when two reach for the same box', async () => {
    await sealedBox('C3');
    const other = await account(front.database, 'courier2', 'courier');
    const desk = front.get(HandoverDesk);
    const outcomes = await Promise.allSettled([
      desk.dispatch('C3', { givenBy: 'packer' }, ids.get('courier')!),
      desk.dispatch('C3', { givenBy: 'packer' }, other),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('cannot leave out a step or name somebody who does not hold the box', async () => {
    await front.get(PackingBench).open({ code: 'C4', siteId: street.siteId }, ids.get('packer')!);
    expect((await dispatch('C4')).body.code).toBe('box-is-elsewhere');
    await sealedBox('C5');
    expect((await receive('C5')).body.code).toBe('box-is-elsewhere');
    expect((await dispatch('C5', 'nobody')).body.code).toBe('giver-is-unknown');
    expect((await dispatch('C5', 'lab')).body.code).toBe('giver-is-unknown');
    await dispatch('C5');
    await account(front.database, 'courier3', 'courier');
    expect((await receive('C5', 'courier3')).body.code).toBe('giver-does-not-hold-box');
    await arrive('C5', 'HUB1');
    expect((await depart('C5', 'HUB2')).body.code).toBe('box-is-at-another-hub');
    expect((await receive('C5')).body.code).toBe('box-is-elsewhere');
  });

  it('lets no laboratory sign for a box that is meant for another one', async () => {
    await sealedBox('C6', 'LAB2');
    await dispatch('C6');
    const wrong = await receive('C6');
    expect([wrong.status, wrong.body.code]).toEqual([409, 'box-is-for-another-lab']);
    expect(wrong.body.messages.en).toContain('LAB2');
  });

  it('leaves nothing half-signed when it is stopped half-way', async () => {
    await sealedBox('C7');
    const journal = front.get(Journal);
    const record = journal.record.bind(journal);
    journal.record = () => Promise.reject(new Error('the power went out'));
    try {
      const desk = front.get(HandoverDesk);
      await expect(desk.dispatch('C7', { givenBy: 'packer' }, ids.get('courier')!)).rejects.toThrow('power');
    } finally {
      journal.record = record;
    }
    const box = await front.send('packer', 'GET', '/boxes/C7');
    expect(box.body).toMatchObject({ state: 'sealed', custody: [] });
    expect((await dispatch('C7')).status).toBe(200);
  });
});
