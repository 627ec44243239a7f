import { uuidv7 } from 'uuidv7';
import { ReconcileCorrection, ReconcileMerging } from '#journey/results';
import { AccountRegister, ScopeRegister, type Role } from '#platform/access';
import { Transactions } from '#platform/database';
import { openFront, testPassword, type Front } from '../../support/house.js';
import { layStreet, type Street } from '../../support/street.js';
import { laySite } from '../../support/tubes.js';
import { idOf, personOf } from '../community/people.js';

let front: Front;
let street: Street;
let elsewhere: string;
let tubes = 0;

/** Sends as somebody of one site or area only. */
type Sender = (method: string, path: string, body?: unknown) => ReturnType<Front['send']>;
let lead: Sender;
let leadElsewhere: Sender;

beforeAll(async () => {
  front = await openFront();
  street = await layStreet(front.database, 40);
  elsewhere = await laySite(front.database, 'S2', '370811');
  lead = await somebody('lead-1', 'sitelead', 'site', street.siteId);
  leadElsewhere = await somebody('lead-2', 'sitelead', 'site', elsewhere);
});
afterAll(() => front.close());

async function somebody(username: string, role: Role, kind: string, key: string): Promise<Sender> {
  const { id } = await front
    .get(AccountRegister)
    .add({ username, role, displayName: username, password: testPassword });
  await front.get(ScopeRegister).put(id, [{ kind, key }], null);
  const { body } = await front.send(undefined, 'POST', '/sessions', { username, password: testPassword });
  return (method, path, sent) =>
    front.send(undefined, method, path, sent, {
      authorization: `Bearer ${body.token}`,
      ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
    });
}

async function openTube(): Promise<string> {
  tubes += 1;
  const barcode = `DOOR-${String(tubes).padStart(4, '0')}`;
  const { roundId, stationId } = street;
  const { status } = await front.send('scanner', 'POST', '/tubes', { barcode, roundId, stationId, poolClass: '10' });
  expect(status).toBe(201);
  return barcode;
}

async function swab(tube: string, n: number): Promise<string> {
  const id = uuidv7();
  const sent = { id, resident: { id: street.residents[n]!.id }, scannedAt: new Date().toISOString() };
  expect((await front.send('scanner', 'POST', `/tubes/${tube}/swabs`, sent)).status).toBe(201);
  return id;
}

const seal = (tube: string, countedSwabs: number) =>
  front.send('scanner', 'PUT', `/tubes/${tube}/seal`, { countedSwabs, reason: 'end-of-session' });

const told = ({ status, body }: { status: number; body: any }) => [status, body.code ?? body.state];

describe('corrections over HTTP', () => {
  it('are done at once by the pair, with what they scan: an id, a document, a code', async () => {
    const tube = await openTube();
    const swabId = await swab(tube, 0);
    const asked = {
      kind: 'bind',
      tube,
      swabId,
      resident: { id: street.residents[1]!.id },
      reason: 'wrong-person-scanned',
    };
    const done = await front.send('scanner', 'POST', '/corrections', { ...asked, note: '当场发现' });
    expect(done).toMatchObject({ status: 201, body: { state: 'applied', secondPerson: false, siteId: street.siteId } });
    const { body } = await front.send('scanner', 'GET', `/tubes/${tube}`);
    expect(body.members).toMatchObject([{ place: 1 }]);
    const unknown = { ...asked, resident: { idNumber: '001000199001010027' } };
    expect(told(await front.send('scanner', 'POST', '/corrections', unknown))).toEqual([404, 'unknown-resident']);
    expect(told(await front.send('scanner', 'POST', '/corrections', { ...asked, reason: 'because' }))).toEqual([
      400,
      'invalid-request',
    ]);
  });

  it('of a sealed tube wait for a lead of this site; for the lead of another one there is no such correction', async () => {
    const tube = await openTube();
    const swabId = await swab(tube, 2);
    await seal(tube, 1);
    const asked = { kind: 'void', tube, swabId, reason: 'not-swabbed' };
    expect(told(await leadElsewhere('POST', '/corrections', asked))).toEqual([404, 'unknown-tube']);
    const { body } = await front.send('scanner', 'POST', '/corrections', asked);
    expect(body.state).toBe('proposed');
    for (const [method, path] of [
      ['GET', ''],
      ['PUT', '/approval'],
      ['PUT', '/withdrawal'],
    ] as const) {
      expect(told(await leadElsewhere(method, `/corrections/${body.id}${path}`))).toEqual([
        404,
        'correction-not-found',
      ]);
    }
    expect((await leadElsewhere('GET', '/corrections')).body.items).toEqual([]);
    expect(told(await front.send('scanner', 'PUT', `/corrections/${body.id}/approval`))).toEqual([403, 'not-allowed']);
    expect(told(await lead('PUT', `/corrections/${body.id}/approval`))).toEqual([200, 'applied']);
    expect(told(await lead('PUT', `/corrections/${body.id}/approval`))).toEqual([200, 'applied']);
    expect(told(await front.send('sitelead', 'PUT', `/corrections/${body.id}/approval`))).toEqual([
      409,
      'correction-is-decided',
    ]);
    const listed = await lead('GET', `/corrections?siteId=${street.siteId}&state=applied&tube=${tube}`);
    expect(listed.body.items).toMatchObject([{ id: body.id, tubes: [tube] }]);
    await front
      .get(Transactions)
      .runAs('jobs', (tx) => front.get(ReconcileCorrection).handle(tx, { correctionId: body.id }));
  });

  it('ask for a second person because of a tube at another site which the pair cannot see', async () => {
    const [closed, open] = [await openTube(), await openTube()];
    const old = await swab(closed, 3);
    await seal(closed, 1);
    const { body } = await front.send('scanner', 'POST', '/corrections', { kind: 'void', tube: closed, swabId: old, reason: 'other' }); // prettier-ignore
    await lead('PUT', `/corrections/${body.id}/approval`);
    await front.database.query('UPDATE sampling.tube SET site_id = $2 WHERE barcode = $1', [closed, elsewhere]);
    const swabId = await swab(open, 3);
    const asked = { kind: 'unbind', tube: open, swabId, reason: 'other' };
    expect(told(await lead('POST', '/corrections', asked))).toEqual([201, 'proposed']);
  });
});

