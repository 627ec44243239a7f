import { uuidv7 } from 'uuidv7';
import type { Act, Aside, Deed, Person } from './acts/act.js';
import { NotKept, type ActPlaces } from './acts/act-places.js';
import { Repeats } from './codes/repeats.js';
import { recognise, type CodePatterns, type Recognised } from './codes/recognise.js';
import { capacityOf, textSetting, type Resident, type WorkingHead } from './ground/ground.js';
import type { People } from './ground/people.js';
import { judgePerson, judgeTube, type Comer, type Post, type Verdict } from './table/judge.js';
import type { Table } from './table/table.js';

/** Who works here, and where. */
export interface Duty extends Post {
  actorId: string;
  name: string;
  with: string | null;
  stationNumber: number;
  since: string;
}

/** What a shift rests on; a newer working set brings it anew. */
export interface Rests {
  duty: Duty;
  head: WorkingHead;
  people: People;
}

/** A verdict as it is shown; `n` tells one from the next. */
export interface Shown extends Verdict {
  n: number;
  /** In how many places the deed lies; 0: there was nothing to keep, or it could not be kept. */
  places: number;
  /** Not in every place that there is: it is done, and somebody should know. */
  isThin: boolean;
}

export interface Undoable {
  swabId: string;
  name: string;
  place: number;
  until: number;
}

/** A wrong registration may be taken back at the table for so long; after that it is a correction. */
const undoMs = 10_000;

/** One shift at one table: takes what is scanned, judges it, keeps what was done, and only then shows it. */
export class Work {
  verdict: Shown | undefined;
  undoable: Undoable | undefined;
  /** The others of the household of whoever came last. */
  household: readonly Resident[] = [];
  private householdToFind: string | undefined;
  private readonly repeats = new Repeats();
  private line: Promise<void> = Promise.resolve();
  private shown = 0;

  constructor(
    private parts: Rests & {
      table: Table;
      places: ActPlaces;
      bootId: string;
      /** A number is used up once its act is kept: what could not be kept leaves no hole. */
      nextSeq: () => number;
      kept: (places: number) => void;
      changed: () => void;
    },
  ) {}

  rest(rests: Rests): void {
    this.parts = { ...this.parts, ...rests };
  }

  get table(): Table {
    return this.parts.table;
  }

  /** Settles when everything that was scanned until now has its verdict. */
  get settled(): Promise<void> {
    return this.line;
  }

  /** The scanner read something. */
  scan(code: string): void {
    if (this.repeats.isRepeat(code.trim(), performance.now())) return;
    this.next(async () => this.judge(recognise(code, this.patterns)));
  }

  typeIdNumber(number: string): void {
    this.next(async () => this.meet(await this.parts.people.byIdNumber(number, this.roundId)));
  }

  /** Somebody of a household or of the visits was touched. */
  choose(residentId: string): void {
    this.next(async () => {
      const comer = await this.parts.people.byId(residentId, this.roundId);
      return comer && this.meet(comer);
    });
  }

  /** Whoever works here says that it happened all the same. */
  insist(): void {
    const { insist, person } = this.verdict ?? {};
    if (insist === undefined || person === undefined) return;
    this.next(() => {
      const { open } = this.parts.table;
      const place = (open?.places.length ?? 0) + 1;
      const values = { name: person.masked, place };
      return Promise.resolve({
        tone: 'right',
        word: place === open?.capacity ? 'sampledLast' : 'sampled',
        values,
        deed: insist,
        person,
        ...(open === undefined ? {} : { capacity: open.capacity }),
      });
    });
  }

  undo(): void {
    this.next(() => {
      const { undoable } = this;
      if (undoable === undefined || Date.now() > undoable.until) return Promise.resolve(undefined);
      this.undoable = undefined;
      const { swabId, name, place } = undoable;
      return Promise.resolve({
        tone: 'already',
        word: 'undone',
        values: { name, place },
        deed: { kind: 'void', swabId, reason: '登记后立即撤销' },
      });
    });
  }

  seal(deed: Deed & { kind: 'seal' }): void {
    this.next(() => {
      if (this.parts.table.open?.barcode !== deed.tube) return Promise.resolve(undefined);
      return Promise.resolve({ tone: 'sealed', word: 'sealedNow', values: { counted: deed.countedSwabs }, deed });
    });
  }

  discard(): void {
    this.next(() => {
      const { open } = this.parts.table;
      if (open === undefined || open.places.length > 0) return Promise.resolve(undefined);
      const deed: Deed = { kind: 'discard-tube', tube: open.barcode, reason: '误开，未使用' };
      return Promise.resolve({ tone: 'already', word: 'discardedNow', deed });
    });
  }

