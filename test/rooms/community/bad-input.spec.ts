import { uuidv7 } from 'uuidv7';
import { DemonstrationStreet } from '#journey/community';
import { openFront, type Front } from '../../support/house.js';
import { personOf } from './people.js';

let front: Front;
beforeAll(async () => {
  front = await openFront();
  await front.get(DemonstrationStreet).load({ residents: 5 });
});
afterAll(() => front.close());

const bad: unknown[] = [
  null, true, -1, 1e308, '', ' ', 'x'.repeat(300), '\u0000', '\ud800', '😀', '\u202eabc', "'; DROP TABLE community.resident; --", '=1+1',
  '../../etc/passwd', '%00', '1e400', [], [[]], {}, { $gt: '' }, { toString: 1 }, '2026-13-45', '９９９', '0', 'null',
]; // prettier-ignore
const poison = '{"__proto__":{"role":"admin"},"constructor":{"prototype":{"x":1}}}';

const person = {
  ...personOf(900),
  phone: '15400000000',
  guardian: { kind: 'resident-id', number: '1' },
  categories: ['medical'],
  lane: 'green',
  homeVisit: true,
  singleOnly: false,
  birthYear: 1970,
  sex: 'male',
};
const bodies: [string, string, Record<string, unknown>][] = [
  ['POST', '/residents', person],
  [
    'POST',
    '/residents',
    {
      ...personOf(901),
      document: {
        kind: 'none',
        number: '',
        nationality: 'JPN',
        guardian: { kind: 'passport', number: 'AB12345', nationality: '日本' },
        ordinal: 1,
        relation: 'son',
      },
    },
  ],
  [
    'POST',
    '/resident-searches',
    { idNumber: '1', documentKind: 'passport', nationality: 'JPN', phone: '1', area: '3708', cursor: 'a', limit: 1 },
  ],
  ['POST', '/resident-code-checks', { code: 'SH1.' }],
  ['POST', '/resident-sessions', { code: 'SH1.', documentEnding: '1' }],
  ['PUT', '/areas', { areas: [{ code: '3709', name: '市' }] }],
  ['PUT', '/areas/3710', { name: '市' }],
  ['PUT', `/residents/${uuidv7()}/presence`, { presence: 'away' }],
];
const addresses = [
  (value: string) => `/residents?idNumber=${value}`,
  (value: string) => `/residents?phone=${value}`,
  (value: string) => `/residents?area=${value}&cursor=${value}&limit=${value}`,
  (value: string) => `/residents?area=370811013&cursor=${value}`,
  (value: string) => `/residents?phone=15400000000&cursor=${value}`,
  (value: string) => `/residents/${value}`,
  (value: string) => `/areas?parent=${value}&cursor=${value}`,
  (value: string) => `/areas/${value}`,
  (value: string) => `/ledger-imports/${value}`,
  (value: string) => `/ledger-imports/${value}/errors?cursor=${value}`,
];

/** Every place in a body, one after the other, holding something it must not. */
function* spoiled(body: unknown, value: unknown): Generator {
  yield value;
  if (typeof body !== 'object' || body === null) return;
  for (const key of Object.keys(body)) {
    for (const inner of spoiled((body as Record<string, unknown>)[key], value)) {
      yield Array.isArray(body) ? Object.assign([...(body as unknown[])], { [key]: inner }) : { ...body, [key]: inner };
    }
  }
}

describe('whatever is sent to the door of the community', () => {
  it.each(bodies)('%s %s answers in words and never fails', async (method, path, body) => {
    const sent: unknown[] = [poison];
    for (const value of bad) sent.push(...spoiled(body, value), { ...body, unheardOf: value });
    const failures: string[] = [];
    for (const spoilt of sent) {
      const answer = await front.send('admin', method, path, spoilt, { 'content-type': 'application/json' });
      const inWords = answer.status < 400 || typeof answer.body.messages?.['zh-CN'] === 'string';
      if (answer.status >= 500 || !inWords) failures.push(`${JSON.stringify(spoilt)} → ${answer.status}`);
    }
    expect(failures).toEqual([]);
  });

  it('addresses as well', async () => {
    const failures: string[] = [];
    for (const value of [
      ...bad.map((one) =>
        encodeURIComponent(typeof one === 'string' ? one.replace(/\p{Cs}/u, '') : JSON.stringify(one)),
      ),
      '%ff',
      '%',
      'a&area=b',
      '[]=1',
      Buffer.from('["a",1]').toString('base64url'),
      Buffer.from('[1,"a"]').toString('base64url'),
      Buffer.from('[1e99,"\u0000"]').toString('base64url'),
    ]) {
      for (const address of addresses) {
        const answer = await front.send('admin', 'GET', address(value));
        if (answer.status >= 500) failures.push(`${address(value)} → ${answer.status}`);
      }
    }
    expect(failures).toEqual([]);
  });

  it('nothing of it was stored', async () => {
    const [row] = await front.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM community.resident WHERE document_masked NOT LIKE '0%' AND document_kind <> 'none'`,
    );
    expect(row?.count).toBe(0);
  });
});
