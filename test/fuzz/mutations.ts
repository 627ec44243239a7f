import { shaped, type Operation } from '../support/contract.js';
import { badHeaders, badPaths, badQueries, badValues, moreBadValues, rawBodies } from './corpus.js';
import type { Lane } from './lane.js';
import { wired, type Sent, type Valid } from './request.js';

/** One thing that is wrong with a request which is otherwise valid. */
export interface Mutation {
  what: string;
  send: (operation: Operation, valid: Valid, lane: Lane) => Promise<Sent>;
}

export const asAgreed: Mutation = { what: 'as agreed', send: (operation, valid) => wired(operation, valid) };

const values = [...badValues, ...moreBadValues];

/** Everything that can be spoilt of a request like this one, one thing at a time; in the order of the contract. */
export function mutationsOf(operation: Operation, valid: Valid): Mutation[] {
  return [
    ...callers(valid),
    ...paths(operation),
    ...queries(operation, valid),
    ...operation.headerNames.flatMap(headers),
    ...(operation.contentTypes.length > 0 ? bodies(operation) : []),
    ...(valid.raw === undefined ? fields(operation, valid) : lines(valid)),
  ];
}

function changing(what: string, change: (valid: Valid, lane: Lane) => Valid): Mutation {
  return { what, send: (operation, valid, lane) => wired(operation, change(valid, lane)) };
}

function callers({ as }: Valid): Mutation[] {
  const withoutToken = ({ as, ...valid }: Valid): Valid => (as === undefined ? valid : { ...valid });
  if (as === undefined) return [changing('with a token nobody asked for', (valid) => ({ ...valid, as: 'x' }))];
  return [
    changing('as nobody', withoutToken),
    changing('with a torn token', (valid) => ({ ...valid, as: as.slice(0, -1) })),
    changing('with a long token', (valid) => ({ ...valid, as: 'x'.repeat(5_000) })),
    changing('as somebody else', (valid, lane) => ({ ...valid, as: lane.someone() })),
  ];
}

function paths({ pathNames }: Operation): Mutation[] {
  return pathNames.flatMap((name) => [
    ...badPaths.map((bad) =>
      changing(`${name} = ${bad.slice(0, 20)}`, (valid) => ({ ...valid, path: { ...valid.path, [name]: bad } })),
    ),
    changing(`${name} that does not exist`, (valid, lane) => ({
      ...valid,
      path: { ...valid.path, [name]: lane.id() },
    })),
    changing(`${name} of something else`, (valid, lane) => ({
      ...valid,
      path: { ...valid.path, [name]: encodeURIComponent(lane.known.any()) },
    })),
  ]);
}

function queries({ queryNames }: Operation, valid: Valid): Mutation[] {
  const rest = (but: string) =>
    new URLSearchParams(Object.entries(valid.query ?? {}).filter(([name]) => name !== but)).toString();
  return [...queryNames, 'unknown', '__proto__'].flatMap((name) =>
    [...badQueries.map((bad) => `${name}=${bad}`), `${name}=1&${name}=2`, `${name}[]=1`, `${name}[a]=1`].map(
      (asked) => ({
        what: `?${asked.slice(0, 30)}`,
        send: (operation: Operation, now: Valid) =>
          wired(operation, now, [asked, rest(name)].filter(Boolean).join('&')),
      }),
    ),
  );
}

function headers(name: string): Mutation[] {
  return badHeaders.map((bad) =>
    changing(`${name}: ${bad.slice(0, 20)}`, (valid) => ({ ...valid, headers: { ...valid.headers, [name]: bad } })),
  );
}

function bodies({ contentTypes }: Operation): Mutation[] {
  const contentType = contentTypes[0] ?? 'application/json';
  return [
    ...rawBodies.map(([what, raw]) => changing(what, (valid) => ({ ...valid, raw, contentType }))),
    changing('another media type', (valid) => ({ ...valid, raw: '<a/>', contentType: 'text/xml' })),
    changing('a broken media type', (valid) => ({ ...valid, raw: '{}', contentType: '; charset=' })),
    changing('no body', (valid) => ({ ...valid, body: undefined, raw: undefined })),
  ];
}

