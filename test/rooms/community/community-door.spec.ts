/* eslint-disable @typescript-eslint/no-unsafe-call, @typescript-eslint/restrict-plus-operands -- answers come over HTTP and have no types here */
import { createPublicKey } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import { DemonstrationStreet } from '#journey/community';
import { openFront, type Front } from '../../support/house.js';
import { checkCharacterOf } from '../../../libs/journey/community/src/check-digit.js';
import { readResidentCode } from '../../../libs/journey/community/src/resident-code.js';
import { workbookOf } from './workbook.js';

let front: Front;
beforeAll(async () => {
  front = await openFront();
  await front.get(DemonstrationStreet).load({ residents: 400 });
});
afterAll(() => front.close());

const idOf = (number: number) => {
  const seventeen = `00800019700101${String(number).padStart(3, '0')}`;
  return seventeen + checkCharacterOf(seventeen);
};
const personOf = (number: number) => ({
  id: uuidv7(),
  name: '欧阳小明',
  document: { kind: 'resident-id', number: idOf(number) },
  phone: '154 9999 8888',
  areaCode: '370811013001-01-7',
  household: '101',
});
const register = (person: unknown) => front.send('gridworker', 'POST', '/residents', person);
const search = (body: unknown) => front.send('scanner', 'POST', '/resident-searches', body);

describe('the demonstration street', () => {
  it('loaded twice, or by two at once, nobody is added again', async () => {
    const street = front.get(DemonstrationStreet);
    const outcomes = await Promise.all([street.load({ residents: 400 }), street.load({ residents: 400 })]);
    expect(outcomes).toEqual([
      { streetCode: '370811013', communities: 15, grids: 156, residentsAdded: 0, residents: 400 },
      { streetCode: '370811013', communities: 15, grids: 156, residentsAdded: 0, residents: 400 },
    ]);
  });
});

describe('areas', () => {
  it('leads from the city down to the buildings, a page at a time', async () => {
    const top = await front.send('organiser', 'GET', '/areas');
    expect(top.body.items).toMatchObject([{ code: '3708', level: 'city', parentCode: null }]);
    const first = await front.send('organiser', 'GET', '/areas?parent=370811013&limit=10');
    const second = await front.send('organiser', 'GET', `/areas?parent=370811013&limit=10&cursor=${first.body.next}`);
    expect([first.body.items.length, second.body.items.length, second.body.next]).toEqual([10, 5, null]);
    const grids = await Promise.all(
      [...first.body.items, ...second.body.items].map(({ code }) =>
        front.send('organiser', 'GET', `/areas?parent=${code}`),
      ),
    );
    expect(grids.reduce((sum, { body }) => sum + body.items.length, 0)).toBe(156);
    expect((await front.send('organiser', 'GET', '/areas/370811013001-01')).body.lineage).toEqual([
      '3708',
      '370811',
      '370811013',
      '370811013001',
      '370811013001-01',
    ]);
  });

  it('an organiser adds a grid; nobody adds one under nothing', async () => {
    expect((await front.send('organiser', 'PUT', '/areas/370811013001-77', { name: '新网格' })).body).toMatchObject({
      level: 'grid',
      name: '新网格',
    });
    expect((await front.send('organiser', 'PUT', '/areas/999999999999-01', { name: '无' })).body.code).toBe(
      'area-is-unknown',
    );
    expect((await front.send('organiser', 'PUT', '/areas/nonsense', { name: '无' })).body.code).toBe(
      'area-code-has-wrong-form',
    );
    expect((await front.send('scanner', 'PUT', '/areas/370811013001-78', { name: '无' })).status).toBe(403);
  });
});

