import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { boardFrame, BoardReader } from '#journey/queue';
import { displayUrlOf, openDisplay, type Display } from '../../support/display.js';
import { openFront, type Front } from '../../support/house.js';
import { openSite } from '../../support/queue.js';
import { layStreet, type Street } from '../../support/street.js';

let front: Front;
let street: Street;
let display: Display;
beforeAll(async () => {
  front = await openFront();
  street = await layStreet(front.database, 6);
  display = await openDisplay(front.settings.databaseUrl, { readGap: 50, heartbeat: 60_000, retry: 100 });
});
afterAll(async () => {
  await display.close();
  await front.close();
});

async function take(siteId: string, extra: object = {}): Promise<void> {
  const body = { partySize: 1, lane: 'general', ...extra };
  expect((await front.send('marshal', 'POST', `/sites/${siteId}/tickets`, body)).status).toBe(201);
}

function waiting(board: { lanes: { lane: string; waitingPeople: number }[] } | undefined): number | undefined {
  return board?.lanes.find((lane) => lane.lane === 'general')?.waitingPeople;
}

describe('a screen', () => {
  it('is shown the present board, then every change of it', async () => {
    const { siteId, stations } = await openSite(front);
    const screen = await display.screen();
    const { board } = await screen.watch({ siteId });
    expect(waiting(boardFrame.parse(board))).toBe(0);
    await take(siteId, { partySize: 3, residentId: street.residents[0]!.id });
    const changed = await screen.frame((frame) => waiting(frame) === 3);
    expect(changed.version).toBe(board!.version + 1);
    await front.send('scanner', 'POST', `/stations/${stations[0]!}/calls`, { count: 1 });
    const called = await screen.frame((frame) => frame.calls.length === 1);
    expect(called.calls[0]).toMatchObject({ labels: ['A001'], station: 1, lane: 'general' });
    expect(called.lanes[0]?.nowCalling).toEqual([{ label: 'A001', station: 1 }]);
    await front.send('marshal', 'PUT', `/sites/${siteId}/state`, { state: 'paused', reason: '暴雨' });
    await screen.frame((frame) => frame.statusWord === '休息' && frame.site.pauseReason === '暴雨');
    const versions = screen.frames.map((frame) => frame.version);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
    expect(JSON.stringify(screen.frames)).not.toContain(street.residents[0]!.id);
  });

  it('ends up with what the database says, however many changes came at once', async () => {
    const { siteId } = await openSite(front);
    const screens = await Promise.all([1, 2, 3].map(() => display.screen()));
    for (const screen of screens) await screen.watch({ siteId });
    await Promise.all(Array.from({ length: 30 }, () => take(siteId)));
    const truth = await front.get(BoardReader).read(siteId);
    for (const screen of screens) {
      const last = await screen.frame((frame) => frame.version === truth?.version);
      expect({ ...last, asOf: '' }).toEqual({ ...truth, asOf: '' });
      expect(screen.frames.length).toBeLessThan(30);
    }
  });

  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'invalid-request'],
    ['a site code', { siteId: 'S1' }, 'invalid-request'],
    ['a field too many', { siteId: uuidv7(), token: 'x' }, 'invalid-request'],
    ['a site that does not exist', { siteId: uuidv7() }, 'site-not-found'],
  ])('is refused in words when it asks for %s', async (_, body, code) => {
    const screen = await display.screen();
    const { problem } = await screen.watch(body);
    expect(problem?.code).toBe(code);
    expect(problem?.messages['zh-CN']).toMatch(/请/);
  });

  it('cannot send a message of more than 16 kilobytes, nor ask without end', async () => {
    const screen = await display.screen();
    let problem: { code: string } | undefined;
    for (let n = 0; n < 41; n += 1) ({ problem } = await screen.watch({ siteId: 'x' }));
    expect(problem?.code).toBe('too-many-requests');
    const gone = new Promise((done) => screen.socket.once('disconnect', done));
    screen.socket.emit('watch', { siteId: 'x'.repeat(20_000) });
    await gone;
    expect((await fetch(`${display.url}/health/live`)).status).toBe(200);
  });

  it('is shown the door when it goes on asking after it was told to wait', async () => {
    const screen = await display.screen();
    const gone = new Promise((done) => screen.socket.once('disconnect', done));
    for (let n = 0; n < 100; n += 1) screen.socket.emit('watch', { siteId: 'x' });
    await gone;
  });

  it('may watch twenty sites and no more', async () => {
    const screen = await display.screen();
    const codes: (string | undefined)[] = [];
    for (let n = 0; n < 21; n += 1) {
      const { siteId } = await openSite(front, 0);
      codes.push((await screen.watch({ siteId })).problem?.code);
    }
    expect(codes).toEqual([...Array<undefined>(20).fill(undefined), 'too-many-sites']);
  });
});

