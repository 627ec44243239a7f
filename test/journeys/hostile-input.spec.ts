import { uuidv7 } from 'uuidv7';
import { roles, type Role } from '#platform/access';
import { operations, shaped, type Operation } from '../support/contract.js';
import { openFront, type Front } from '../support/house.js';
import { layStreet } from '../support/street.js';

/** What people and programs send by mistake or on purpose, in place of what was agreed. */
const badValues: unknown[] = [
  null, true, -1, 0, 1.5, 2 ** 53, 1e308, '', ' ', 'x'.repeat(5_000), 'a\u0000b', '\ud800', '👩‍🚀', '\u202etxt', '=1+1',
  "'; DROP TABLE access.account; --", '../../etc/passwd', '2026-02-30T25:61:00Z', '0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z',
  '+275760-09-13T00:00:00Z', '00000000-0000-0000-0000-000000000000', [], {}, [null], [[]], { $ne: null },
  { constructor: { prototype: {} } }, Array.from({ length: 3_000 }, () => 'x'),
]; // prettier-ignore

const badPaths = ['x', '%00', '%ff', '..%2f..', 'a'.repeat(250), '%F0%9F%92%A3', '-1', "'%20OR%201=1", '__proto__'];

const rawBodies: [string, string | Uint8Array][] = [
  ['half a JSON', '{"id":'],
  ['a __proto__', '{"__proto__":{"admin":true}}'],
  ['a nested __proto__', '{"a":{"__proto__":{"admin":true}}}'],
  ['broken UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
  ['a number beyond numbers', '{"id":1e999}'],
  ['nothing', ''],
  ['a list', '[]'],
  ['a very deep list', '['.repeat(20_000) + ']'.repeat(20_000)],
];

let front: Front;
const failures: string[] = [];

beforeAll(async () => {
  front = await openFront();
  await layStreet(front.database);
});
afterAll(() => front.close());

/** A role that the operation admits: everything else would only test the guard. */
async function admitted(operation: Operation): Promise<Role> {
  for (const role of roles) {
    const { status } = await front.send(
      role,
      operation.method,
      pathOf(operation, uuidv7()),
      operation.method === 'GET' ? undefined : {},
    );
    if (status !== 403) return role;
  }
  return 'admin';
}

function pathOf({ path, pathNames }: Operation, value: string): string {
  return pathNames.reduce((filled, name) => filled.replace(`{${name}}`, value), path);
}

/** A refusal in words with a stable code, or a plain success; never a failure of ours. */
async function expectWords(
  what: string,
  role: Role,
  method: string,
  path: string,
  body?: unknown,
  type = 'application/json',
) {
  const headers: Record<string, string> = body === undefined ? {} : { 'content-type': type };
  const answer = await front.send(role, method, path, body, headers);
  if (answer.status < 400) return;
  const { code, messages, detail } = answer.body as {
    code?: string;
    messages?: Record<string, string>;
    detail?: string;
  };
  const inWords =
    answer.status < 500 &&
    /^[a-z][a-z0-9-]+$/.test(code ?? '') &&
    (messages?.['zh-CN']?.length ?? 0) > 5 &&
    (messages?.en?.length ?? 0) > 10 &&
    detail !== undefined;
  if (!inWords)
    failures.push(
      `${method} ${path.slice(0, 80)} with ${what}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 200)}`,
    );
}

describe('whatever is sent to whichever door', () => {
  it.each(operations().map((operation) => [`${operation.method} ${operation.path}`, operation] as const))(
    '%s answers in words',
    async (_, operation) => {
      failures.length = 0;
      const { method, queryNames, body } = operation;
      const role = await admitted(operation);
      const path = pathOf(operation, uuidv7());
      for (const bad of operation.pathNames.length > 0 ? badPaths : []) {
        await expectWords(`path ${bad.slice(0, 20)}`, role, method, pathOf(operation, bad), body && shaped(body));
      }
      for (const name of [...queryNames, 'unknown']) {
        for (const bad of ['', 'x', '%00', '%ff', '-1', '1e9', 'a'.repeat(3_000), "'--"]) {
          await expectWords(
            `query ${name}=${bad.slice(0, 9)}`,
            role,
            method,
            `${path}?${name}=${bad}`,
            body && shaped(body),
          );
        }
      }
      if (operation.contentTypes.length > 0) {
        for (const [what, raw] of rawBodies)
          await expectWords(what, role, method, path, raw, operation.contentTypes[0]);
        await expectWords('another media type', role, method, path, '<a/>', 'text/xml');
      }
      if (body !== undefined) {
        const good = shaped(body) as Record<string, unknown>;
        await expectWords('an unknown field', role, method, path, { ...good, surprise: 1 });
        for (const field of Object.keys(good)) {
          await expectWords(`no ${field}`, role, method, path, { ...good, [field]: undefined });
          for (const bad of badValues) {
            await expectWords(`${field} = ${JSON.stringify(bad).slice(0, 30)}`, role, method, path, {
              ...good,
              [field]: bad,
            });
          }
        }
      }
      expect(failures).toEqual([]);
    },
  );
});
