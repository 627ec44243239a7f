import { setTimeout as pause } from 'node:timers/promises';

/** The house said no, in its own words. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    what: string,
  ) {
    super(`${what}: ${status} ${code}. ${detail}`);
  }
}

const patience = 90_000;

/** Calls that may go unanswered are sent again, with the same ids, until they are answered: as a real device does. */
export class Door {
  constructor(readonly url: string) {}

  async call<T>(
    method: string,
    path: string,
    given: { token?: string; body?: unknown; contentType?: string } = {},
  ): Promise<T> {
    const { token, body, contentType = 'application/json' } = given;
    const until = Date.now() + patience;
    for (let attempt = 0; ; attempt += 1) {
      const answer = await fetch(`${this.url}${path}`, {
        method,
        headers: {
          ...(body === undefined ? {} : { 'content-type': contentType }),
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          'accept-language': 'en',
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }).catch(() => undefined);
      const text = await answer?.text().catch(() => undefined);
      if (answer?.ok && text !== undefined) return (text === '' ? undefined : JSON.parse(text)) as T;
      const mayComeBack = answer === undefined || text === undefined || answer.status === 503 || answer.status === 429;
      if (!mayComeBack || Date.now() > until) throw refusal(answer?.status ?? 0, text ?? '', `${method} ${path}`);
      await pause(Math.min(100 * 2 ** attempt, 2_000) * (0.5 + Math.random()));
    }
  }
}

function refusal(status: number, text: string, what: string): Refused {
  try {
    const problem = JSON.parse(text) as { code?: string; detail?: string };
    return new Refused(status, problem.code ?? 'no-code', problem.detail ?? text, what);
  } catch {
    return new Refused(status, 'no-answer', text.slice(0, 200), what);
  }
}

/** Somebody who is signed in. */
export class Staff {
  constructor(
    private readonly door: Door,
    readonly token: string,
    readonly id: string,
    readonly username: string,
  ) {}

  static async signIn(door: Door, username: string, password: string): Promise<Staff> {
    const { token, staff } = await door.call<{ token: string; staff: { id: string } }>('POST', '/sessions', {
      body: { username, password },
    });
    return new Staff(door, token, staff.id, username);
  }

  get<T>(path: string): Promise<T> {
    return this.door.call<T>('GET', path, { token: this.token });
  }

  post<T>(path: string, body: unknown, contentType?: string): Promise<T> {
    return this.door.call<T>('POST', path, { token: this.token, body, ...(contentType ? { contentType } : {}) });
  }

  put<T>(path: string, body: unknown = {}): Promise<T> {
    return this.door.call<T>('PUT', path, { token: this.token, body });
  }
}

/** Runs `work` over all items, `width` at a time, and gives the results in order. */
export async function sideBySide<In, Out>(
  items: readonly In[],
  width: number,
  work: (item: In) => Promise<Out>,
): Promise<Out[]> {
  const results: Out[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let n = next++; n < items.length; n = next++) results[n] = await work(items[n] as In);
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
  return results;
}
