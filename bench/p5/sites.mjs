// Many sites whose boards change as fast as tables call.
import { uuidv7 } from 'uuidv7';

/**
 * Lays sites with two tables and some that wait.
 * @returns {Promise<string[]>} their ids
 */
export async function laySites({ sql }, count) {
  const ids = Array.from({ length: count }, () => uuidv7());
  await sql(
    `INSERT INTO site.site (id, code, name, area_code, address, serves, body_hash)
     SELECT id, 'B' || n, '阜桥街道第' || n || '采样点', '3708', '广场', '阜桥社区、古槐社区', '\\x00'
       FROM unnest($1::uuid[]) WITH ORDINALITY AS s(id, n)`,
    [ids],
  );
  await sql(`INSERT INTO site.lane (site_id, lane, prefix) SELECT unnest($1::uuid[]), 'general', 'A'`, [ids]);
  await sql(
    `INSERT INTO queue.board_version (site_id, version) SELECT unnest($1::uuid[]), 1 ON CONFLICT (site_id) DO NOTHING`,
    [ids],
  );
  return ids;
}

/**
 * Changes each board in turn, so many times a second in all, as a call does: a new version and the signal, in one
 * transaction.
 */
export class Changes {
  /** When which version of which site was committed: `site:version` → milliseconds of the clock that all processes of a machine share. */
  committedAt = new Map();
  #timer;
  #work = Promise.resolve();

  constructor(ground, siteIds, perSecond) {
    let next = 0;
    let due = performance.now();
    const change = async () => {
      const siteId = siteIds[next % siteIds.length];
      next += 1;
      const [row] = await ground.sql(
        `WITH changed AS (UPDATE queue.board_version SET version = version + 1 WHERE site_id = $1 RETURNING version)
         SELECT (changed.version + site.version)::int AS version, pg_notify('live', 'board:' || $1::text)
           FROM changed JOIN site.site ON site.id = $1`,
        [siteId],
      );
      this.committedAt.set(`${siteId}:${row.version}`, Number(process.hrtime.bigint()) / 1e6);
    };
    this.#timer = setInterval(() => {
      const now = performance.now();
      for (; due <= now; due += 1_000 / perSecond) this.#work = this.#work.then(change);
    }, 5);
  }

  async stop() {
    clearInterval(this.#timer);
    await this.#work;
  }
}
