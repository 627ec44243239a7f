import type { SeededDice } from '../faults/seeded-dice.js';
import { roles, type Role } from '#platform/access';
import { operationOf, type Door } from './door.js';
import { KnownIds } from './known-ids.js';
import { idNumberOf, phoneOf } from './made-up.js';

/** The house did not carry out what a scene needed. */
export class Stopped extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    what: string,
  ) {
    super(`${what}: ${status} ${code}`);
  }
}

export interface Staff {
  id: string;
  username: string;
  token: string;
}

/** A round with its site and table, which requests may spoil; it is laid anew then. */
export interface Street {
  roundId: string;
  siteId: string;
  siteCode: string;
  stationId: string;
  shiftId: string;
}

export interface Resident {
  id: string;
  idNumber: string;
  phone: string;
}

const password = 'fuzz-street-2026';
const hour = 3_600_000;
const administrators: Role[] = ['admin', 'security', 'auditor'];
const area = '370811013';
/** The laboratory of the demonstration. */
export const labCode = 'LAB-1';

/** One stretch of the run with people, a grid, sites and chance of its own: the same seed asks the same, whatever others do. */
export class Lane {
  readonly known: KnownIds;
  readonly staff = {} as Record<Role, Staff>;
  /** The same roles once more: second persons, and whoever is tried out as somebody else. */
  readonly others = {} as Record<Role, Staff>;
  street = {} as Street;
  grid = '';
  building = '';
  private counter = 0;

  private constructor(
    private readonly door: Door,
    readonly dice: SeededDice,
    readonly number: number,
    private readonly house: Record<Role, Staff>,
  ) {
    this.known = new KnownIds(dice);
  }

  static async open(door: Door, dice: SeededDice, number: number, house: Record<Role, Staff>): Promise<Lane> {
    const lane = new Lane(door, dice, number, house);
    await lane.hire();
    const { items } = await lane.as('organiser', 'GET', `/areas?parent=${area}`);
    lane.grid = `${items[number % items.length].code}-9${String(number).padStart(2, '0')}`;
    lane.building = `${lane.grid}-1`;
    await lane.as('organiser', 'PUT', `/areas/${lane.grid}`, { name: `网格 ${number}` });
    await lane.as('organiser', 'PUT', `/areas/${lane.building}`, { name: '1号楼' });
    await lane.layStreet();
    return lane;
  }

  /** A version 7 id by this lane's dice. */
  id(): string {
    const hex = (digits: number) =>
      this.dice
        .between(0, 16 ** digits - 1)
        .toString(16)
        .padStart(digits, '0');
    const now = Date.now().toString(16).padStart(12, '0');
    return `${now.slice(0, 8)}-${now.slice(8)}-7${hex(3)}-a${hex(3)}-${hex(6)}${hex(6)}`;
  }

  next(): number {
    this.counter += 1;
    return this.counter;
  }

  barcode(): string {
    return `F${this.number}-${String(this.next()).padStart(6, '0')}`;
  }

  person(): { name: string; idNumber: string; phone: string } {
    const n = this.next();
    // A name that nobody has: wherever it stands in clear, it came from here.
    const name = `欧阳金丝雀${'甲乙丙丁戊己庚辛壬癸'.charAt(n % 10)}`;
    const person = { name, idNumber: idNumberOf(this.number, n), phone: phoneOf(this.number, n) };
    this.door.findings.canaries.push(person);
    return person;
  }

  soon(hours: number): string {
    return new Date(Date.now() + hours * hour).toISOString();
  }

  someone(): string {
    return this.others[this.dice.pick(roles)].token;
  }

  as(who: Role, method: string, path: string, body?: unknown): Promise<any> {
    return this.call(this.staff[who].token, method, path, body);
  }