function fields({ body: schema }: Operation, { body }: Valid): Mutation[] {
  if (typeof body !== 'object' || body === null) return [];
  const variants = schema?.oneOf ?? schema?.anyOf ?? (schema === undefined ? [] : [schema]);
  const unsaid = variants
    .flatMap(({ properties = {} }) => Object.entries(properties))
    .filter(([name]) => !(name in body));
  const places = [...placesOf(body), ...new Set(unsaid.map(([name]) => name))].map((place) => [place].flat());
  const inText = (what: string, write: (text: string, first: string) => string): Mutation => ({
    what,
    send: async (operation, valid) => {
      const sent = await wired(operation, valid);
      const first = Object.keys(valid.body as object)[0] ?? 'id';
      return { ...sent, body: write(typeof sent.body === 'string' ? sent.body : '{}', first) };
    },
  });
  return [
    changing('an unknown field', (valid) => ({ ...valid, body: { ...(valid.body as object), surprise: 1 } })),
    inText('a __proto__', (text) => text.replace('{', '{"__proto__":{"admin":true},')),
    inText('a constructor', (text) => text.replace('{', '{"constructor":{"prototype":{"admin":true}},')),
    inText('the first field twice', (text, first) => text.replace('{', `{"${first}":1,`)),
    inText('NaN', (text, first) => text.replace(new RegExp(`"${first}":("[^"]*"|[^,}]+)`), `"${first}":NaN`)),
    inText('1e999', (text, first) => text.replace(new RegExp(`"${first}":("[^"]*"|[^,}]+)`), `"${first}":1e999`)),
    ...unsaid.map(([name, field]) =>
      changing(`${name} as well`, (valid) => ({
        ...valid,
        body: { ...(valid.body as object), [name]: shaped(field) },
      })),
    ),
    ...places.flatMap((place) => {
      const name = place.join('.');
      const put = (what: string, to: (is: unknown, lane: Lane) => unknown) =>
        changing(`${name} ${what}`, (valid, lane) => ({
          ...valid,
          body: changed(valid.body, place, (is) => to(is, lane)),
        }));
      return [
        put('left out', () => undefined),
        put('twice', (is) => [is, is]),
        put('of something else', (_, lane) => lane.known.any()),
        put('of 200 KB', () => 'x'.repeat(200_000)),
        put('of 1 MB', () => 'x'.repeat(1_000_000)),
        ...values.map((bad) => put(`= ${JSON.stringify(bad).slice(0, 40)}`, () => bad)),
      ];
    }),
  ];
}

/** Files: cells and lines are spoilt, and the bytes they are written in. */
function lines({ raw, contentType }: Valid): Mutation[] {
  const put = (what: string, to: (is: string) => string) =>
    changing(`a file ${what}`, (valid) =>
      // A workbook is not spoilt line by line.
      typeof valid.raw === 'string' ? { ...valid, raw: to(valid.raw) } : valid,
    );
  const bytes = (what: string, to: (is: Buffer) => Buffer) =>
    changing(`a file ${what}`, (valid) => ({ ...valid, raw: to(Buffer.from(valid.raw as string)) }));
  const first = (text: string) => text.split('\n')[0] ?? '';
  const last = (text: string) => text.trimEnd().split('\n').at(-1) ?? '';
  const known: Mutation[] = [
    bytes('cut off', (is) => is.subarray(0, Math.floor(is.length * 0.7))),
    bytes('with a byte bent', (is) => Buffer.from(is.map((byte, at) => (at === is.length >> 1 ? byte ^ 0xff : byte)))),
    bytes('of noise', (is) => Buffer.from(is.map((byte, at) => (byte * 31 + at * 17) & 0xff))),
    bytes('twice', (is) => Buffer.concat([is, is])),
    bytes('in UTF-16', (is) => Buffer.from(`\ufeff${is.toString()}`, 'utf16le')),
  ];
  if (typeof raw !== 'string') return known;
  const spoilt = values.map((bad) => (typeof bad === 'string' ? bad : JSON.stringify(bad)));
  const cells = contentType?.includes('json')
    ? Object.keys(JSON.parse(last(raw)) as object).flatMap((name) =>
        values.map((bad) =>
          put(`with ${name} = ${JSON.stringify(bad).slice(0, 30)}`, (is) =>
            is.replace(last(is), () => JSON.stringify({ ...(JSON.parse(last(is)) as object), [name]: bad })),
          ),
        ),
      )
    : first(raw)
        .split(',')
        .flatMap((_, column) =>
          spoilt.map((bad) =>
            put(`with column ${column + 1} = ${bad.slice(0, 30)}`, (is) =>
              is.replace(last(is), () => Object.assign(last(is).split(','), { [column]: bad }).join(',')),
            ),
          ),
        );
  return [
    ...known,
    put('with a heading alone', (is) => `${first(is)}\n`),
    put('without a heading', (is) => is.slice(first(is).length + 1)),
    put('with its last line twice', (is) => `${is}${last(is)}\n`),
    put('with NUL', (is) => is.replace('\n', '\u0000\n')),
    put('with a BOM', (is) => `\ufeff${is}`),
    put('with a line of 1 MB', (is) => `${is}${'x'.repeat(1_000_000)}\n`),
    put('with 5,000 empty lines', (is) => is + '\n'.repeat(5_000)),
    ...cells,
  ];
}

/** All fields, those inside of fields too. */
function placesOf(value: unknown, at: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]) => [[...at, field], ...placesOf(inner, [...at, field])]);
}

function changed(value: unknown, [field, ...rest]: string[], to: (is: unknown) => unknown): unknown {
  if (field === undefined) return to(value);
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value)
    ? [...(value as unknown[])]
    : { ...(value as object) };
  const inner = (copy as Record<string, unknown>)[field];
  (copy as Record<string, unknown>)[field] = changed(inner, rest, to);
  return copy;
}