describe('the history of a tube', () => {
  it('tells in order who did what to it, to whoever may see it', async () => {
    const [from, to] = [await openTube(), await openTube()];
    const swabId = await swab(from, 20);
    await swab(to, 21);
    const moved = { kind: 'move-swab', tube: from, swabId, toTube: to, reason: 'wrong-tube-scanned' };
    expect((await front.send('scanner', 'POST', '/corrections', moved)).status).toBe(201);
    await seal(to, 2);
    const { body } = await lead('GET', `/tubes/${to}/history`);
    const history = body.history as { what: string; kind: string }[];
    expect(history.map(({ what, kind }) => `${what} ${kind}`)).toEqual([
      'opened 10',
      'swab-recorded screening',
      'correction-proposed move-swab',
      'swab-recorded screening',
      'correction-applied move-swab',
      'sealed null',
    ]);
    expect(JSON.stringify(body)).not.toContain(street.residents[20]!.id);
    expect(told(await leadElsewhere('GET', `/tubes/${to}/history`))).toEqual([404, 'unknown-tube']);
  });
});

describe('mergings over HTTP', () => {
  it('are asked for by a grid worker, approved by another, and out of sight for one of another grid', async () => {
    const here = await somebody('grid-1', 'gridworker', 'area', '370811013001-01');
    const there = await somebody('grid-2', 'gridworker', 'area', '370811013001-01-02');
    const [one, other] = street.residents.slice(10, 12).map(({ id }) => id);
    const path = `/residents/${one}/merging`;
    const { body } = await here('POST', path, { into: other, reason: 'typing-mistake' });
    expect(body).toMatchObject({ state: 'proposed', absorbedId: one, survivorId: other });
    expect(told(await there('POST', path, { into: other, reason: 'typing-mistake' }))).toEqual([
      404,
      'resident-is-unknown',
    ]);
    expect(told(await there('PUT', `/mergings/${body.id}/approval`))).toEqual([404, 'merging-not-found']);
    expect((await there('GET', '/mergings')).body.items).toEqual([]);
    expect(told(await here('PUT', `/mergings/${body.id}/approval`))).toEqual([403, 'another-person-must-merge']);
    expect(told(await front.send('organiser', 'PUT', `/mergings/${body.id}/approval`))).toEqual([200, 'applied']);
    await front.get(Transactions).runAs('jobs', (tx) => front.get(ReconcileMerging).handle(tx, { mergingId: body.id }));
    const tube = await openTube();
    const sent = { id: uuidv7(), resident: { id: one }, scannedAt: new Date().toISOString() };
    expect((await front.send('scanner', 'POST', `/tubes/${tube}/swabs`, sent)).status).toBe(201);
    expect((await here('GET', '/mergings?state=applied')).body.items).toMatchObject([{ id: body.id }]);
  });

  it('show in the ledger: the absorbed entry names the one that stays, and is in no list of an area', async () => {
    const [one, other] = [idOf(801), idOf(802)];
    const add = async (n: number, number: string) => {
      const person = { ...personOf(n), document: { kind: 'resident-id', number } };
      expect((await front.send('gridworker', 'POST', '/residents', person)).status).toBe(201);
      return person.id;
    };
    const [absorbed, survivor] = [await add(801, one), await add(802, other)];
    const found = async (question: object, as: Role = 'organiser') =>
      (await front.send(as, 'POST', '/resident-searches', { limit: 200, ...question })).body.items as {
        id: string;
        mergedInto: string | null;
      }[];
    const area = personOf(1).areaCode;
    expect((await found({ area })).map(({ id }) => id)).toEqual(expect.arrayContaining([absorbed, survivor]));
    const { body } = await front.send('gridworker', 'POST', `/residents/${absorbed}/merging`, {
      ...{ into: survivor, reason: 'typing-mistake' },
    });
    await front.send('organiser', 'PUT', `/mergings/${body.id}/approval`);
    expect((await front.send('organiser', 'GET', `/residents/${absorbed}`)).body.mergedInto).toBe(survivor);
    expect((await front.send('organiser', 'GET', `/residents/${survivor}`)).body.mergedInto).toBeNull();
    const listed = (await found({ area })).map(({ id }) => id);
    expect(listed).toContain(survivor);
    expect(listed).not.toContain(absorbed);
    // By the old number the table finds the one who stays, wherever they live, and first.
    const scanner = await somebody('scanner-1', 'scanner', 'site', street.siteId);
    const { items } = (await scanner('POST', '/resident-searches', { idNumber: one })).body as {
      items: { id: string; mergedInto: string | null }[];
    };
    expect(items).toMatchObject([
      { id: survivor, mergedInto: null },
      { id: absorbed, mergedInto: survivor },
    ]);
  });
});
