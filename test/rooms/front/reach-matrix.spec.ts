import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { roles, type Role } from '#platform/access';
import { operations, shaped } from '../../support/contract.js';
import { openFront, type Front } from '../../support/house.js';
import { layNeighbours, type Neighbour, type Thing } from '../../support/neighbours.js';
import { routesOf, type Route } from '../../support/routes.js';

type Caller = Role | 'resident';
type Whose = 'own' | 'same site' | 'other site' | 'missing';

let front: Front;
let here: Neighbour;
let there: Neighbour;

beforeAll(async () => {
  front = await openFront();
  [here, there] = await layNeighbours(front.database);
});
afterAll(() => front.close());

/** Addresses that name nothing of anybody's: everybody whom the route admits may know it. */
const everybodys: Record<string, string> = {
  '/areas/:code': 'the tree of areas is on every map',
  '/rounds/:id': 'a round names nobody; its changes are asked for below',
  '/rounds/:id/coverage': 'numbers; those of other areas are left out',
  '/rounds/:id/progress': 'numbers; those of other sites are left out',
  '/rounds/:id/missing': 'a list; those of other areas are left out',
  '/rounds/:id/exemptions': 'a list; those of other areas are left out',
  '/rounds/:roundId/recalls': 'a list; those of other areas are left out',
  '/accounts/:id': 'administrators answer for all accounts',
};

/** What the last parameter of an address names; an address that is not here fails the test. */
const named: [RegExp, Thing | (Partial<Record<Caller, Thing>> & { otherwise: Thing })][] = [
  [/^\/sites\/:id/, 'site'],
  [/^\/stations\/:id/, 'station'],
  [/^\/shifts\/:id/, 'shift'],
  [/^\/tubes\/:barcode\/loss/, { lab: 'labTube', otherwise: 'sealedTube' }],
  [/^\/tubes\/:barcode\/swabs\/:id/, 'swab'],
  [/^\/tubes\/:barcode/, 'tube'],
  [/^\/boxes\/:code/, { lab: 'receivedBox', otherwise: 'box' }],
  [/^\/tickets\/:id/, 'ticket'],
  [/^\/announcements\/:id/, 'announcement'],
  [/^\/resident-codes\/:reference/, 'residentCode'],
  [/^\/residents\/:id/, 'resident'],
  [/^\/rounds\/:id\/exemptions\/:exemptionId/, 'exemption'],
  [/^\/rounds\/:roundId\/recalls\/:orderId/, 'order'],
  [/^\/rounds\/:roundId\/answers\/:residentId/, 'resident'],
  [/^\/rounds\/:id/, 'round'],
  [/^\/lab\/receipts\/:id/, 'receipt'],
  [/^\/lab\/reports\/:id/, 'report'],
  [/^\/lab\/contradictions\/:barcode/, 'labTube'],
  [/^\/ledger-imports\/:id/, 'ledgerImport'],
  [/^\/exceptions\/:id/, 'exception'],
  [/^\/corrections\/:id/, 'correction'],
  [/^\/cases\/:id/, 'case'],
  [/^\/mergings\/:id/, 'merging'],
  [/^\/amendments\/:id/, 'amendment'],
  [/^\/devices\/:id/, 'device'],
  [/^\/held-batches\/:id/, 'heldBatch'],
];

function thingOf(path: string, caller: Caller): Thing | undefined {
  const found = named.find(([pattern]) => pattern.test(path))?.[1];
  if (found === undefined || typeof found === 'string') return found;
  return found[caller] ?? found.otherwise;
}

const codes = new Set<Thing>(['tube', 'sealedTube', 'labTube', 'box', 'receivedBox']);
const missing = (thing: Thing): string =>
  codes.has(thing) ? 'X999999' : thing === 'residentCode' ? randomBytes(12).toString('base64url') : uuidv7();

const atTables = ['sitelead', 'marshal', 'scanner', 'collector'];
const ofLabs: Thing[] = ['labTube', 'receivedBox', 'receipt', 'report'];

