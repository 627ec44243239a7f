import { uuidv7 } from 'uuidv7';
import { CorrectionDesk, SamplingStation, TubeInspection, type Correction } from '#journey/sampling';
import { bodyHash } from '#platform/database';
import type { House } from '../../support/house.js';
import { account, layStreet, type Street } from '../../support/street.js';

type Request = Parameters<CorrectionDesk['propose']>[0];
export type Act = Request['act'];

/** A street with a table, two site leads and an organiser, and short words for what is done there. */
export class Stage {
  private scanned = 0;

  private constructor(
    readonly house: House,
    readonly street: Street,
    readonly lead: string,
    readonly secondLead: string,
    readonly organiser: string,
  ) {}

  static async lay(house: House, residents = 40): Promise<Stage> {
    return Stage.on(house, await layStreet(house.database, residents));
  }

  static async on(house: House, street: Street): Promise<Stage> {
    const lead = await account(house.database, 'sitelead');
    const secondLead = await account(house.database, 'sitelead-2', 'sitelead');
    const organiser = await account(house.database, 'organiser');
    return new Stage(house, street, lead, secondLead, organiser);
  }

  another(role: string): Promise<string> {
    return account(this.house.database, `another-${role}`, role);
  }

  get desk(): CorrectionDesk {
    return this.house.get(CorrectionDesk);
  }

  person(n: number): string {
    return this.street.residents[n]!.id;
  }

  async open(barcode: string, poolClass: '5' | '10' | 'single' = '10'): Promise<string> {
    const { roundId, stationId, scannerId: openedBy } = this.street;
    await this.house.get(SamplingStation).open({ barcode, roundId, stationId, poolClass, openedBy });
    return barcode;
  }

  /** Swabs these people into the tube; gives the ids of the swabs. */
  async swab(tube: string, ...people: number[]): Promise<string[]> {
    const ids: string[] = [];
    for (const n of people) {
      const id = uuidv7();
      this.scanned += 1;
      await this.house.get(SamplingStation).swab({
        id,
        tube,
        resident: { id: this.person(n) },
        scannedAt: new Date(),
        actorId: this.street.scannerId,
        bodyHash: bodyHash([id, this.scanned]),
      });
      ids.push(id);
    }
    return ids;
  }

  async seal(barcode: string): Promise<void> {
    const { filled } = await this.house.get(TubeInspection).show(barcode);
    await this.house
      .get(SamplingStation)
      .seal(barcode, { countedSwabs: filled, reason: 'end-of-session' }, this.street.scannerId);
  }

  propose(act: Act, by = this.street.scannerId, id = uuidv7()): Promise<Correction> {
    return this.desk.propose({ id, act, reason: 'other' }, by);
  }

  /** Proposed by the scanner, approved by the site lead. */
  async correct(act: Act): Promise<Correction> {
    const proposed = await this.propose(act);
    return proposed.state === 'applied' ? proposed : this.desk.approve(proposed.id, this.lead);
  }

  /** Who counts in a tube, by place: numbers of residents, null where nobody does. */
  async places(barcode: string): Promise<Record<number, number | null>> {
    const rows = await this.house.database.query<{ place: number; resident: string | null; counts: boolean }>(
      `SELECT place, resident_id AS resident, voided_at IS NULL AND resident_id IS NOT NULL AS counts
         FROM sampling.swab WHERE tube_barcode = $1 ORDER BY place`,
      [barcode],
    );
    const ids = this.street.residents.map(({ id }) => id);
    return Object.fromEntries(rows.map((row) => [row.place, row.counts ? ids.indexOf(row.resident!) : null]));
  }

  /** In which tube each of these people counts in the round; undefined for whoever counts in none. */
  async attending(...people: number[]): Promise<(string | undefined)[]> {
    const rows = await this.house.database.query<{ resident: string; tube: string }>(
      `SELECT resident_id AS resident, tube_barcode AS tube FROM sampling.attendance
        WHERE round_id = $1 AND voided_at IS NULL`,
      [this.street.roundId],
    );
    return people.map((n) => rows.find(({ resident }) => resident === this.person(n))?.tube);
  }
}

export const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );
