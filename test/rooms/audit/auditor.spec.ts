import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { SamplingStation } from '#journey/sampling';
import { AccountRegister, Sessions } from '#platform/access';
import { bodyHash } from '#platform/database';
import { openSite } from '../../support/queue.js';
import { openFront, type Front } from '../../support/house.js';
import { layStreet, type Street } from '../../support/street.js';
import { layTube } from '../../support/tubes.js';

let front: Front;
let street: Street;
let people: string[];

beforeAll(async () => {
  front = await openFront();
  street = await layStreet(front.database);
  people = street.residents.map(({ id }) => id);
  await layTube(front.database, street, 'T1', [], { open: true });
});
afterAll(() => front.close());

/** Registers swabs of these residents at once, as a table does. */
async function swab(...residentIds: string[]): Promise<void> {
  const station = front.get(SamplingStation);
  await Promise.all(
    residentIds.map((id) =>
      station.swab({
        id: uuidv7(),
        tube: 'T1',
        resident: { id },
        scannedAt: new Date(),
        actorId: street.scannerId,
        bodyHash: bodyHash([id]),
      }),
    ),
  );
}

/** What somebody is told of a thing that was done with them. */
interface Told {
  topic: string;
  what: string | null;
  role: string;
  actor: string | null;
  siteId: string | null;
}

const told = (answer: { body: unknown }): Told[] => (answer.body as { items: Told[] }).items;

async function asResident(id: string, path: string) {
  const { token } = await front.get(Sessions).openForResident(id);
  return front.send(undefined, 'GET', path, undefined, { authorization: `Bearer ${token}` });
}

/** All pages, one after the other. */
async function allOf(path: string): Promise<any[]> {
  const items = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const { status, body } = await front.send('auditor', 'GET', `${path}${cursor === '' ? '' : `&cursor=${cursor}`}`);
    expect(status).toBe(200);
    items.push(...body.items);
    cursor = body.next;
  }
  return items;
}

