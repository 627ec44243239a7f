import { createPublicKey } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { DeviceRegister, readDeviceCertificate } from '#journey/site';
import { ResidentCodeDesk } from '#journey/community';
import { newDevice, type TestDevice } from '../../support/device.js';
import { openFront, type Front } from '../../support/house.js';
import { layStreet, type Street } from '../../support/street.js';

let front: Front;
let street: Street;

beforeAll(async () => {
  front = await openFront();
  street = await layStreet(front.database);
});
afterAll(() => front.close());

const makeCode = async (role: 'sitelead' | 'organiser' = 'sitelead') =>
  (await front.send(role, 'POST', '/device-enrolments', { siteId: street.siteId })).body as {
    id: string;
    code: string;
    expiresAt: string;
  };

async function requestOf(device: TestDevice, enrolmentId: string, code: string, given = {}) {
  const { id, publicKey } = device;
  const signature = await device.sign({ id, enrolmentId });
  return { id, enrolmentId, code, name: '1号台手机', publicKey, signature, ...given };
}

const enrol = (request: object, role: 'scanner' | 'sitelead' = 'scanner') =>
  front.send(role, 'POST', '/devices', request);

async function enrolled(): Promise<TestDevice> {
  const device = await newDevice();
  const { id, code } = await makeCode();
  expect((await enrol(await requestOf(device, id, code))).status).toBe(201);
  return device;
}

const statusOf = async (answer: ReturnType<Front['send']>) => {
  const { status, body } = await answer;
  return [status, body.code];
};

