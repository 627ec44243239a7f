import createClient, { type Client } from 'openapi-fetch';
import type { paths } from '../../contract/client.js';
import type { Language } from './language.js';

/** The house as the contract has it: `house.GET('/api/v1/sites')`. Turn its answers into values with {@link answerOf}. */
export type House = Client<paths>;

/** @param token of whoever is signed in; undefined for what everybody may ask */
export function openHouse(token: () => string | undefined = () => undefined): House {
  const house = createClient<paths>({ baseUrl: location.origin });
  house.use({
    onRequest({ request }) {
      const held = token();
      if (held !== undefined) request.headers.set('authorization', `Bearer ${held}`);
      return request;
    },
  });
  return house;
}

/** The house said no, and why, in both languages. `status` 0: it could not be reached at all. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly messages: Readonly<Record<Language, string>>,
    /** Everything else that the answer says: fields at fault, the barcode in question. */
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(messages.en);
  }

  get isUnreachable(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }

  /** Nobody is signed in any more: the session ran out or was ended. */
  get isSignedOut(): boolean {
    return this.status === 401;
  }

  get isForbidden(): boolean {
    return this.status === 403;
  }
}

const unreachable = {
  'zh-CN': '暂时连不上服务器。已经完成的没有丢失，请检查网络后重试。',
  en: 'The server cannot be reached just now. Nothing that was done is lost: check the network and try again.',
};

const unreadable = {
  'zh-CN': '服务器的回答无法识别，请稍后重试；如仍不行请告知管理员。',
  en: 'The server’s answer cannot be read. Try again in a moment, and tell an administrator if it stays so.',
};

interface Problem {
  status: number;
  code: string;
  messages: Record<Language, string>;
}

/**
 * The body of an answer.
 * @throws {Refusal} whatever went wrong, the network as well
 */
export async function answerOf<Body>(
  asked: Promise<{ data?: Body; error?: unknown; response: Response }>,
): Promise<Body> {
  let answer: { data?: Body; error?: unknown; response: Response };
  try {
    answer = await asked;
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal(502, 'unreadable-answer', unreadable);
    throw new Refusal(0, 'unreachable', unreachable);
  }
  const { data, error, response } = answer;
  if (response.ok) return data as Body;
  throw refusalOf(response.status, error);
}

/** What a problem document says, or what can be said without one: something on the way answered for the house. */
function refusalOf(status: number, body: unknown): Refusal {
  if (isProblem(body)) {
    const { code, messages, ...more } = body;
    return new Refusal(status, code, messages, more);
  }
  return status >= 500
    ? new Refusal(status, 'unreachable', unreachable)
    : new Refusal(status, 'unreadable-answer', unreadable);
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'messages' in body;
}
