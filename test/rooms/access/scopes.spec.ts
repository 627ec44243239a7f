import { uuidv7 } from 'uuidv7';
import { AccountRegister, ScopeRegister, type Role, type Scope } from '#platform/access';
import { openFront, testPassword, type Front } from '../../support/house.js';
import { layStreet, type Street } from '../../support/street.js';

let front: Front;
let street: Street;
beforeAll(async () => {
  front = await openFront();
  street = await layStreet(front.database, 3);
});
afterAll(() => front.close());

interface Answer {
  status: number;
  body: any;
}

interface Somebody {
  id: string;
  send(method: string, path: string, body?: unknown): Promise<Answer>;
}

let number = 0;
async function somebody(role: Role, scopes: Scope[] = []): Promise<Somebody> {
  number += 1;
  const username = `${role}.${number}`;
  const { id } = await front
    .get(AccountRegister)
    .add({ username, role, displayName: username, password: testPassword });
  await front.get(ScopeRegister).put(id, scopes, null);
  const { body } = await front.send(undefined, 'POST', '/sessions', { username, password: testPassword });
  const authorization = `Bearer ${body.token}`;
  return { id, send: (method, path, given) => front.send(undefined, method, path, given, { authorization }) };
}

function site(key = street.siteId): Scope {
  return { kind: 'site', key };
}

/** Whether somebody has the street's site in their scope, as PostgreSQL sees it. */
async function reaches({ id }: Somebody): Promise<boolean> {
  const rows = await front.database.query('SELECT 1 FROM site.of_account($1) AS s WHERE s = $2', [id, street.siteId]);
  return rows.length === 1;
}

async function topics(id: string): Promise<string[]> {
  const rows = await front.database.query<{ topic: string }>(
    `SELECT topic FROM journal.entry WHERE subject = $1 AND topic <> 'access.account-added' ORDER BY recorded_at`,
    [`account:${id}`],
  );
  return rows.map(({ topic }) => topic);
}

describe('what an account reaches', () => {
  it('is said by somebody of security, counts at once, and is in the journal once however often it is said', async () => {
    const [security, lead] = [await somebody('security'), await somebody('sitelead')];
    expect(await reaches(lead)).toBe(false);
    const path = `/accounts/${lead.id}/scopes`;
    const wanted = { scopes: [site(), site()] };
    const answers = await Promise.all(Array.from({ length: 6 }, () => security.send('PUT', path, wanted)));
    for (const { status, body } of answers) {
      expect([status, body]).toEqual([200, { scopes: [{ ...site(), until: null }] }]);
    }
    expect(await reaches(lead)).toBe(true);
    expect((await security.send('PUT', path, { scopes: [] })).body).toEqual({ scopes: [] });
    expect(await reaches(lead)).toBe(false);
    expect((await security.send('GET', path)).body).toEqual({ scopes: [] });
    expect(await topics(lead.id)).toEqual(['access.scopes-put', 'access.scopes-put']);
  });

  it('is never said for oneself, for nobody, or in keys that no room has', async () => {
    const security = await somebody('security');
    const own = await security.send('PUT', `/accounts/${security.id}/scopes`, { scopes: [{ kind: 'all', key: '*' }] });
    expect([own.status, own.body.code]).toEqual([409, 'not-on-yourself']);
    for (const method of ['GET', 'PUT']) {
      const body = method === 'PUT' ? { scopes: [] } : undefined;
      const missing = await security.send(method, `/accounts/${uuidv7()}/scopes`, body);
      expect([missing.status, missing.body.code]).toEqual([404, 'account-not-found']);
    }
    const { id } = await somebody('sitelead');
    for (const scope of [
      { kind: 'site', key: 'S1' },
      { kind: 'round', key: '1' },
      { kind: 'all', key: 'x' },
      { kind: 'planet', key: 'earth' },
      { kind: 'area', key: `'; DROP TABLE access.scope; --` },
      { ...site(), until: '2099-01-01T00:00:00Z' },
    ]) {
      expect((await security.send('PUT', `/accounts/${id}/scopes`, { scopes: [scope] })).status).toBe(400);
    }
  });

  it('stays as it was when the journal cannot be written', async () => {
    const [security, lead] = [await somebody('security'), await somebody('sitelead', [site()])];
    await front.database.query(
      `ALTER TABLE journal.entry ADD CONSTRAINT full_disk CHECK (topic <> 'access.scopes-put') NOT VALID`,
    );
    try {
      expect((await security.send('PUT', `/accounts/${lead.id}/scopes`, { scopes: [] })).status).toBe(503);
    } finally {
      await front.database.query('ALTER TABLE journal.entry DROP CONSTRAINT full_disk');
    }
    expect(await reaches(lead)).toBe(true);
  });
});