describe('enrolling a device', () => {
  it('takes a code, a key made on the device and a second person', async () => {
    const device = await newDevice();
    const { id, code, expiresAt } = await makeCode();
    expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(600_000);
    const first = await enrol(await requestOf(device, id, code));
    expect([first.status, first.body.state, first.body.certificate]).toEqual([201, 'waiting', null]);
    expect(await statusOf(front.send('sitelead', 'PUT', `/devices/${device.id}/approval`))).toEqual([
      403,
      'device-second-person-needed',
    ]);
    const { body } = await front.send('organiser', 'PUT', `/devices/${device.id}/approval`);
    expect(body.state).toBe('approved');
    const key = createPublicKey(front.get(ResidentCodeDesk).publicKey().publicKey);
    const claims = readDeviceCertificate(body.certificate as string, key);
    expect(claims).toMatchObject({ device: device.id, site: street.siteId, round: null, x: device.publicKey.x });
    expect(claims!.notAfter - claims!.notBefore).toBe(14 * 86_400);
    const bent = `${(body.certificate as string).slice(0, -4)}AAAA`;
    expect(readDeviceCertificate(bent, key)).toBeUndefined();
  });

  it('is for a round that there is, or for none', async () => {
    const asked = { siteId: street.siteId, roundId: uuidv7() };
    expect(await statusOf(front.send('sitelead', 'POST', '/device-enrolments', asked))).toEqual([
      404,
      'round-not-found',
    ]);
    const there = { ...asked, roundId: street.roundId };
    expect((await front.send('sitelead', 'POST', '/device-enrolments', there)).status).toBe(201);
  });

  it('is the same device when said again, five times at once, and is approved once', async () => {
    const device = await newDevice();
    const { id, code } = await makeCode();
    const request = await requestOf(device, id, code);
    const answers = await Promise.all(Array.from({ length: 5 }, () => enrol(request)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1);
    const approvals = await Promise.all(
      Array.from({ length: 5 }, () => front.send('organiser', 'PUT', `/devices/${device.id}/approval`)),
    );
    expect(new Set(approvals.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    const told = await front.database.query(`SELECT topic FROM journal.entry WHERE subject = $1 ORDER BY recorded_at`, [
      `device:${device.id}`,
    ]);
    expect(told.map(({ topic }) => topic)).toEqual(['site.device-enrolled', 'site.device-approved']);
  });

  it('lets one code in one device only, also when two try at once', async () => {
    const { id, code } = await makeCode();
    const devices = await Promise.all([newDevice(), newDevice(), newDevice()]);
    const requests = await Promise.all(devices.map((device) => requestOf(device, id, code)));
    const answers = await Promise.all(requests.map((request) => enrol(request)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('is never approved by whoever enrolled it, even with a code of somebody else', async () => {
    const device = await newDevice();
    const { id, code } = await makeCode('organiser');
    await enrol(await requestOf(device, id, code), 'sitelead');
    expect(await statusOf(front.send('sitelead', 'PUT', `/devices/${device.id}/approval`))).toEqual([
      403,
      'device-second-person-needed',
    ]);
  });

  it('ends after five wrong guesses, even with the right code then', async () => {
    const device = await newDevice();
    const { id, code } = await makeCode();
    for (let guess = 0; guess < 5; guess += 1) {
      expect(await statusOf(enrol(await requestOf(device, id, 'WRONG222')))).toEqual([409, 'enrolment-code-refused']);
    }
    expect(await statusOf(enrol(await requestOf(device, id, code)))).toEqual([409, 'enrolment-code-refused']);
  });

  it('does not give ten guesses to ten who guess at once', async () => {
    const { id } = await makeCode();
    const device = await newDevice();
    const request = await requestOf(device, id, 'WRONG222');
    await Promise.all(Array.from({ length: 10 }, () => enrol(request)));
    const [row] = await front.database.query('SELECT tries FROM site.enrolment WHERE id = $1', [id]);
    expect(row!.tries).toBe(5);
  });

  it('does not take a code that is too old', async () => {
    const device = await newDevice();
    const { id, code } = await makeCode();
    await front.database.query(
      `UPDATE site.enrolment SET made_at = made_at - interval '11 minutes', expires_at = expires_at - interval '11 minutes'
        WHERE id = $1`,
      [id],
    );
    expect(await statusOf(enrol(await requestOf(device, id, code)))).toEqual([409, 'enrolment-code-refused']);
  });

  it('needs the key itself: a stranger’s key or a point on no curve is refused and costs no try', async () => {
    const [device, stranger] = await Promise.all([newDevice(), newDevice()]);
    const { id, code } = await makeCode();
    const request = await requestOf(device, id, code);
    const bent = { ...device.publicKey, y: device.publicKey.x };
    for (const publicKey of [stranger.publicKey, bent]) {
      expect(await statusOf(enrol({ ...request, publicKey }))).toEqual([400, 'device-key-refused']);
    }
    expect((await enrol(request)).status).toBe(201);
  });

  it('stores the code nowhere', async () => {
    const { id, code } = await makeCode();
    const [row] = await front.database.query<{ text: string }>(
      `SELECT (SELECT e::text FROM site.enrolment e WHERE id = $1) || (SELECT string_agg(j::text, '') FROM journal.entry j) AS text`,
      [id],
    );
    expect(row!.text).not.toContain(code);
    expect(await statusOf(front.send('sitelead', 'POST', '/device-enrolments', { id, siteId: street.siteId }))).toEqual(
      [409, 'id-taken'],
    );
  });

  it('leaves nothing behind when it stops half-way', async () => {
    const device = await newDevice();
    const { id, code } = await makeCode();
    await front.database.query(`CREATE FUNCTION site.stop() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN IF NEW.topic = 'site.device-enrolled' THEN RAISE EXCEPTION 'stop'; END IF; RETURN NEW; END $$`);
    await front.database.query(
      'CREATE TRIGGER stop BEFORE INSERT ON journal.entry FOR EACH ROW EXECUTE FUNCTION site.stop()',
    );
    const request = await requestOf(device, id, code);
    expect((await enrol(request)).status).toBe(503);
    expect(await statusOf(front.send('scanner', 'GET', `/devices/${device.id}`))).toEqual([404, 'device-not-found']);
    await front.database.query('DROP FUNCTION site.stop() CASCADE');
    expect((await enrol(request)).status).toBe(201);
  });
});

describe('a device that was let in', () => {
  it('speaks with its key until it is revoked, from then on at once no more', async () => {
    const register = front.get(DeviceRegister);
    const device = await enrolled();
    const text = 'x';
    const signature = await device.sign('x');
    const speak = () => register.speaking(device.id, JSON.stringify(text), signature);
    await expect(speak()).rejects.toMatchObject({ code: 'device-not-approved' });
    await front.send('organiser', 'PUT', `/devices/${device.id}/approval`);
    expect(await speak()).toMatchObject({ state: 'approved' });
    await expect(register.speaking(device.id, 'y', signature)).rejects.toMatchObject({
      code: 'device-signature-wrong',
    });
    const revoke = () => front.send('sitelead', 'PUT', `/devices/${device.id}/revocation`, { reason: '丢失' });
    const [first, again] = [await revoke(), await revoke()];
    expect([first.body.state, again.body]).toEqual(['revoked', first.body]);
    await expect(speak()).rejects.toMatchObject({ code: 'device-is-revoked' });
    for (const act of ['approval', 'renewal']) {
      expect(await statusOf(front.send('organiser', 'PUT', `/devices/${device.id}/${act}`))).toEqual([
        403,
        'device-is-revoked',
      ]);
    }
  });

  it('is silent when its certificate has expired, and speaks again once it is renewed', async () => {
    const register = front.get(DeviceRegister);
    const device = await enrolled();
    expect(await statusOf(front.send('organiser', 'PUT', `/devices/${device.id}/renewal`))).toEqual([
      403,
      'device-not-approved',
    ]);
    await front.send('organiser', 'PUT', `/devices/${device.id}/approval`);
    await front.database.query(
      `UPDATE site.device SET not_before = now() - interval '14 days', not_after = now() WHERE id = $1`,
      [device.id],
    );
    const signature = await device.sign('x');
    await expect(register.speaking(device.id, '"x"', signature)).rejects.toMatchObject({
      code: 'device-certificate-expired',
    });
    const { body } = await front.send('organiser', 'PUT', `/devices/${device.id}/renewal`);
    expect(body.state).toBe('approved');
    await register.speaking(device.id, '"x"', signature);
  });

  it('never runs for more than fourteen days, whoever writes it', async () => {
    const device = await enrolled();
    await front.send('organiser', 'PUT', `/devices/${device.id}/approval`);
    const longer = front.database.query(
      `UPDATE site.device SET not_after = not_after + interval '1 day' WHERE id = $1`,
      [device.id],
    );
    await expect(longer).rejects.toThrow('check');
  });

  it('that nobody knows is not found', async () => {
    expect(await statusOf(front.send('organiser', 'PUT', `/devices/${uuidv7()}/approval`))).toEqual([
      404,
      'device-not-found',
    ]);
  });
});