describe('registering one person', () => {
  it('answers masked, and the same for the same request sent five times at once', async () => {
    const person = personOf(1);
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => register(person)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers[0]!.body).toMatchObject({
      id: person.id,
      maskedName: '欧阳*',
      maskedPhone: '154****8888',
      household: '101',
      sex: 'male',
      birthYear: 1970,
    });
    expect(JSON.stringify(answers[0]!.body)).not.toContain('19700101');
  });

  it('another request under the same id is a conflict, and so is the same person under another id', async () => {
    const person = personOf(2);
    await register(person);
    expect((await register({ ...person, name: '王小明' })).body.code).toBe('registration-id-is-taken');
    expect((await register({ ...personOf(3), id: person.id })).body.code).toBe('registration-id-is-taken');
    const again = await register({ ...person, id: uuidv7() });
    expect([again.status, again.body.code, again.body.residentId]).toEqual([
      409,
      'resident-is-registered-already',
      person.id,
    ]);
  });

  it('many who register the same person at once: one succeeds, all others are told whom to use', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => register(personOf(4))));
    const [winner, ...others] = answers.sort((a, b) => a.status - b.status);
    expect(others.map(({ status, body }) => [status, body.residentId])).toEqual(
      others.map(() => [409, winner!.body.id]),
    );
  });

  it.each([
    [
      'a wrong check digit',
      { document: { kind: 'resident-id', number: '110105194912310021' } },
      'document-check-digit-is-wrong',
    ],
    [
      'a passport without a nationality',
      { document: { kind: 'passport', number: 'AB12345' } },
      'passport-needs-nationality',
    ],
    ['an unknown grid', { areaCode: '370811013001-98' }, 'area-is-unknown'],
    ['a landline', { phone: '05372345678' }, 'phone-number-has-wrong-form'],
    ['a name of signs', { name: '<script>' }, 'name-has-wrong-form'],
    ['an unknown category', { categories: ['astronaut'] }, 'invalid-request'],
    ['an unknown field', { isAdmin: true }, 'invalid-request'],
    ['a broken character', { name: '王\u0000明' }, 'name-has-wrong-form'],
  ])('%s is refused in words', async (_, wrong, code) => {
    const answer = await register({ ...personOf(5), ...wrong });
    expect([answer.status, answer.body.code]).toEqual([400, code]);
    expect(answer.body.messages['zh-CN']).toMatch(/请|改正/);
    expect(JSON.stringify(answer.body)).not.toContain('194912310021');
  });

  it('a newborn is registered through the guardian', async () => {
    const answer = await register({
      ...personOf(6),
      document: { kind: 'none', guardian: { kind: 'resident-id', number: idOf(1) } },
      birthYear: 2026,
    });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ documentKind: 'none', birthYear: 2026 });
    expect(answer.body.guardianId).not.toBeNull();
  });
});

describe('finding people', () => {
  it('by document however it is written, by phone, by area page after page', async () => {
    const { body: person } = await register(personOf(10));
    for (const idNumber of [idOf(10), ` ${idOf(10).toLowerCase()} `]) {
      expect((await search({ idNumber })).body.items).toMatchObject([{ id: person.id }]);
    }
    expect((await front.send('scanner', 'GET', `/residents?idNumber=${idOf(10)}`)).body.items).toMatchObject([
      { id: person.id },
    ]);
    expect((await search({ phone: '+8615499998888' })).body.items.map(({ id }: { id: string }) => id)).toContain(
      person.id,
    );
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await search({ area: '370811013', limit: 90, cursor });
      found.push(...page.body.items.map(({ id }: { id: string }) => id));
      cursor = page.body.next ?? undefined;
    } while (cursor !== undefined);
    const [all] = await front.database.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM community.resident',
    );
    expect([found.length, new Set(found).size]).toEqual([all!.count, all!.count]);
    expect((await front.send('scanner', 'GET', `/residents/${person.id}`)).body).toEqual(person);
  });

  it('nobody there is an empty list; a wrong number, two questions or a made-up cursor are refused', async () => {
    expect((await search({ idNumber: idOf(99) })).body).toEqual({ items: [], next: null });
    expect((await search({ idNumber: '110105194912310021' })).body.code).toBe('document-check-digit-is-wrong');
    expect((await search({ idNumber: idOf(1), phone: '15400000000' })).body.code).toBe('search-needs-one-question');
    expect((await search({})).body.code).toBe('search-needs-one-question');
    for (const cursor of [
      'zzz',
      Buffer.from('["a","b"]').toString('base64url'),
      Buffer.from('[1]').toString('base64url'),
    ]) {
      expect((await search({ area: '370811013', cursor })).body.code).toBe('cursor-refused');
    }
    expect((await front.send('scanner', 'GET', '/residents/not-a-uuid')).status).toBe(400);
    expect((await front.send('scanner', 'GET', `/residents/${uuidv7()}`)).body.code).toBe('resident-is-unknown');
    expect((await front.send('courier', 'GET', '/residents?area=370811013')).status).toBe(403);
  });

  it('who has moved is noted, and can come back', async () => {
    const { body: person } = await register(personOf(11));
    const moved = await front.send('gridworker', 'PUT', `/residents/${person.id}/presence`, { presence: 'moved' });
    expect(moved.body.presence).toBe('moved');
    expect(
      (await front.send('gridworker', 'PUT', `/residents/${person.id}/presence`, { presence: 'present' })).body
        .presence,
    ).toBe('present');
  });
});

