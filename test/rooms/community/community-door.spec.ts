/* eslint-disable @typescript-eslint/no-unsafe-call, @typescript-eslint/restrict-plus-operands -- answers come over HTTP and have no types here */
import { uuidv7 } from 'uuidv7';
import { DemonstrationStreet } from '#journey/community';
import { openFront, type Front } from '../../support/house.js';
import { idOf, personOf } from './people.js';

let front: Front;
beforeAll(async () => {
  front = await openFront();
  await front.get(DemonstrationStreet).load({ residents: 400 });
});
afterAll(() => front.close());

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

  it('a list of areas is loaded whole or not at all, and again without effect', async () => {
    const areas = [
      { code: '370812001', name: '新街道' },
      { code: '370812', name: '新区' },
      { code: '370812001001', name: '新社区' },
    ];
    expect((await front.send('admin', 'PUT', '/areas', { areas })).body).toEqual({ added: 3, renamed: 0 });
    expect((await front.send('admin', 'PUT', '/areas', { areas })).body).toEqual({ added: 0, renamed: 0 });
    const wrong = [...areas, { code: '370812002', name: '另一街道' }, { code: '370899001', name: '无上级' }];
    expect((await front.send('admin', 'PUT', '/areas', { areas: wrong })).body.code).toBe('area-is-unknown');
    expect((await front.send('admin', 'GET', '/areas/370812002')).status).toBe(404);
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
    const ahead = await register({
      ...personOf(7),
      document: { kind: 'none', guardian: { kind: 'resident-id', number: idOf(8) } },
    });
    expect(ahead.body.guardianId).toBeNull();
    const guardian = await register(personOf(8));
    const ward = await front.send('gridworker', 'GET', `/residents/${ahead.body.id}`);
    expect(ward.body.guardianId).toBe(guardian.body.id);
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
