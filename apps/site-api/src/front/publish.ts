import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';

interface Publication {
  readonly text: string;
  readonly tag: string;
}

const written = new WeakMap<object, Publication>();

/**
 * Answers something that is about nobody and that everybody asks for: anything on the way may keep it for five seconds,
 * and who has it already is only told so (304). It is written out once, however many ask.
 * @param content the same object as long as nothing changed; it is the key under which the text is kept
 */
export function publish<Content extends object>(
  content: Content,
  bodyOf: (content: Content) => object,
  known: string | undefined,
  reply: FastifyReply,
): string {
  const { text, tag } = written.get(content) ?? writeOut(content, bodyOf(content));
  void reply.headers({ etag: tag, 'cache-control': 'public, max-age=5', 'access-control-allow-origin': '*' });
  if (isKnown(tag, known)) {
    void reply.status(304);
    return '';
  }
  void reply.type('application/json; charset=utf-8');
  return text;
}

function writeOut(content: object, body: object): Publication {
  const text = JSON.stringify(body);
  const publication = { text, tag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"` };
  written.set(content, publication);
  return publication;
}

/** If-None-Match names tags one after the other, or any; a proxy that packs the answer marks them as weak. */
function isKnown(tag: string, header: string | undefined): boolean {
  const names = header?.split(',').map((name) => name.trim().replace(/^W\//u, '')) ?? [];
  return names.includes(tag) || names.includes('*');
}