describe('the snapshot of a board', () => {
  it('is public, short-lived, and not sent again while nothing has changed', async () => {
    const { siteId } = await openSite(front);
    const answer = await fetch(`${display.url}/api/v1/sites/${siteId}/board`);
    expect(answer.status).toBe(200);
    expect(boardFrame.parse(await answer.json()).siteId).toBe(siteId);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=1');
    const headers = { 'if-none-match': answer.headers.get('etag')! };
    expect((await fetch(`${display.url}/sites/${siteId}/board`, { headers })).status).toBe(304);
    const screen = await display.screen();
    await screen.watch({ siteId });
    await take(siteId);
    await screen.frame((frame) => waiting(frame) === 1);
    expect((await fetch(`${display.url}/sites/${siteId}/board`, { headers })).status).toBe(200);
  });

  it('is refused in words for a site that does not exist, and for anything else', async () => {
    const unknown = await fetch(`${display.url}/sites/${uuidv7()}/board`);
    expect([unknown.status, ((await unknown.json()) as { code: string }).code]).toEqual([404, 'site-not-found']);
    expect((await fetch(`${display.url}/sites/S1/board`)).status).toBe(400);
    expect((await fetch(`${display.url}/sessions`)).status).toBe(404);
    expect((await fetch(`${display.url}/metrics`)).status).toBe(200);
  });
});

describe('the boards’ login', () => {
  it('can read the boards and nothing else, and write nothing', async () => {
    const client = new pg.Client({ connectionString: displayUrlOf(front.settings.databaseUrl) });
    await client.connect();
    try {
      const rows = await front.database.query<{ name: string }>(
        `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'v', 'm', 'p') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'`,
      );
      expect(rows.length).toBeGreaterThan(40);
      const readable: string[] = [];
      for (const { name } of rows) {
        const answer = await client
          .query(`SELECT 1 FROM ${name} LIMIT 1`)
          .catch((error: unknown) => (error as { code: string }).code);
        if (answer !== '42501') readable.push(name);
      }
      expect(readable).toEqual(['queue.board']);
      await expect(client.query('UPDATE queue.ticket SET number = 1')).rejects.toThrow();
      await expect(client.query('CREATE TABLE mine (id int)')).rejects.toThrow();
    } finally {
      await client.end();
    }
  });
});

describe('the boards’ process', () => {
  it('is healed by its heartbeat when a signal was lost', async () => {
    const { siteId } = await openSite(front);
    const slow = await openDisplay(front.settings.databaseUrl, { readGap: 50, heartbeat: 200, retry: 100 });
    const screen = await slow.screen();
    await screen.watch({ siteId });
    await front.database.query(`UPDATE site.site SET name = '改名', version = version + 1 WHERE id = $1`, [siteId]);
    await screen.frame((frame) => frame.site.name === '改名');
    await slow.close();
  });

  it('outlives a database that throws everybody out, keeps its picture, and catches up', async () => {
    const { siteId } = await openSite(front);
    const screen = await display.screen();
    await screen.watch({ siteId });
    const admin = new pg.Client({ connectionString: process.env.SHIHE_TEST_ADMIN_URL });
    await admin.connect();
    const database = new URL(front.settings.databaseUrl).pathname.slice(1);
    await admin.query(`REVOKE CONNECT ON DATABASE ${database} FROM PUBLIC`);
    await admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = $1 AND application_name IN ('queue-display', 'shihe-live')`,
      [database],
    );
    try {
      await take(siteId);
      expect((await fetch(`${display.url}/health/ready`)).status).toBe(503);
      expect((await fetch(`${display.url}/health/live`)).status).toBe(200);
      expect(waiting((await screen.watch({ siteId })).board)).toBe(0);
    } finally {
      await admin.query(`GRANT CONNECT ON DATABASE ${database} TO PUBLIC`);
      await admin.end();
    }
    await screen.frame((frame) => waiting(frame) === 1);
    expect((await fetch(`${display.url}/health/ready`)).status).toBe(200);
  });
});