describe('resident codes', () => {
  it('are issued as text and QR, checked offline with the public key and online against revocation', async () => {
    const { body: person } = await register(personOf(20));
    const { status, body: code } = await front.send('gridworker', 'POST', `/residents/${person.id}/codes`);
    expect([status, code.svg.startsWith('<svg')]).toEqual([201, true]);
    const { body: keys } = await front.send('scanner', 'GET', '/resident-code-keys');
    const held = new Map(
      keys.items.map((key: { keyId: string; publicKey: string }) => [key.keyId, createPublicKey(key.publicKey)]),
    );
    expect(readResidentCode(code.payload, held as never, Date.now() / 1000)).toMatchObject({
      ok: true,
      value: { reference: code.reference },
    });
    expect((await front.send('scanner', 'POST', '/resident-code-checks', { code: code.payload })).body).toMatchObject({
      residentId: person.id,
      maskedName: '欧阳*',
    });
    const revocations = await Promise.all(
      [1, 2].map(() => front.send('gridworker', 'PUT', `/resident-codes/${code.reference}/revocation`)),
    );
    expect(revocations.map((answer) => answer.status)).toEqual([204, 204]);
    expect((await front.send('scanner', 'POST', '/resident-code-checks', { code: code.payload })).body.code).toBe(
      'resident-code-is-revoked',
    );
  });

  it('forged, foreign and unknown codes are told apart', async () => {
    const { body: person } = await register(personOf(21));
    const { body: code } = await front.send('gridworker', 'POST', `/residents/${person.id}/codes`);
    const check = async (payload: string) =>
      (await front.send('scanner', 'POST', '/resident-code-checks', { code: payload })).body.code;
    expect(await check(code.payload.replace(code.reference, 'AAAAAAAAAAAAAAAA'))).toBe(
      'resident-code-signature-is-wrong',
    );
    expect(await check('https://example.org')).toBe('resident-code-has-wrong-form');
    expect((await front.send('gridworker', 'POST', `/residents/${uuidv7()}/codes`)).body.code).toBe(
      'resident-is-unknown',
    );
    expect((await front.send('gridworker', 'PUT', '/resident-codes/AAAAAAAAAAAAAAAA/revocation')).body.code).toBe(
      'resident-code-is-unknown',
    );
  });
});

describe('handing in a ledger over HTTP', () => {
  const csv = { 'content-type': 'text/csv; charset=utf-8' };
  const xlsx = { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };
  async function done(id: string) {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const answer = await front.send('gridworker', 'GET', `/ledger-imports/${id}`);
      if (['done', 'refused'].includes(answer.body.state)) return answer.body;
      await pause(50);
    }
    throw new Error('the import did not end');
  }

  it('a CSV is taken at once, read afterwards, and its errors are listed', async () => {
    const rows = Array.from({ length: 20 }, (_, at) => `王明,${at === 3 ? '123' : idOf(100 + at)},370811013001-01`);
    const taken = await front.send(
      'gridworker',
      'POST',
      '/ledger-imports',
      ['姓名,身份证号,网格编码', ...rows].join('\n'),
      csv,
    );
    expect(taken.status).toBe(202);
    const outcome = await done(taken.body.id);
    expect(outcome).toMatchObject({
      state: 'done',
      counts: { read: 20, added: 19, refused: 1 },
      errors: [{ line: 5, column: '证件号码' }],
    });
    const errors = await front.send('gridworker', 'GET', `/ledger-imports/${taken.body.id}/errors?limit=1`);
    expect(errors.body.items).toHaveLength(1);
  });

  it('a workbook likewise', async () => {
    const workbook = workbookOf([
      ['姓名', '身份证号', '网格编码'],
      ['李红', idOf(200), '370811013002-01'],
    ]);
    const taken = await front.send('gridworker', 'POST', '/ledger-imports', workbook, xlsx);
    expect((await done(taken.body.id)).counts).toMatchObject({ read: 1, added: 1 });
  });

  it('what is no ledger is refused with advice and never a failure of ours', async () => {
    const refused = async (body: string | Buffer | undefined, headers: Record<string, string>) => {
      const answer = await front.send('gridworker', 'POST', '/ledger-imports', body, headers);
      return [answer.status, answer.body.code];
    };
    expect(await refused(Buffer.from([0xff, 0xfe, 0x41, 0]), csv)).toEqual([400, 'ledger-is-utf16']);
    expect(await refused('姓名,手机\n', csv)).toEqual([400, 'ledger-column-is-missing']);
    expect(await refused('', csv)).toEqual([400, 'ledger-is-empty']);
    expect(await refused('PK\u0003\u0004nothing', xlsx)).toEqual([400, 'ledger-workbook-is-broken']);
    expect(await refused('{}', { 'content-type': 'application/json' })).toEqual([415, 'media-type-not-supported']);
    expect(await refused('x', { 'content-type': 'image/png' })).toEqual([415, 'media-type-not-supported']);
    expect(await refused(undefined, {})).toEqual([415, 'media-type-not-supported']);
    expect((await front.send('scanner', 'POST', '/ledger-imports', 'a', csv)).status).toBe(403);
    expect((await front.send('gridworker', 'GET', `/ledger-imports/${uuidv7()}`)).body.code).toBe(
      'ledger-import-is-unknown',
    );
  });
});
