import { setTimeout as pause } from 'node:timers/promises';
import { createHmac, randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { ResidentCodeDesk, ResidentRegister } from '#journey/community';
import { uuidv7 } from 'uuidv7';
import { layDevice, type TestDevice } from '../../support/device.js';
import { openFront, type Front } from '../../support/house.js';
import { account, layStreet, type Street } from '../../support/street.js';

let front: Front;
let street: Street;
let device: TestDevice;

beforeAll(async () => {
  front = await openFront();
  street = await layStreet(front.database, 12);
  device = await layDevice(front.database, street.siteId, {
    madeBy: await account(front.database, 'sitelead'),
    enrolledBy: street.scannerId,
    approvedBy: await account(front.database, 'organiser'),
  });
});
afterAll(() => front.close());

interface Part {
  version: string;
  whole: boolean;
  head: any;
  residents: { id: string; masked: string; document: string | null; code: string | null }[];
  gone: string[];
  next: string | null;
}

async function ask(query: Record<string, string> = {}, by = device) {
  const signature = await by.sign({ ...query, deviceId: device.id });
  const path = `/devices/${device.id}/working-set?${new URLSearchParams(query).toString()}`;
  return front.send('scanner', 'GET', path, undefined, { 'x-device-signature': signature });
}

const part = async (query: Record<string, string> = {}) => (await ask(query)).body as Part;

const register = (name: string, idNumber: string) =>
  front.send('gridworker', 'POST', '/residents', {
    id: uuidv7(),
    name,
    document: { kind: 'resident-id', number: idNumber },
    areaCode: street.buildings[0],
    household: '101',
  });

const blind = (key: string, kind: string, value: string) =>
  createHmac('sha256', Buffer.from(key, 'base64url'))
    .update(`${kind}\u0000${value}`)
    .digest()
    .subarray(0, 12)
    .toString('base64url');

describe('what a device takes along', () => {
  it('holds rounds, pool rules, stations, the crew, the tubes and the settings of its site', async () => {
    const { head, whole } = await part();
    expect(whole).toBe(true);
    expect(head.rounds).toMatchObject([{ id: street.roundId, defaultPoolClass: '10' }]);
    expect(head.rounds[0].poolClasses).toContainEqual({ poolClass: '20', capacity: 20 });
    expect(head.stations).toMatchObject([{ id: street.stationId, number: 1 }]);
    expect((head.staff as { role: string }[]).map(({ role }) => role).sort()).toEqual(['collector', 'scanner']);
    expect(head.site).toMatchObject({ id: street.siteId, settings: { batchActsAtMost: 500 } });
  });

  it('tells who is visited at home and where, who is exempt, and fills in what a round leaves unsaid', async () => {
    const [visited, exempt, other] = street.residents;
    await front.database.query('UPDATE community.resident SET home_visit = true, birth_year = 1938 WHERE id = $1', [
      visited!.id,
    ]);
    const path = `/rounds/${street.roundId}/exemptions`;
    const reason = { residentId: exempt!.id, reason: 'other', note: '住院' };
    expect((await front.send('organiser', 'POST', path, reason)).status).toBeLessThan(300);
    const { head, residents } = await part();
    const listed = new Map(residents.map((resident) => [resident.id, resident]));
    expect(listed.get(visited!.id)).toMatchObject({ homeVisit: true, door: '1', birthYear: 1938 });
    expect(listed.get(other!.id)).toMatchObject({ homeVisit: false, door: null, birthYear: null });
    expect(head.buildings).toEqual([{ code: visited!.areaCode, name: '1号楼' }]);
    expect(head.exemptions).toEqual([{ roundId: street.roundId, residentId: exempt!.id }]);
    expect(head.rounds[0].settings).toMatchObject({ openTubeAlarmMinutes: 60, boxPattern: '^BX[A-Za-z0-9-]{1,62}$' });
  });

  it('knows a person by a scanned document and by their code, and holds neither', async () => {
    const idNumber = '001000199001010019';
    const { status, body: resident } = await register('测试甲', idNumber);
    expect(status).toBe(201);
    const { reference } = await front.get(ResidentCodeDesk).issue(resident.id, null);
    const { head, residents } = await part();
    const found = residents.find(({ document }) => document === blind(head.blindKey, 'document', `id18:${idNumber}`));
    expect(found?.id).toBe(resident.id);
    expect(found?.code).toBe(blind(head.blindKey, 'code', reference));
    const text = JSON.stringify({ head, residents });
    for (const personal of ['测试甲', idNumber, reference]) expect(text).not.toContain(personal);
    const index = front.get(ResidentRegister).documentIndex(idNumber);
    expect(text).not.toContain(index.toString('base64url').slice(0, 16));
  });

  it('is another one for another device: what one holds finds nobody on the other', async () => {
    const { head } = await part();
    const other = await layDevice(front.database, street.siteId, {
      madeBy: await account(front.database, 'sitelead'),
      enrolledBy: street.scannerId,
      approvedBy: await account(front.database, 'organiser'),
    });
    const signature = await other.sign({ deviceId: other.id });
    const path = `/devices/${other.id}/working-set`;
    const { body } = await front.send('scanner', 'GET', path, undefined, { 'x-device-signature': signature });
    expect(body.head.blindKey).not.toBe(head.blindKey);
  });

  /** A version after which nobody is told again: as long as anything older is under way anywhere on the server, some are. */
  async function settledVersion(): Promise<string> {
    for (let attempt = 0; attempt < 300; attempt += 1) {
      const { version } = await part();
      if ((await part({ since: version })).residents.length === 0) return version;
      await pause(100);
    }
    throw new Error('something older stayed under way for half a minute');
  }

  it('tells afterwards what has changed, who is new and who is gone, and nothing else', async () => {
    const version = await settledVersion();
    expect(await part({ since: version })).toMatchObject({ whole: false, residents: [], gone: [] });
    const [moved, changed] = street.residents;
    await front.database.query(`UPDATE community.resident SET presence = 'moved' WHERE id = $1`, [moved!.id]);
    await front.database.query(`UPDATE community.resident SET single_only = true WHERE id = $1`, [changed!.id]);
    await front.database.query(`UPDATE community.resident SET body_hash = '' WHERE id = $1`, [street.residents[5]!.id]);
    const delta = await part({ since: version });
    expect(delta.residents.map(({ id }) => id)).toEqual([changed!.id]);
    expect(delta.gone).toEqual([moved!.id]);
  });

  it('misses nobody whose change was written before and committed after the question', async () => {
    const late = street.residents[7]!;
    const runner = front.database.source.createQueryRunner();
    await runner.startTransaction();
    await runner.query(`UPDATE community.resident SET lane = 'green' WHERE id = $1`, [late.id]);
    const { version } = await part();
    await front.database.query(`UPDATE community.resident SET lane = 'green' WHERE id = $1`, [street.residents[8]!.id]);
    await runner.commitTransaction();
    await runner.release();
    const { residents } = await part({ since: version });
    // Somebody who was told before may be told again, as long as anything else under way is older.
    expect(residents.map(({ id }) => id)).toEqual(expect.arrayContaining([late.id, street.residents[8]!.id]));
  });

  it('begins anew for whoever asks with a version of another house', async () => {
    const { version } = await part();
    const answer = await part({ since: `00000000.${version.split('.')[1]}` });
    expect([answer.whole, answer.residents.length > 10]).toEqual([true, true]);
    expect((await ask({ since: 'yesterday' })).status).toBe(400);
  });

  it('goes to the device that signed for it alone, while somebody of the site is signed in', async () => {
    const stranger = await layDevice(front.database, street.siteId, {
      madeBy: await account(front.database, 'sitelead'),
      enrolledBy: street.scannerId,
      approvedBy: await account(front.database, 'organiser'),
    });
    expect((await ask({}, stranger)).body.code).toBe('device-signature-wrong');
    const path = `/devices/${device.id}/working-set`;
    expect((await front.send('scanner', 'GET', path)).body.code).toBe('device-signature-wrong');
    const signature = await device.sign({ deviceId: device.id });
    const unsigned = await front.send(undefined, 'GET', path, undefined, { 'x-device-signature': signature });
    expect(unsigned.status).toBe(401);
    const [row] = await front.database.query<{ reads: number }>(
      `SELECT count(*)::int AS reads FROM journal.entry WHERE topic = 'sampling.working-set-read' AND subject = $1`,
      [`device:${stranger.id}`],
    );
    expect(row!.reads).toBe(0);
    await front.send('sitelead', 'PUT', `/devices/${stranger.id}/revocation`, { reason: '丢失' });
    const revoked = await stranger.sign({ deviceId: stranger.id });
    const answer = await front.send('scanner', 'GET', `/devices/${stranger.id}/working-set`, undefined, {
      'x-device-signature': revoked,
    });
    expect(answer.body.code).toBe('device-is-revoked');
  });

  it('is in the journal each time it is given away', async () => {
    const before = await reads();
    await part();
    expect(await reads()).toBe(before + 1);
  });

  it('carries twenty thousand residents in parts, packed below two megabytes, and goes on after a cut', async () => {
    await front.database.query(
      `WITH house AS (
         INSERT INTO community.household (id, area_code, door) SELECT gen_random_uuid(), $1, 'W' || n FROM generate_series(0, 6667) AS n
         RETURNING id, substr(door, 2)::int AS nth)
       INSERT INTO community.resident (id, area_code, household_id, masked_name, name_sealed, document_kind, document_index,
                                       document_masked, document_sealed)
       SELECT gen_random_uuid(), $1, h.id,
              (ARRAY['王*', '李*明', '张*', '欧阳*'])[1 + n % 4], '', 'resident-id', sha256(n::text::bytea), '0***01', ''
         FROM generate_series(1, 20000) AS n JOIN house h ON h.nth = n / 3`,
      [street.buildings[0]],
    );
    const seen = new Set<string>();
    let bytes = 0;
    let query: Record<string, string> = {};
    let parts = 0;
    for (let cut = 0; ;) {
      const signature = await device.sign({ ...query, deviceId: device.id });
      const answer = await fetch(
        `${front.url}/devices/${device.id}/working-set?${new URLSearchParams(query).toString()}`,
        { headers: { 'x-device-signature': signature, authorization: `Bearer ${await front.tokenOf('scanner')}` } },
      );
      expect(answer.headers.get('content-encoding')).toBe('gzip');
      const told = JSON.parse(await answer.text()) as Part;
      // These residents show no document: keys as long and as random as real ones stand in for theirs.
      const randomKey = () => randomBytes(12).toString('base64url');
      const residents = told.residents.map((one) => ({ ...one, document: randomKey(), code: randomKey() }));
      bytes += gzipSync(JSON.stringify({ ...told, residents })).length;
      if (parts === 3 && cut === 0) {
        cut = 1;
        continue;
      }
      parts += 1;
      told.residents.forEach(({ id }) => seen.add(id));
      if (told.next === null) break;
      query = { version: told.version, after: told.next };
    }
    expect(seen.size).toBeGreaterThan(20_000);
    expect(parts).toBe(11);
    expect(bytes).toBeGreaterThan(500_000);
    expect(bytes).toBeLessThan(2_000_000);
  });

  const reads = async () => {
    const [row] = await front.database.query<{ reads: number }>(
      `SELECT count(*)::int AS reads FROM journal.entry WHERE topic = 'sampling.working-set-read'`,
    );
    return row!.reads;
  };
});