describe('seeing more than one’s scope in an emergency', () => {
  const reason = '相邻采样点停电，临时接管';
  async function asked(by: Somebody, scope = site(), id: string = uuidv7()): Promise<Answer> {
    return by.send('POST', '/break-glass', { id, reason, scope, minutes: 30 });
  }

  it('is asked for with a reason, let by a second person, and then seen at once; all of it is in the journal', async () => {
    const [lead, security] = [await somebody('sitelead', [site(uuidv7())]), await somebody('security')];
    const { status, body } = await asked(lead);
    expect([status, body.state, body.until]).toEqual([201, 'asked', null]);
    expect(await reaches(lead)).toBe(false);
    const approved = await security.send('PUT', `/break-glass/${body.id}/approval`);
    expect([approved.status, approved.body.state, approved.body.approvedBy]).toEqual([200, 'open', security.id]);
    const lasts = Date.parse(approved.body.until) - Date.parse(approved.body.approvedAt);
    expect(lasts).toBe(30 * 60_000);
    expect(await reaches(lead)).toBe(true);
    const held = (await security.send('GET', `/accounts/${lead.id}/scopes`)).body.scopes;
    expect(held).toContainEqual({ ...site(), until: approved.body.until });
    expect((await security.send('GET', '/break-glass')).body.requests[0]).toEqual(approved.body);
    expect((await topics(lead.id)).slice(-2)).toEqual(['access.glass-asked-for', 'access.glass-broken']);
  });

  it('is the same when it is asked for and let many times at once', async () => {
    const [lead, security] = [await somebody('sitelead', [site(uuidv7())]), await somebody('security')];
    const id = uuidv7();
    const asks = await Promise.all(Array.from({ length: 6 }, () => asked(lead, site(), id)));
    expect(asks.map(({ status, body }) => [status, body.id])).toEqual(Array(6).fill([201, id]));
    const lets = await Promise.all(
      Array.from({ length: 6 }, () => security.send('PUT', `/break-glass/${id}/approval`)),
    );
    for (const one of lets) expect([one.status, one.body]).toEqual([200, lets[0]!.body]);
    const lent = await front.database.query(`SELECT 1 FROM access.scope WHERE account_id = $1 AND until < 'infinity'`, [
      lead.id,
    ]);
    expect(lent).toHaveLength(1);
    const other = await lead.send('POST', '/break-glass', { id, reason: '另一个理由', scope: site(), minutes: 5 });
    expect([other.status, other.body.code]).toEqual([409, 'glass-id-taken']);
    const late = await front.send('organiser', 'PUT', `/break-glass/${id}/approval`);
    expect([late.status, late.body.code]).toEqual([409, 'glass-is-over']);
  });

  it('is never let by the one who asked, also not in the database', async () => {
    const organiser = await somebody('organiser', [site(uuidv7())]);
    const { id } = (await asked(organiser)).body;
    const own = await organiser.send('PUT', `/break-glass/${id}/approval`);
    expect([own.status, own.body.code]).toEqual([409, 'own-glass']);
    await expect(
      front.database.query(
        `UPDATE access.break_glass SET approved_by = requested_by, approved_at = now(), until = now(),
                scope_id = (SELECT id FROM access.scope LIMIT 1) WHERE id = $1`,
        [id],
      ),
    ).rejects.toThrow('check constraint');
    const another = await somebody('organiser', [site(uuidv7())]);
    expect((await another.send('PUT', `/break-glass/${id}/approval`)).status).toBe(200);
    const lead = await somebody('sitelead');
    expect((await lead.send('PUT', `/break-glass/${id}/approval`)).status).toBe(403);
  });

  it('ends by itself, and is not prolonged by saying the account’s scope anew', async () => {
    const [lead, security] = [await somebody('sitelead', [site(uuidv7())]), await somebody('security')];
    const { id } = (await asked(lead)).body;
    await security.send('PUT', `/break-glass/${id}/approval`);
    await security.send('PUT', `/accounts/${lead.id}/scopes`, { scopes: [] });
    expect(await reaches(lead)).toBe(true);
    // Half an hour passes.
    await front.database.query(
      `WITH g AS (UPDATE access.break_glass SET until = now() - interval '1 second' WHERE id = $1 RETURNING scope_id)
       UPDATE access.scope s SET until = now() - interval '1 second' FROM g WHERE s.id = g.scope_id`,
      [id],
    );
    expect(await reaches(lead)).toBe(false);
    const [listed] = (await lead.send('GET', '/break-glass')).body.requests;
    expect([listed.id, listed.state]).toEqual([id, 'over']);
    expect((await asked(lead)).status).toBe(201);
  });

  it('is ended before its time, or refused, once; and does not begin after that', async () => {
    const [lead, security] = [await somebody('sitelead', [site(uuidv7())]), await somebody('security')];
    const open = (await asked(lead)).body.id;
    await security.send('PUT', `/break-glass/${open}/approval`);
    const ends = await Promise.all(
      Array.from({ length: 4 }, () => security.send('PUT', `/break-glass/${open}/ending`)),
    );
    expect(ends.map(({ status, body }) => [status, body.state])).toEqual(Array(4).fill([200, 'over']));
    expect(await reaches(lead)).toBe(false);
    expect((await topics(lead.id)).filter((topic) => topic === 'access.glass-ended')).toHaveLength(1);
    const refused = (await asked(lead)).body.id;
    expect((await security.send('PUT', `/break-glass/${refused}/ending`)).status).toBe(200);
    const late = await security.send('PUT', `/break-glass/${refused}/approval`);
    expect([late.status, late.body.code]).toEqual([409, 'glass-is-over']);
    const old = (await asked(lead)).body.id;
    await front.database.query(
      `UPDATE access.break_glass SET requested_at = now() - interval '31 minutes' WHERE id = $1`,
      [old],
    );
    expect((await security.send('PUT', `/break-glass/${old}/approval`)).body.code).toBe('glass-is-over');
  });

  it('of others is neither seen nor ended by a site lead', async () => {
    const [lead, other] = [await somebody('sitelead', [site(uuidv7())]), await somebody('sitelead', [site(uuidv7())])];
    const { id } = (await asked(lead)).body;
    expect((await other.send('GET', '/break-glass')).body.requests).toEqual([]);
    const foreign = await other.send('PUT', `/break-glass/${id}/ending`);
    const missing = await other.send('PUT', `/break-glass/${uuidv7()}/ending`);
    expect([foreign.status, foreign.body]).toEqual([404, missing.body]);
    expect((await lead.send('PUT', `/break-glass/${id}/ending`)).status).toBe(200);
  });

  it('is for what one has not, and would let one see more', async () => {
    const lead = await somebody('sitelead', [site()]);
    expect((await asked(lead)).body.code).toBe('scope-is-held');
    expect((await asked(lead, { kind: 'area', key: '370811' })).body.code).toBe('scope-would-narrow');
    expect((await asked(await somebody('organiser', [{ kind: 'all', key: '*' }]))).body.code).toBe('scope-is-held');
    for (const wrong of [{ minutes: 31 }, { minutes: 0 }, { reason: '  ' }, { scope: { kind: 'site', key: 'S1' } }]) {
      const body = { reason, scope: site(uuidv7()), minutes: 30, ...wrong };
      expect((await lead.send('POST', '/break-glass', body)).status).toBe(400);
    }
  });
});