  /** @throws Stopped when it is not carried out */
  async call(
    token: string | undefined,
    method: string,
    path: string,
    body?: unknown,
    contentType = 'application/json',
  ): Promise<any> {
    const operation = operationOf(method, path);
    const text =
      body === undefined || typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
    const answer = await this.door.send(
      operation,
      {
        method,
        path,
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'content-type': contentType }),
        },
        ...(text === undefined ? {} : { body: text }),
      },
      'laying a scene',
    );
    if (answer.status < 200 || answer.status >= 300) {
      const code = (answer.body as { code?: string } | undefined)?.code ?? 'no code';
      throw new Stopped(answer.status, code, `${method} ${path}`);
    }
    this.known.learn(answer.body);
    return answer.body;
  }

  async signIn(username: string): Promise<Staff> {
    const { token, staff } = await this.call(undefined, 'POST', '/sessions', { username, password });
    return { id: staff.id, username, token };
  }

  /** Somebody of that role, who reaches everything unless told. */
  async newStaff(role: Role, scopes = [{ kind: 'all', key: '*' }]): Promise<Staff> {
    const username = `${role}-${this.number}-${this.next()}`;
    const { id } = await this.as('admin', 'POST', '/accounts', { username, role, displayName: username, password });
    // Administrators are let in by another administrator than the one who made them.
    if (administrators.includes(role)) await this.as('security', 'PUT', `/accounts/${id}/enabling`);
    else await this.as('security', 'PUT', `/accounts/${id}/scopes`, { scopes });
    return this.signIn(username);
  }

  async newRound(opened = true): Promise<string> {
    const id = this.id();
    const plan = {
      id,
      name: `第${this.next()}轮`,
      areas: [this.grid],
      startsAt: new Date().toISOString(),
      deadline: this.soon(24),
    };
    await this.as('organiser', 'POST', '/rounds', plan);
    if (opened) await this.as('organiser', 'PUT', `/rounds/${id}/opening`);
    return id;
  }

  async newSite(): Promise<{ id: string; code: string }> {
    const [id, code] = [this.id(), `F${this.number}-${this.next()}`];
    await this.as('organiser', 'POST', '/sites', {
      id,
      code,
      name: `采样点 ${code}`,
      areaCode: this.grid,
      address: '广场',
    });
    await this.as('organiser', 'POST', `/sites/${id}/sessions`, {
      kind: 'day',
      opensAt: this.soon(-1),
      closesAt: this.soon(8),
    });
    return { id, code };
  }

  async newStation(siteId: string, lane = 'general'): Promise<string> {
    const id = this.id();
    await this.as('organiser', 'POST', `/sites/${siteId}/stations`, { id, number: this.next() % 999, lane });
    return id;
  }

  async newResident(): Promise<Resident> {
    const { name, idNumber, phone } = this.person();
    const document = { kind: 'resident-id', number: idNumber };
    const { id } = await this.as('gridworker', 'POST', '/residents', {
      id: this.id(),
      name,
      document,
      phone,
      areaCode: this.building,
    });
    return { id, idNumber, phone };
  }

  /** Asks again until it is as it should be: what the job-runner does is done afterwards. */
  async until<T>(what: string, ask: () => Promise<T | undefined>, withinMs = 10_000): Promise<T> {
    for (const end = Date.now() + withinMs; Date.now() < end;) {
      const found = await ask();
      if (found !== undefined) return found;
      await new Promise((done) => setTimeout(done, 150));
    }
    throw new Stopped(0, 'waited in vain', what);
  }

  /** A round, a site and a table with its pair, none of which anybody has touched yet. */
  async layStreet(): Promise<void> {
    const roundId = await this.newRound();
    const { id: siteId, code: siteCode } = await this.newSite();
    const stationId = await this.newStation(siteId);
    // Nobody works at two tables: each street has a pair of its own.
    for (const role of ['scanner', 'collector'] as const) {
      this.staff[role] = await this.newStaff(role);
      this.known.spare(this.staff[role].id);
    }
    const { id: shiftId } = await this.as('organiser', 'POST', `/stations/${stationId}/shifts`, {
      scannerId: this.staff.scanner.id,
      collectorId: this.staff.collector.id,
      startsAt: this.soon(-1),
      endsAt: this.soon(6),
    });
    this.street = { roundId, siteId, siteCode, stationId, shiftId };
  }

  private async hire(): Promise<void> {
    for (const role of roles) this.known.spare(this.house[role].id);
    for (const role of administrators) this.staff[role] = this.house[role];
    for (const role of roles) {
      // Administrators and who hands in for the laboratory are the demonstration's.
      const shared = administrators.includes(role) || role === 'lab';
      this.staff[role] = shared ? this.house[role] : await this.newStaff(role);
      this.others[role] = await this.newStaff(role);
      for (const { id } of [this.staff[role], this.others[role]]) this.known.spare(id);
    }
    await this.as('admin', 'PUT', `/labs/${labCode}/staff/${this.others.lab.id}`);
  }
}

/** The accounts of the demonstration, each signed in once. */
export async function houseStaff(door: Door, word: string): Promise<Record<Role, Staff>> {
  const operation = operationOf('POST', '/sessions');
  const staff = {} as Record<Role, Staff>;
  for (const role of roles) {
    const sent = {
      method: 'POST',
      path: '/sessions',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: role, password: word }),
    };
    const { status, body } = await door.send(operation, sent, 'signing in');
    const session = body as { token: string; staff: { id: string } };
    if (status !== 201) throw new Stopped(status, 'not signed in', role);
    staff[role] = { id: session.staff.id, username: role, token: session.token };
  }
  return staff;
}
