import { createHash } from 'node:crypto';

/**
 * What the keys of one installation begin with in Redis. Two installations may share one Redis, and both may have called
 * their database `shihe`: a worker that took the other's errands would find them in no book of its own, and they would
 * wait for the sweeper. So the address tells them apart; who signs in, and how, does not matter.
 */
export function queueKeysOf(databaseUrl: string): string {
  const { hostname, port, pathname, searchParams } = new URL(databaseUrl);
  // A socket's folder stands behind the question mark.
  const address = [hostname, port || '5432', pathname, searchParams.get('host') ?? ''].join('|');
  const mark = createHash('sha256').update(address).digest('hex').slice(0, 12);
  return `shihe-${pathname.replace(/\W+/g, '')}-${mark}`;
}
