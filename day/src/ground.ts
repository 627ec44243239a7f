import { setTimeout as pause } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import { Door, sideBySide, Staff } from './api.js';
import type { Dice } from './dice.js';
import type { DayOptions } from './options.js';
import { inventHouseholds, ledgerOf, type Household } from './people.js';
import type { Progress } from './progress.js';

export type Lane = 'general' | 'green' | 'single';

export interface Table {
  stationId: string;
  siteId: string;
  number: number;
  lane: Lane;
  scanner: Staff;
}

export interface Site {
  id: string;
  code: string;
  areaCode: string;
  tables: Table[];
}

/** Everything that stands ready before the first resident comes. */
export interface Ground {
  tag: string;
  roundId: string;
  grids: string[];
  sites: Site[];
  households: Household[];
  /** Residents whom the house lists in the grids of this day; more than came when another seed used them before. */
  listed: number;
  admin: Staff;
  organiser: Staff;
  marshal: Staff;
  packer: Staff;
  courier: Staff;
  lab: Staff;
  /** Signs for what the laboratory says is positive. */
  labReviewer: Staff;
}

const street = '370811013';
const siteCount = 3;
const crewPassword = () => `day-${uuidv7()}`;

/** Lays the ground through the public doors alone: grids, ledger, round, sites, tables, crews. */
export async function layGround(
  door: Door,
  options: DayOptions,
  dice: Dice,
  password: string,
  progress: Progress,
): Promise<Ground> {
  const [admin, security, organiser, gridworker, marshal, packer, courier, lab, labReviewer] = await Promise.all(
    ['admin', 'security', 'organiser', 'gridworker', 'marshal', 'packer', 'courier', 'lab', 'lab2'].map((name) =>
      Staff.signIn(door, name, password),
    ),
  );
  if (!admin || !security || !organiser || !gridworker || !marshal || !packer || !courier || !lab || !labReviewer)
    throw new Error('nobody signed in');
  const tag = Date.now().toString(36).slice(-6).toUpperCase();
  const grids = await openGrids(organiser, options.seed);
  const households = inventHouseholds(dice, options.residents, grids);
  progress.say(`ledger: ${options.residents} residents in ${households.length} households`);
  await handInLedger(gridworker, ledgerOf(households));
  const listed = await readBack(gridworker, households, grids);
  const roundId = await openRound(organiser, tag, grids);
  const sites = await openSites(door, { admin, security, organiser, grids, tag, stations: options.stations });
  progress.say(`${sites.length} sites with ${options.stations} tables are open, round ${tag} has begun`);
  return {
    tag,
    roundId,
    grids,
    sites,
    households,
    listed,
    admin,
    organiser,
    marshal,
    packer,
    courier,
    lab,
    labReviewer,
  };
}

/** A grid of its own in each of three communities, so that the day's coverage is counted apart from everybody else's. */
async function openGrids(organiser: Staff, seed: number): Promise<string[]> {
  const { items } = await organiser.get<{ items: { code: string }[] }>(`/areas?parent=${street}`);
  const number = 900 + (seed % 100);
  const grids = items.slice(0, siteCount).map(({ code }) => `${code}-${number}`);
  if (grids.length < siteCount) throw new Error(`${street} has no communities here: start with SHIHE_DEMO on`);
  for (const code of grids) await organiser.put(`/areas/${code}`, { name: `演练网格 ${number}` });
  return grids;
}

async function handInLedger(gridworker: Staff, ledger: string): Promise<void> {
  const { id } = await gridworker.post<{ id: string }>('/ledger-imports', ledger, 'text/csv');
  for (;;) {
    const { state, counts } = await gridworker.get<{ state: string; counts: { refused: number } }>(
      `/ledger-imports/${id}`,
    );
    if (state === 'refused' || counts.refused > 0)
      throw new Error(`the ledger was not taken: ${state}, ${counts.refused} rows refused`);
    if (state === 'done') return;
    await pause(200);
  }
}

