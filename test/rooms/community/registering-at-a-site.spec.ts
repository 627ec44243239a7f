import { uuidv7 } from 'uuidv7';
import { ScopeRegister } from '#platform/access';
import { idNumberOf } from '../../support/collector.js';
import { openFront, type Front } from '../../support/house.js';
import { account, layStreet, type Street } from '../../support/street.js';

let front: Front;
let street: Street;
beforeAll(async () => {
  front = await openFront();
  street = await layStreet(front.database, 2);
  for (const role of ['marshal', 'scanner'] as const) {
    const id = await account(front.database, role);
    await front.get(ScopeRegister).put(id, [{ kind: 'site', key: street.siteId }], null);
  }
});
afterAll(() => front.close());

const personOf = (n: number, areaCode = street.buildings[0]) => ({
  id: uuidv7(),
  name: '钱七',
  document: { kind: 'resident-id', number: idNumberOf(n) },
  areaCode,
});

describe('whoever works at one site and answers for no area', () => {
  it.each(['marshal', 'scanner'] as const)('as a %s registers whoever stands before them, once', async (role) => {
    const person = personOf(role === 'marshal' ? 1 : 2);
    const answers = await Promise.all([1, 2, 3].map(() => front.send(role, 'POST', '/residents', person)));
    expect(answers.map(({ status, body }) => [status, body.id])).toEqual([1, 2, 3].map(() => [201, person.id]));
    expect((await front.send(role, 'POST', '/residents', person)).status).toBe(201);
    const search = { idNumber: person.document.number };
    const found = await front.send(role, 'POST', '/resident-searches', search);
    expect(found.body.items).toMatchObject([{ id: person.id, maskedName: '钱*' }]);
    const code = await front.send(role, 'POST', `/residents/${person.id}/codes`);
    expect([code.status, code.body.payload]).toEqual([201, expect.stringMatching(/^SH1\./)]);
    const again = await front.send(role, 'POST', '/residents', { ...person, id: uuidv7() });
    expect([again.status, again.body.code]).toEqual([409, 'resident-is-registered-already']);
  });

  it('adds no building that is not there', async () => {
    const answer = await front.send('marshal', 'POST', '/residents', personOf(3, '370811013001-01-77'));
    expect([answer.status, answer.body.code]).toEqual([404, 'not-in-sight']);
    expect(await front.database.query(`SELECT FROM community.area WHERE code = '370811013001-01-77'`)).toEqual([]);
    const stored = await front.send('organiser', 'POST', '/resident-searches', { idNumber: idNumberOf(3) });
    expect(stored.body.items).toEqual([]);
  });
});