/** Who sees what at their own site, where that is not everything. */
function reaches(caller: Caller, thing: Thing, whose: Whose): boolean {
  // What was done with people is read of everybody by one account, and that is journalled.
  if (caller === 'auditor') return thing === 'resident';
  if (['admin', 'security'].includes(caller)) return false;
  // A laboratory knows what it received, and nothing of the site.
  if (caller === 'lab') return ofLabs.includes(thing);
  // Whoever stands before a table is seen there, the one next door is not.
  if (thing === 'resident' && atTables.includes(caller)) return whose === 'own';
  // An import is seen by whoever handed it in, and by an organiser of all the areas that it lies in.
  if (thing === 'ledgerImport') return caller === 'gridworker' || caller === 'organiser';
  return true;
}

/** The address for a caller of `here`, naming something of theirs or of somebody else. */
function addressOf(path: string, caller: Caller, whose: Whose): string {
  const thing = thingOf(path, caller)!;
  const from = whose === 'other site' ? there : here;
  let value = from.things[thing];
  if (whose === 'same site') value = here.siblings[thing] ?? value;
  if (caller === 'resident' && thing === 'resident' && whose === 'same site') value = here.things.ward;
  if (whose === 'missing') value = missing(thing);
  return path
    .replace(':roundId', from.things.round)
    .replace(/:id(?=\/exemptions\/:)/, from.things.round)
    .replace(/:barcode(?=\/swabs\/:id)/, whose === 'missing' ? 'X999999' : from.things.tube)
    .replace(/:barcode(?=\/removal)/, whose === 'other site' ? 'N2PACK' : 'N1PACK')
    .replace(':version', '2')
    .replace(/:\w+/, value);
}

/** A body of the agreed shape; where the shape alone is not enough, what makes sense here. */
function bodyOf(route: Route, caller: Caller): unknown {
  const operation = operations().find(
    ({ method, path }) => method === route.method && path === route.path.replace(/:(\w+)/g, '{$1}'),
  );
  const said = sensible[`${route.method} ${route.path}`];
  if (said !== undefined) return said(caller);
  return operation?.body === undefined ? undefined : shaped(operation.body);
}

const soon = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
const sensible: Record<string, (caller: Caller) => unknown> = {
  'POST /stations/:id/shifts': () => ({
    scannerId: uuidv7(), collectorId: uuidv7(), startsAt: soon(20), endsAt: soon(24),
  }),
  'POST /sites/:id/sessions': () => ({ kind: 'day', opensAt: soon(30), closesAt: soon(38) }),
  'POST /sites/:id/stations': () => ({ number: 900, lane: 'general' }),
  'POST /sites/:id/tickets': (caller) => ({ partySize: 1, lane: 'general', ...(caller === 'resident' ? {} : {}) }),
  'PATCH /rounds/:id': () => ({ settings: { retestDeadlineHours: 8 } }),
  'PATCH /sites/:id': () => ({ settings: { partyAtMost: 6 } }),
  'PUT /sites/:id/state': () => ({ state: 'open' }),
  'POST /sites/:id/announcements': () => ({ zh: '请排队', expiresAt: soon(1) }),
  'POST /stations/:id/calls': () => ({ count: 1 }),
  'POST /tubes/:barcode/swabs': () => ({
    id: uuidv7(), resident: { id: here.things.resident }, scannedAt: new Date().toISOString(),
  }),
  'PUT /tubes/:barcode/seal': () => ({ countedSwabs: 9 }),
  'POST /boxes/:code/tubes': () => ({ barcodes: ['N1SEAL2'] }),
  'PUT /boxes/:code/seal': () => ({ countedTubes: 99 }),
  'PUT /boxes/:code/dispatch': () => ({ givenBy: 'packer-1' }),
  'PUT /boxes/:code/hub-arrival': () => ({ hubCode: 'H1' }),
  'PUT /boxes/:code/hub-departure': () => ({ hubCode: 'H1' }),
  'PUT /boxes/:code/receipt': () => ({ givenBy: 'courier-1' }),
  'POST /rounds/:roundId/answers/:residentId/amendments': () => ({ status: 'negative', reason: '更正' }),
  'POST /residents/:id/merging': () => ({ into: here.things.ward, reason: 'other' }),
  'POST /exceptions/:id/unmasking': () => ({ reason: 'correction', text: '核对读数' }),
  'PUT /held-batches/:id/decision': () => ({ decision: 'set-aside', reason: '不收录' }),
  'PUT /rounds/:id/home-visits': () => ({ residentIds: [here.things.resident], visitorId: null }),
  'POST /rounds/:id/exemptions': () => ({ residentId: here.things.resident, reason: 'other' }),
}; // prettier-ignore

