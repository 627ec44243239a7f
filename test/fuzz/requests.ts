import { uuidv7 } from 'uuidv7';
import { shaped, type Operation } from '../support/contract.js';
import { badPaths, badQueries, badValues, moreBadValues, rawBodies } from './corpus.js';

/** One request of a fuzz run: what is wrong with it, and how it is sent. */
export interface Request {
  operation: Operation;
  what: string;
  /** Fills in the path; ids that the house has named are handed in where there are any. */
  path: (known: (segment: string) => string | undefined) => string;
  body?: string | Uint8Array;
  contentType?: string;
}

const values = [...badValues, ...moreBadValues];

/** Every field of every operation with every bad value, and bad paths, queries and bodies; in the order of the contract. */
export function* requestsOf(operation: Operation): Generator<Request> {
  const { queryNames, body, contentTypes, pathNames } = operation;
  const good = body === undefined ? undefined : shaped(body);
  const sent = good === undefined ? {} : { body: JSON.stringify(good), contentType: 'application/json' };
  const usual = pathOf(operation);
  yield { operation, what: 'as agreed', path: usual, ...sent };
  for (const bad of pathNames.length > 0 ? badPaths : []) {
    yield { operation, what: `path ${bad.slice(0, 20)}`, path: () => fill(operation, () => bad), ...sent };
  }
  for (const name of [...queryNames, 'unknown']) {
    for (const bad of badQueries) {
      const what = `query ${name}=${bad.slice(0, 12)}`;
      yield { operation, what, path: (known) => `${usual(known)}?${name}=${bad}`, ...sent };
    }
  }
  if (contentTypes.length > 0) {
    for (const [what, raw] of rawBodies) {
      yield { operation, what, path: usual, body: raw, contentType: contentTypes[0] ?? 'application/json' };
    }
    yield { operation, what: 'another media type', path: usual, body: '<a/>', contentType: 'text/xml' };
  }
  if (good === undefined || typeof good !== 'object' || good === null) return;
  yield send(operation, 'an unknown field', usual, { ...good, surprise: 1 });
  for (const place of placesOf(good)) {
    yield send(operation, `no ${place.join('.')}`, usual, changed(good, place, undefined));
    for (const bad of values) {
      const what = `${place.join('.')} = ${JSON.stringify(bad).slice(0, 40)}`;
      yield send(operation, what, usual, changed(good, place, bad));
    }
  }
}

function send(operation: Operation, what: string, path: Request['path'], body: unknown): Request {
  return { operation, what, path, body: JSON.stringify(body), contentType: 'application/json' };
}

function pathOf(operation: Operation): Request['path'] {
  return (known) => fill(operation, (segment) => known(segment) ?? uuidv7());
}

/** @param of gives the value for a place, told the word before it: `sites` in /sites/{id} */
function fill({ path }: Operation, of: (segment: string) => string): string {
  return path.replace(/([^/]+)\/\{[^}]+\}/g, (_, segment: string) => `${segment}/${of(segment)}`);
}

/** All fields, those inside of fields too. */
function placesOf(value: unknown, at: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]) => [[...at, field], ...placesOf(inner, [...at, field])]);
}

function changed(value: unknown, [field, ...rest]: string[], to: unknown): unknown {
  if (field === undefined) return to;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value)
    ? [...(value as unknown[])]
    : { ...(value as object) };
  const inner = (copy as Record<string, unknown>)[field];
  (copy as Record<string, unknown>)[field] = changed(inner, rest, to);
  return copy;
}
