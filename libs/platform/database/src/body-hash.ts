import { hash } from 'node:crypto';
import { DomainError } from '#platform/errors';

/**
 * The fingerprint of what a client asked for, to tell the same act sent twice from another act under the same id.
 * Keys are put in order first, so that the order in which a client writes them does not matter.
 */
export function bodyHash(body: unknown): Buffer {
  return hash('sha256', canonicalText(body), 'buffer');
}

/** A part whose canonical text is known already. */
export class CanonicalPart {
  constructor(readonly text: string) {}
}

/** Deeper than this nobody means anything, and a text of brackets alone would use up the stack. */
const depthAtMost = 64;

/** What is nested deeper than anything that is sent here. */
export class NestedTooDeep extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'nested-too-deep';

  constructor() {
    super({
      'zh-CN': `请求内容嵌套超过 ${depthAtMost} 层，无法处理，请按接口说明改正后重发，数据没有被保存。`,
      en: `The request is nested deeper than ${depthAtMost} levels. Correct it and send it again; nothing was stored.`,
    });
  }
}

/**
 * JSON in one way only: keys in order of their characters, no spaces. What a device signs.
 * @throws NestedTooDeep
 */
export function canonicalText(value: unknown, depth = 0): string {
  if (typeof value !== 'object' || value === null) return value === undefined ? 'null' : JSON.stringify(value);
  if (value instanceof CanonicalPart) return value.text;
  if (value instanceof Date) return JSON.stringify(value);
  if (depth > depthAtMost) throw new NestedTooDeep();
  if (Array.isArray(value)) {
    let items = '';
    for (let n = 0; n < value.length; n += 1) items += (n > 0 ? ',' : '') + canonicalText(value[n], depth + 1);
    return `[${items}]`;
  }
  return textOf(canonicalMembers(value as Record<string, unknown>, depth));
}

/** The members of an object, in order, each as it stands in the canonical text: whoever leaves one out has that text too. */
export function canonicalMembers(value: Readonly<Record<string, unknown>>, depth = 0): { key: string; text: string }[] {
  const members = [];
  for (const key of Object.keys(value).sort()) {
    const held = value[key];
    if (held !== undefined) members.push({ key, text: `${JSON.stringify(key)}:${canonicalText(held, depth + 1)}` });
  }
  return members;
}

/** The canonical text of the object that has these members. */
export function textOf(members: readonly { text: string }[]): string {
  let text = '{';
  for (const member of members) text += text.length === 1 ? member.text : `,${member.text}`;
  return `${text}}`;
}
