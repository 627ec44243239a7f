import type { Operation } from '../support/contract.js';
import type { Lane } from './lane.js';

/** A request that the house should carry out, before anything in it is spoilt. */
export interface Valid {
  /** The session's token; nobody's without. */
  as?: string;
  path?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  /** A body that is no JSON, with its content type. */
  raw?: string | Uint8Array | undefined;
  contentType?: string;
  headers?: Record<string, string>;
  /** Signs what is sent, as a device does: what was spoilt inside of it must reach the house past the signature. */
  sign?: (given: { body: unknown; query: Record<string, string> }) => Promise<{
    body?: unknown;
    headers?: Record<string, string>;
  }>;
}

/** Lays what an operation needs, through the doors alone, and says how it is asked for. */
export type Scene = (lane: Lane) => Promise<Valid>;
/** By method and path, as in the contract. */
export type Scenes = Record<string, Scene>;

/** What goes over the wire. */
export interface Sent {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string | Uint8Array;
}

export const keyOf = ({ method, path }: Operation): string => `${method} ${path}`;

/** @param query as it stands behind the question mark; the valid one unless told */
export async function wired(operation: Operation, valid: Valid, query?: string): Promise<Sent> {
  const signed = await valid.sign?.({ body: valid.body, query: valid.query ?? {} });
  const body = signed?.body ?? valid.body;
  const path = operation.path.replace(/\{([^}]+)\}/g, (_, name: string) => valid.path?.[name] ?? '-');
  const asked = query ?? new URLSearchParams(valid.query).toString();
  const sent = valid.raw ?? (body === undefined ? undefined : JSON.stringify(body));
  return {
    method: operation.method,
    path: asked === '' ? path : `${path}?${asked}`,
    headers: {
      ...(valid.as === undefined ? {} : { authorization: `Bearer ${valid.as}` }),
      ...(sent === undefined ? {} : { 'content-type': valid.contentType ?? 'application/json' }),
      ...signed?.headers,
      ...valid.headers,
    },
    ...(sent === undefined ? {} : { body: sent }),
  };
}