  dismiss(): void {
    this.verdict = undefined;
    this.parts.changed();
  }

  private get roundId(): string {
    return this.parts.table.open?.roundId ?? this.parts.duty.round.id;
  }

  private get patterns(): CodePatterns {
    const { settings } = this.parts.duty.round;
    return {
      tube: textSetting(settings, 'barcodePattern', '^[A-Za-z0-9-]{4,32}$'),
      box: textSetting(settings, 'boxPattern', '^BX[A-Za-z0-9-]{1,62}$'),
    };
  }

  /** One after the other: what is judged rests on what was done before. */
  private next(step: () => Promise<Verdict | undefined>): void {
    this.line = this.line.then(async () => {
      // A database that fails once does not end the line: the next scan is judged, and this one says that it was not.
      const verdict = await step().catch((): Verdict => ({ tone: 'wrong', word: 'notLookedUp', hint: 'scanAgain' }));
      if (verdict !== undefined) await this.finish(verdict);
      await this.lookRound();
    });
  }

  private async judge(scanned: Recognised): Promise<Verdict> {
    const { table, head, duty, people } = this.parts;
    const wrong = (word: Verdict['word']): Verdict => ({ tone: 'wrong', word });
    switch (scanned.kind) {
      case 'tube':
        return judgeTube(scanned.barcode, table, head, duty);
      case 'id-number':
        return this.meet(await people.byIdNumber(scanned.number, this.roundId));
      case 'person-code': {
        const fault = await people.faultOf(scanned, Date.now() / 1_000);
        if (fault === undefined) return this.meet(await people.byCode(scanned, this.roundId));
        return wrong(fault === 'expired' ? 'personCodeExpired' : 'personCodeForged');
      }
      case 'person-code-broken':
        return wrong('personCodeBroken');
      case 'id-number-wrong':
        return wrong('idNumberWrong');
      case 'box':
        return wrong('thisIsBox');
      case 'enrolment':
        return wrong('thisIsEnrolment');
      case 'unknown':
        return wrong('unknownCode');
    }
  }

  private meet(comer: Comer): Promise<Verdict> {
    const { table, duty } = this.parts;
    this.household = [];
    this.householdToFind = comer.resident?.householdId;
    return Promise.resolve(judgePerson(comer, table, duty));
  }

  /** The rest of the household is looked for when the verdict stands: nobody waits for it. */
  private async lookRound(): Promise<void> {
    const { householdToFind } = this;
    if (householdToFind === undefined) return;
    this.householdToFind = undefined;
    this.household = await this.parts.people.household(householdToFind).catch(() => []);
    this.parts.changed();
  }

  /** Keeps what was done in every place, and only then says that it is done. */
  private async finish(verdict: Verdict): Promise<void> {
    this.shown += 1;
    const { deed } = verdict;
    if (deed === undefined) {
      this.verdict = { ...verdict, n: this.shown, places: 0, isThin: false };
      this.parts.changed();
      return;
    }
    const act = this.actOf(deed, verdict.person);
    try {
      const places = await this.parts.places.append(act);
      this.parts.table.take(act);
      this.verdict = { ...verdict, n: this.shown, places, isThin: places < this.parts.places.count };
      this.noteUndoable(act, verdict);
      this.parts.kept(places);
    } catch (error) {
      if (!(error instanceof NotKept)) throw error;
      this.verdict = { tone: 'wrong', word: 'notKept', n: this.shown, places: 0, isThin: false };
    }
    this.parts.changed();
  }

  private actOf(deed: Deed, person: Person | undefined): Act {
    const { duty, bootId, nextSeq } = this.parts;
    const seq = nextSeq();
    const entry = { ...deed, seq, id: uuidv7(), at: new Date().toISOString(), actorId: duty.actorId };
    const aside: Aside = {
      ...(deed.kind === 'open-tube' ? { capacity: capacityOf(duty.round, deed.poolClass) } : {}),
      ...(person === undefined ? {} : { person }),
    };
    return { seq, bootId, entry, aside };
  }

  private noteUndoable({ entry }: Act, { person }: Verdict): void {
    if (entry.kind !== 'swab' || person === undefined) {
      this.undoable = undefined;
      return;
    }
    const place = this.parts.table.open?.places.length ?? 0;
    this.undoable = { swabId: entry.id, name: person.masked, place, until: Date.now() + undoMs };
  }
}
