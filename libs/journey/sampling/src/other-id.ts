import { hash } from 'node:crypto';

/** Another id for an act whose own belongs to another act already; the same whenever this one is sent. */
export function otherIdOf(id: string, content: string | Buffer): string {
  const hex = hash('sha256', typeof content === 'string' ? id + content : Buffer.concat([Buffer.from(id), content]));
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
