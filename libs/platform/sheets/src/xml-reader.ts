import { brokenWorkbook } from './unreadable-sheet.js';

/** What the reader meets, in order. Names come without their namespace prefix. */
export interface XmlEvents {
  open(name: string, attributes: string, empty: boolean): void;
  text(text: string): void;
  close(name: string): void;
}

/** A piece of text longer than this is no part of a workbook. Characters. */
const longestPiece = 1024 * 1024;
/** A tag with all its attributes. Characters. */
const longestTag = 32 * 1024;

/**
 * The part of XML that workbooks use, read in pieces as it arrives: tags, text, CDATA; comments and instructions are
 * skipped. A document type is refused, so no entity but the five built-in ones and character numbers exists.
 */
export class XmlReader {
  #rest = '';

  constructor(private readonly events: XmlEvents) {}

  push(piece: string): void {
    const text = this.#rest + piece;
    let at = 0;
    for (;;) {
      const tag = text.indexOf('<', at);
      if (tag < 0) break;
      if (tag > at) this.events.text(unescaped(text.slice(at, tag)));
      at = tag;
      const end = this.#tag(text, tag);
      if (end < 0) break;
      at = end;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > longestPiece) throw brokenWorkbook();
  }

  /** Handles the tag at `start`; answers where it ends, or -1 when the rest of it is still to come. */
  #tag(text: string, start: number): number {
    const second = text.charAt(start + 1);
    if (second === '') return -1;
    if (second === '?') return after(text, '?>', start);
    if (second === '!') return this.#declaration(text, start);
    let end = text.indexOf('>', start);
    // A > within quotes does not end the tag.
    while (end >= 0 && endsWithinQuotes(text.slice(start, end))) end = text.indexOf('>', end + 1);
    if (end - start > longestTag) throw brokenWorkbook();
    if (end < 0) return -1;
    if (second === '/') {
      this.events.close(localName(text.slice(start + 2, end).trim()));
      return end + 1;
    }
    const empty = text.charAt(end - 1) === '/';
    const inside = text.slice(start + 1, empty ? end - 1 : end);
    const space = inside.search(/\s/u);
    const name = localName(space < 0 ? inside : inside.slice(0, space));
    this.events.open(name, space < 0 ? '' : inside.slice(space), empty);
    if (empty) this.events.close(name);
    return end + 1;
  }

  #declaration(text: string, start: number): number {
    if (text.startsWith('<!--', start)) return after(text, '-->', start);
    if (text.startsWith('<![CDATA[', start)) {
      const end = text.indexOf(']]>', start);
      if (end < 0) return -1;
      this.events.text(text.slice(start + 9, end));
      return end + 3;
    }
    if (text.length - start < 9) return -1;
    throw brokenWorkbook();
  }
}

const patterns = new Map<string, RegExp>();

/** The value of one attribute in the text of a tag, whatever its namespace prefix, or undefined. */
export function attribute(attributes: string, name: string): string | undefined {
  if (attributes === '') return undefined;
  let pattern = patterns.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u');
    patterns.set(name, pattern);
  }
  const found = pattern.exec(attributes);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : unescaped(value);
}

const builtIn: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([a-z]{2,4}));/gu,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return builtIn[name] ?? whole;
      const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD';
    },
  );
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function endsWithinQuotes(tag: string): boolean {
  let count = 0;
  for (let at = tag.indexOf('"'); at >= 0; at = tag.indexOf('"', at + 1)) count += 1;
  return count % 2 === 1;
}

function after(text: string, mark: string, start: number): number {
  const end = text.indexOf(mark, start);
  return end < 0 ? -1 : end + mark.length;
}
