import { uuidv7 } from 'uuidv7';
import { roles, type Role } from '#platform/access';
import { badPaths, badQueries, badValues, rawBodies } from '../fuzz/corpus.js';
import { objection } from '../fuzz/documented.js';
import { operations, shaped, type Operation } from '../support/contract.js';
import { openFront, type Front } from '../support/house.js';
import { layStreet } from '../support/street.js';

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

const inBoth = ({ messages }: { messages: Record<string, string> }): boolean =>
  /\p{Script=Han}/u.test(messages['zh-CN'] ?? '') &&
  /^[\p{ASCII}‘’“”…]+$/u.test((messages.en ?? '').replaceAll(/"[^"]*"/gu, ''));

/** A refusal in words with a stable code, or a plain success; never a failure of ours. */
async function expectWords(
  what: string,
  role: Role,
  operation: Operation,
  path: string,
  body?: unknown,
  type = 'application/json',
) {
  const { method } = operation;
  const headers: Record<string, string> = body === undefined ? {} : { 'content-type': type };
  const answer = await front.send(role, method, path, body, headers);
  const undocumented = objection(operation, answer.status, answer.headers.get('content-type') ?? '', answer.body);
  if (undocumented !== undefined) failures.push(`${method} ${path.slice(0, 80)} with ${what}: ${undocumented}`);
  if (answer.status < 400) return;
  const {
    code,
    messages,
    detail,
    issues = [],
  } = answer.body as {
    code?: string;
    messages?: Record<string, string>;
    detail?: string;
    issues?: { messages: Record<string, string> }[];
  };
  const inWords =
    answer.status < 500 &&
    /^[a-z][a-z0-9-]+$/.test(code ?? '') &&
    (messages?.['zh-CN']?.length ?? 0) > 5 &&
    (messages?.en?.length ?? 0) > 10 &&
    issues.every(inBoth) &&
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
      const { queryNames, body } = operation;
      const role = await admitted(operation);
      const path = pathOf(operation, uuidv7());
      for (const bad of operation.pathNames.length > 0 ? badPaths : []) {
        await expectWords(`path ${bad.slice(0, 20)}`, role, operation, pathOf(operation, bad), body && shaped(body));
      }
      for (const name of [...queryNames, 'unknown']) {
        for (const bad of badQueries) {
          await expectWords(
            `query ${name}=${bad.slice(0, 9)}`,
            role,
            operation,
            `${path}?${name}=${bad}`,
            body && shaped(body),
          );
        }
      }
      if (operation.contentTypes.length > 0) {
        for (const [what, raw] of rawBodies)
          await expectWords(what, role, operation, path, raw, operation.contentTypes[0]);
        await expectWords('another media type', role, operation, path, '<a/>', 'text/xml');
      }
      if (body !== undefined) {
        const good = shaped(body) as Record<string, unknown>;
        await expectWords('an unknown field', role, operation, path, { ...good, surprise: 1 });
        for (const field of Object.keys(good)) {
          await expectWords(`no ${field}`, role, operation, path, { ...good, [field]: undefined });
          for (const bad of badValues) {
            await expectWords(`${field} = ${JSON.stringify(bad).slice(0, 30)}`, role, operation, path, {
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