async function ask(route: Route, caller: Caller, whose: Whose): Promise<{ status: number; code: string | undefined }> {
  const headers = { authorization: `Bearer ${here.tokenOf(caller)}` };
  const body = route.method === 'GET' ? undefined : bodyOf(route, caller);
  const answer = await front.send(undefined, route.method, addressOf(route.path, caller, whose), body, headers);
  const { code } = (typeof answer.body === 'object' && answer.body !== null ? answer.body : {}) as { code?: string };
  return { status: answer.status, code };
}

describe('whose things somebody reaches', () => {
  it('is their own alone: what belongs to another site is answered as what does not exist', async () => {
    const wrong: string[] = [];
    let cells = 0;
    for (const route of routesOf(front)) {
      if (route.policy.public || !/:\w/.test(route.path)) continue;
      if (Object.keys(everybodys).some((open) => route.method === 'GET' && route.path === open)) continue;
      if (route.path.startsWith('/accounts/') || route.path.startsWith('/areas/')) continue;
      // Requests of people, not of sites: whose is asked in rooms/access/scopes, where a site lead sees and ends their own.
      if (route.path.startsWith('/break-glass/')) continue;
      // Laboratories are of the whole city, and a signature is for bytes in the name of the signer's own laboratory.
      if (route.path.startsWith('/labs/') || route.path.startsWith('/lab/report-reviews/')) continue;
      const { allowed } = route.policy;
      for (const caller of [...roles, 'resident'] as const) {
        if (!allowed.includes(caller)) continue;
        if (thingOf(route.path, caller) === undefined) {
          wrong.push(`${route.name}: ${route.path} says nowhere what it is about`);
          break;
        }
        // Residents may queue anywhere; the auditor reads what was done with anybody.
        const anywhere =
          (caller === 'resident' && route.path === '/sites/:id/tickets') ||
          (caller === 'auditor' && route.path.startsWith('/residents/:id/journal'));
        const thing = thingOf(route.path, caller)!;
        const said = { missing: await ask(route, caller, 'missing'), other: await ask(route, caller, 'other site') };
        cells += 2;
        const cell = `${route.method} ${route.path} for ${caller}`;
        if (said.missing.status !== 404) wrong.push(`${cell}, missing: ${said.missing.status} ${said.missing.code}`);
        if (!anywhere && (said.other.status !== 404 || said.other.code !== said.missing.code)) {
          wrong.push(`${cell}, other site: ${said.other.status} ${said.other.code}; missing: ${said.missing.code}`);
        }
        for (const whose of ['own', 'same site'] as const) {
          cells += 1;
          const { status, code } = await ask(route, caller, whose);
          const hidden = code === said.missing.code || code === 'not-allowed' || status >= 500;
          if (hidden === reaches(caller, thing, whose)) wrong.push(`${cell}, ${whose}: ${status} ${code}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(cells).toBeGreaterThan(400);
  }, 300_000);

  it('is everybody’s only where nobody is named', () => {
    const all = new Set(routesOf(front).map(({ path }) => path));
    for (const path of Object.keys(everybodys)) {
      expect([...all].some((one) => one === path || one.startsWith(`${path}/`))).toBe(true);
    }
  });
});