describe('the auditor', () => {
  it('reads what happened, the latest first, each entry once, page by page', async () => {
    for (let n = 0; n < 7; n += 1) await front.send('gridworker', 'GET', `/residents/${people[n]}`);
    const to = new Date(Date.now() + 1).toISOString();
    const items = await allOf(`/journal?topic=access.people-read&limit=3&to=${to}`);
    const rows = await front.database.query<{ id: string }>(
      `SELECT id FROM journal.entry WHERE topic = 'access.people-read' AND recorded_at < $1 ORDER BY recorded_at DESC, id DESC`,
      [to],
    );
    expect(items.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
    expect(items[0]).toMatchObject({ actor: 'gridworker', role: 'gridworker', subject: `resident:${people[6]}` });
  });

  it('finds by actor, subject, site and time, and hears which cursor is none', async () => {
    const [{ actorId }] = (await front.send('auditor', 'GET', '/journal?topic=access.people-read&limit=1')).body.items;
    const read = async (query: string) => (await front.send('auditor', 'GET', `/journal?${query}`)).body;
    expect((await read(`actorId=${actorId}`)).items.length).toBeGreaterThan(6);
    expect((await read(`subject=resident:${people[3]}`)).items).toHaveLength(1);
    expect((await read(`siteId=${uuidv7()}`)).items).toEqual([]);
    expect((await read('to=2026-01-01T00:00:00Z')).items).toEqual([]);
    for (const query of ['from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z', 'limit=201', 'who=me', 'siteId=1']) {
      expect((await read(query)).code).toBe('invalid-request');
    }
    for (const values of [
      ['x', 'y'],
      ['2026-13-45 00:00:00+00', uuidv7()],
      [1, 2],
      ["2026-01-01' OR true", uuidv7()],
    ]) {
      const cursor = Buffer.from(JSON.stringify(values)).toString('base64url');
      expect((await read(`cursor=${cursor}`)).code).toBe('cursor-refused');
    }
  });

  it('is in the journal as well, and reads nothing when that cannot be written', async () => {
    const count = async () =>
      (await front.database.query(`SELECT 1 FROM journal.entry WHERE topic = 'access.journal-read'`)).length;
    const before = await count();
    await Promise.all([1, 2, 3].map(() => front.send('auditor', 'GET', `/journal?subject=resident:${people[3]}`)));
    expect(await count()).toBe(before + 3);
    const [last] = await front.database.query<{ payload: object }>(
      `SELECT payload FROM journal.entry WHERE topic = 'access.journal-read' ORDER BY recorded_at DESC LIMIT 1`,
    );
    expect(last!.payload).toMatchObject({ filter: { subject: `resident:${people[3]}` }, entries: 1 });
    await front.database.query('REVOKE INSERT ON journal.entry FROM shihe_desk');
    try {
      const { status, body } = await front.send('auditor', 'GET', '/journal');
      expect([status, body.code, body.items]).toEqual([503, 'reading-not-journalled', undefined]);
    } finally {
      await front.database.query('GRANT INSERT ON journal.entry TO shihe_desk');
    }
  });

  it('is the only one', async () => {
    for (const role of ['admin', 'security', 'organiser', 'sitelead'] as const) {
      for (const path of ['/journal', '/journal/verification', `/residents/${people[0]}/journal`]) {
        expect((await front.send(role, 'GET', path)).status).toBe(403);
      }
    }
  });

  it('hears what the last verification found, and nothing before there was one', async () => {
    expect((await front.send('auditor', 'GET', '/journal/verification')).body).toEqual({ verified: null });
    const finding = { kind: 'changed', chain: 'house', seq: 3, entryId: uuidv7(), recordedAt: null };
    const head = { chain: 'house', seq: 5, digest: 'ab' };
    await front.database.query(
      `INSERT INTO journal.verification (id, started_at, entries, anchors, heads, findings) VALUES ($1, now(), 5, 1, $2, $3)`,
      [uuidv7(), JSON.stringify([head]), JSON.stringify([finding])],
    );
    const { body } = await front.send('auditor', 'GET', '/journal/verification');
    expect(body.verified).toMatchObject({ entries: 5, anchors: 1, heads: [head], findings: [finding] });
    const reads = await front.database.query<{ payload: { filter: object } }>(
      `SELECT payload FROM journal.entry WHERE topic = 'access.journal-read' AND payload -> 'filter' ? 'verification'
        ORDER BY recorded_at`,
    );
    const { id } = body.verified as { id: string };
    expect(reads.map(({ payload }) => payload.filter)).toEqual([{ verification: 'none' }, { verification: id }]);
    await front.database.query('REVOKE INSERT ON journal.entry FROM shihe_desk');
    try {
      const withheld = await front.send('auditor', 'GET', '/journal/verification');
      expect([withheld.status, withheld.body.verified]).toEqual([503, undefined]);
    } finally {
      await front.database.query('GRANT INSERT ON journal.entry TO shihe_desk');
    }
  });
});

describe('the logins of the apps', () => {
  const logins = JSON.parse(process.env.SHIHE_TEST_LOGINS ?? '{}') as Record<string, string>;

  async function as<T>(login: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
    const address = new URL(front.settings.databaseUrl);
    address.username = `shihe_${login}`;
    address.password = encodeURIComponent(logins[login] ?? '');
    const client = new pg.Client({ connectionString: address.href });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  const refusalOf = async (client: pg.Client, sql: string): Promise<string> =>
    client.query(sql).then(
      () => 'done',
      (error: unknown) => (error as { code?: string }).code ?? 'no code',
    );

  async function tables(where = 'true'): Promise<{ name: string; column: string }[]> {
    return front.database.query(
      `SELECT n.nspname || '.' || quote_ident(c.relname) AS name,
              (SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped LIMIT 1) AS column
         FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^(pg_|information_schema)' AND ${where} ORDER BY 1`,
    );
  }

  it('let the auditor write, change and take out nothing, in whatever table', async () => {
    const all = await tables();
    expect(all.length).toBeGreaterThan(60);
    const wrong: string[] = [];
    await as('auditor', async (client) => {
      for (const { name, column } of all) {
        for (const sql of [
          `INSERT INTO ${name} DEFAULT VALUES`,
          `UPDATE ${name} SET ${column} = ${column}`,
          `DELETE FROM ${name}`,
          `TRUNCATE ${name}`,
        ]) {
          if ((await refusalOf(client, sql)) !== '42501') wrong.push(sql);
        }
      }
    });
    expect(wrong).toEqual([]);
  });

  it('let the auditor see the journal and no table of people', async () => {
    const seen: string[] = [];
    await as('auditor', async (client) => {
      for (const { name } of await tables()) {
        if ((await refusalOf(client, `SELECT * FROM ${name} LIMIT 1`)) === 'done') seen.push(name);
      }
    });
    expect(seen).toEqual([
      'access.reading',
      'journal.entry',
      'journal.link',
      'journal.redaction',
      'journal.verification',
      'purge.closure',
    ]);
  });

  it.each(['door', 'scan', 'desk', 'reader', 'jobs', 'auditor'])(
    'keep %s from rewriting the journal',
    async (login) => {
      const wrong: string[] = [];
      await as(login, async (client) => {
        for (const { name, column } of await tables(`n.nspname = 'journal'`)) {
          for (const sql of [
            `UPDATE ${name} SET ${column} = ${column}`,
            `DELETE FROM ${name}`,
            `TRUNCATE ${name}`,
            `ALTER TABLE ${name} DISABLE TRIGGER ALL`,
            `DROP TABLE ${name}`,
          ]) {
            if ((await refusalOf(client, sql)) !== '42501') wrong.push(sql);
          }
        }
      });
      expect(wrong).toEqual([]);
    },
  );
});

describe('who saw me', () => {
  it('is told to each person: what was done with them and who was shown them, in what role', async () => {
    await swab(people[10]!, people[11]!, people[12]!);
    await front.send('gridworker', 'GET', `/residents/${people[10]}`);
    await front.send('organiser', 'POST', '/resident-searches', { area: '370811013001-01' });
    const answer = await asResident(people[10]!, `/residents/${people[10]}/journal`);
    expect(answer.status).toBe(200);
    const items = told(answer);
    expect(items.map(({ topic, what, role }) => [topic, what, role])).toEqual([
      ['access.people-read', 'search', 'organiser'],
      ['access.people-read', 'resident', 'gridworker'],
      ['sampling.swabs-recorded', null, 'scanner'],
    ]);
    expect(items[2]!.siteId).toBe(street.siteId);
    expect(items.every(({ actor }) => actor === null)).toBe(true);
    const text = JSON.stringify(answer.body);
    for (const other of [people[11], people[12], street.scannerId]) expect(text).not.toContain(other);
  });

  it('is told once for each thing, page by page, and the reading itself is told the next time', async () => {
    const first = await asResident(people[10]!, `/residents/${people[10]}/journal?limit=2`);
    const second = await asResident(
      people[10]!,
      `/residents/${people[10]}/journal?limit=2&cursor=${first.body.next as string}`,
    );
    expect(first.body.items[0]).toMatchObject({ what: 'journal', role: 'resident' });
    expect(told(second).map(({ topic }) => topic)).toEqual(['access.people-read', 'sampling.swabs-recorded']);
    expect(second.body.next).toBeNull();
  });

  it('names the accounts to the auditor', async () => {
    const items = told(await front.send('auditor', 'GET', `/residents/${people[10]}/journal`));
    expect(items.find(({ what }) => what === 'search')).toMatchObject({ actor: 'organiser' });
    expect(items.at(-1)).toMatchObject({ topic: 'sampling.swabs-recorded', actor: 'scanner' });
  });

  it('is told to a guardian, and to nobody else', async () => {
    await front.database.query('UPDATE community.resident SET guardian_id = $1 WHERE id = $2', [people[0], people[11]]);
    expect((await asResident(people[0]!, `/residents/${people[11]}/journal`)).body.items.length).toBeGreaterThan(1);
    for (const suffix of ['', '.csv']) {
      const other = await asResident(people[1]!, `/residents/${people[11]}/journal${suffix}`);
      const nobody = await asResident(people[1]!, `/residents/${uuidv7()}/journal${suffix}`);
      expect([other.status, nobody.status]).toEqual([404, 404]);
      expect(other.body).toEqual(nobody.body);
    }
    expect((await front.send('auditor', 'GET', `/residents/${uuidv7()}/journal`)).status).toBe(404);
  });

  it('is kept by the database too: a stranger gets nothing from the function itself', async () => {
    const reader = new URL(front.settings.databaseUrl);
    reader.username = 'shihe_reader';
    reader.password = encodeURIComponent(
      (JSON.parse(process.env.SHIHE_TEST_LOGINS ?? '{}') as Record<string, string>).reader ?? '',
    );
    const client = new pg.Client({ connectionString: reader.href });
    await client.connect();
    const rowsFor = async (actor: string) => {
      await client.query(`SET shihe.actor = '${actor}'; SET shihe.actor_kind = 'resident'`);
      return (await client.query('SELECT actor FROM journal.of_person($1, NULL, NULL, 100)', [people[10]])).rows;
    };
    try {
      expect(await rowsFor(people[1]!)).toEqual([]);
      const own = await rowsFor(people[10]!);
      expect(own.length).toBeGreaterThan(3);
      expect(own.every(({ actor }) => actor === null)).toBe(true);
    } finally {
      await client.end();
    }
  });

  it('tells of tickets, calls, cases, orders and published answers, to this person and no other', async () => {
    const [me, other] = [people[20]!, people[21]!];
    const { siteId } = await openSite(front);
    const ticketOf = async (residentId: string) =>
      (await front.send('marshal', 'POST', `/sites/${siteId}/tickets`, {
        ...{ partySize: 1, lane: 'general', residentId },
      })) as { status: number; body: { id: string } };
    const [mine, theirs] = [await ticketOf(me), await ticketOf(other)];
    expect([mine.status, theirs.status]).toEqual([201, 201]);
    await front.send('marshal', 'PUT', `/tickets/${mine.body.id}/departure`);
    await swab(me);
    const opened = await front.send('sitelead', 'POST', '/cases', {
      ...{ kind: 'not-me', residentId: me, roundId: street.roundId },
    });
    expect(opened.status).toBe(201);
    const order = uuidv7();
    await front.database.query(
      `INSERT INTO results.recall_order (id, round_id, resident_id, kind, cause, cause_barcode, cause_version, cause_occasion, deadline)
       VALUES ($1, $2, $3, 'resample', 'invalid', 'T1', 1, 0, now() + interval '1 day')`,
      [order, street.roundId, me],
    );
    await front.send('organiser', 'PUT', `/rounds/${street.roundId}/recalls/${order}/assignment`, {
      assigneeId: (await front.get(AccountRegister).idsByUsername(['gridworker'])).get('gridworker'),
    });
    await front.database.query(
      `INSERT INTO results.answer (round_id, resident_id, version, status, cause, basis, swab_id, sampled_at)
       VALUES ($1, $2, 1, 'negative', 'negative', 'test', $3, now())`,
      [street.roundId, me, uuidv7()],
    );
    const items = told(await asResident(me, `/residents/${me}/journal?limit=500`));
    expect(new Set(items.map(({ topic }) => topic))).toEqual(
      new Set([
        'queue.ticket-issued',
        'queue.ticket-left',
        'sampling.swabs-recorded',
        'sampling.exceptions-raised',
        'results.recall-assigned',
        'results.answer-published',
        'access.people-read',
      ]),
    );
    expect(items.find(({ topic }) => topic === 'results.answer-published')).toMatchObject({ what: 'version 1' });
    const once = items.filter(({ topic }) => topic !== 'access.people-read').map(({ topic }) => topic);
    expect(new Set(once).size).toBe(once.length);
    const elsewhere = told(await asResident(other, `/residents/${other}/journal?limit=500`));
    expect(elsewhere.filter(({ topic }) => topic !== 'access.people-read').map(({ topic }) => topic)).toEqual([
      'queue.ticket-issued',
    ]);
  });

  it('can be taken home as a table that computes nothing', async () => {
    await front.database.query(
      `INSERT INTO journal.entry (topic, subject, payload) VALUES ('access.people-read', $1, $2)`,
      [
        `resident:${people[12]}`,
        JSON.stringify({ what: '=HYPERLINK("http://x")', residentIds: [people[12]], purpose: 'a,b', role: '+1' }),
      ],
    );
    const { status, body, headers } = await asResident(people[12]!, `/residents/${people[12]}/journal.csv`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const lines = String(body).split('\r\n');
    expect(lines[0]).toMatch(/time,topic,what,purpose,role,actor,site$/);
    expect(lines[1]).toContain(`"'=HYPERLINK(""http://x"")","a,b","'+1"`);
    const [again] = (await asResident(people[12]!, `/residents/${people[12]}/journal?limit=1`)).body.items;
    expect(again).toMatchObject({ what: 'journal', purpose: 'GET /api/v1/residents/:id/journal.csv' });
  });

  it('costs the tables nothing: no index by person, actor or topic holds the entries of swabs', async () => {
    const rows = await front.database.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
        WHERE i.indrelid = 'journal.entry'::regclass
          AND coalesce(pg_get_expr(i.indpred, i.indrelid), '') !~ '(swabs-recorded|actor_id IS NOT NULL)' ORDER BY 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(['entry_pkey', 'entry_subject']);
  });
});
