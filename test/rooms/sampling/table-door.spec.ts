import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { ResidentCodeDesk, ResidentRegister } from '#journey/community';
import { openFront, type Front } from '../../support/house.js';
import { layStreet, type Street } from '../../support/street.js';

let front: Front;
let street: Street;
let tubes = 0;

beforeAll(async () => {
  front = await openFront();
  street = await layStreet(front.database, 120);
});
afterAll(() => front.close());

async function openTube(): Promise<string> {
  tubes += 1;
  const barcode = `DOOR-${String(tubes).padStart(4, '0')}`;
  const { roundId, stationId } = street;
  const { status } = await front.send('scanner', 'POST', '/tubes', { barcode, roundId, stationId, poolClass: '10' });
  expect(status).toBe(201);
  return barcode;
}

const swab = (tube: string, resident: object, id = uuidv7(), scannedAt = new Date().toISOString()) =>
  front.send('scanner', 'POST', `/tubes/${tube}/swabs`, { id, resident, scannedAt });

describe("a table's device over HTTP", () => {
  it('scans sixty-four people into one ten-place tube: ten are in, fifty-four hear why not', async () => {
    const tube = await openTube();
    const answers = await Promise.all(street.residents.slice(0, 64).map(({ id }) => swab(tube, { id })));
    const taken = answers.filter(({ status }) => status === 201).map(({ body }) => body.place as number);
    expect(taken.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const refused = answers.filter(({ status }) => status === 409).map(({ body }) => body);
    expect(refused).toHaveLength(54);
    for (const problem of refused) {
      expect(problem).toMatchObject({ code: 'tube-is-full', detail: expect.stringContaining('换管') });
    }
  });

  it('sends the same swab five times at once and hears one answer; another swab under its id is a conflict', async () => {
    const tube = await openTube();
    const [one, other] = street.residents.slice(70, 72);
    const [id, scannedAt] = [uuidv7(), new Date().toISOString()];
    const answers = await Promise.all(Array.from({ length: 5 }, () => swab(tube, { id: one!.id }, id, scannedAt)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1);
    expect(answers[0]!.body).toMatchObject({ id, tube, place: 1, masked: '王*' });
    const conflict = await swab(tube, { id: other!.id }, id, scannedAt);
    expect([conflict.status, conflict.body.code]).toEqual([409, 'swab-id-taken']);
    const { body } = await front.send('scanner', 'GET', `/tubes/${tube}`);
    expect(body.members).toHaveLength(1);
  });

  it('knows a person by the code on a phone and by the number on a document, as one person', async () => {
    const tube = await openTube();
    const idNumber = '001000199001010019';
    const [person] = street.residents.slice(80, 81);
    const index = front.get(ResidentRegister).documentIndex(idNumber);
    await front.database.query('UPDATE community.resident SET document_index = $2 WHERE id = $1', [person!.id, index]);
    const { payload } = await front.get(ResidentCodeDesk).issue(person!.id, null);
    expect((await swab(tube, { code: payload })).body).toMatchObject({ place: 1 });
    const again = await swab(tube, { idNumber });
    expect(again.body).toMatchObject({
      code: 'already-sampled',
      detail: expect.stringContaining(`已在管 ${tube} 采样`),
    });
  });

  it('hears what is wrong with a forged code, a wrong check digit, a person nobody knows and a tube nobody opened', async () => {
    const tube = await openTube();
    const { payload } = await front.get(ResidentCodeDesk).issue(street.residents[90]!.id, null);
    const forged = payload.slice(0, -8) + randomBytes(6).toString('base64url');
    const answers = [
      await swab(tube, { code: forged }),
      await swab(tube, { idNumber: '001000199001010018' }),
      await swab(tube, { idNumber: '001000199001010027' }),
      await swab('NEVER-OPENED', { id: street.residents[91]!.id }),
      await swab(tube, { id: uuidv7() }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 404, 404, 404]);
    for (const { body } of answers) {
      expect(body.messages['zh-CN']).toMatch(/请|核对/);
      expect(JSON.stringify(body)).not.toContain('0010001990');
    }
    expect((await front.send('scanner', 'GET', `/tubes/${tube}`)).body.filled).toBe(0);
  });
});