/** Finds out under which id each person stands, as a desk would: by the number on the document. */
async function readBack(
  gridworker: Staff,
  households: readonly Household[],
  grids: readonly string[],
): Promise<number> {
  const people = households.flatMap((household) => household.people);
  await sideBySide(people, 8, async (person) => {
    const { items } = await gridworker.post<{ items: { id: string }[] }>('/resident-searches', {
      idNumber: person.idNumber,
    });
    if (items.length !== 1 || items[0] === undefined)
      throw new Error(`resident ${person.n} is listed ${items.length} times`);
    person.id = items[0].id;
  });
  let listed = 0;
  for (const grid of grids) {
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { items: unknown[]; next: string | null } = await gridworker.get(
        `/residents?area=${grid}&limit=200${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      listed += page.items.length;
      cursor = page.next;
    }
  }
  return listed;
}

export async function openRound(organiser: Staff, tag: string, areas: string[]): Promise<string> {
  const id = uuidv7();
  const startsAt = new Date();
  await organiser.post('/rounds', {
    id,
    name: `演练轮次 ${tag}`,
    areas,
    startsAt: startsAt.toISOString(),
    deadline: new Date(startsAt.getTime() + 24 * 3_600_000).toISOString(),
  });
  await organiser.put(`/rounds/${id}/opening`);
  return id;
}

interface SitePlan {
  admin: Staff;
  security: Staff;
  organiser: Staff;
  grids: string[];
  tag: string;
  stations: number;
}

async function openSites(door: Door, { admin, security, organiser, grids, tag, stations }: SitePlan): Promise<Site[]> {
  const sites: Site[] = [];
  const now = Date.now();
  const from = new Date(now - 60_000).toISOString();
  const until = new Date(now + 6 * 3_600_000).toISOString();
  for (const [n, areaCode] of grids.entries()) {
    const id = uuidv7();
    const code = `DAY-${tag}-${n + 1}`;
    await organiser.post('/sites', { id, code, name: `演练采样点 ${n + 1}`, areaCode, address: '演练' });
    await organiser.post(`/sites/${id}/sessions`, { kind: 'day', opensAt: from, closesAt: until });
    sites.push({ id, code, areaCode, tables: [] });
  }
  await sideBySide([...Array(stations).keys()], 2, async (n) => {
    const site = sites[n % sites.length];
    if (site === undefined) return;
    const number = Math.floor(n / sites.length) + 1;
    const lane = laneOf(number, Math.ceil(stations / sites.length));
    const stationId = uuidv7();
    await organiser.post(`/sites/${site.id}/stations`, { id: stationId, number, lane });
    const password = crewPassword();
    const pair = await Promise.all(
      (['scanner', 'collector'] as const).map((role) =>
        admin.post<{ id: string }>('/accounts', {
          username: `day-${tag.toLowerCase()}-${role}-${n + 1}`,
          role,
          displayName: `演练${role === 'scanner' ? '扫码员' : '采样员'}${n + 1}`,
          password,
        }),
      ),
    );
    // Made by one administrator, let in by another: a new account reaches nothing by itself.
    for (const { id } of pair) {
      await security.put(`/accounts/${id}/scopes`, { scopes: [{ kind: 'site', key: site.id }] });
    }
    await organiser.post(`/stations/${stationId}/shifts`, {
      scannerId: pair[0]?.id,
      collectorId: pair[1]?.id,
      startsAt: from,
      endsAt: until,
    });
    const scanner = await Staff.signIn(door, `day-${tag.toLowerCase()}-scanner-${n + 1}`, password);
    site.tables.push({ stationId, siteId: site.id, number, lane, scanner });
  });
  return sites;
}

/** The last table of a site is for single tubes, the one before it for the green lane where there are enough. */
function laneOf(number: number, tables: number): Lane {
  if (number === tables && tables > 1) return 'single';
  return number === tables - 1 && tables > 2 ? 'green' : 'general';
}
