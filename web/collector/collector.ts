import { uuidv7 } from 'uuidv7';
import { openHouse } from '../every-page/house.js';
import { StaffSession } from '../every-page/staff/staff-session.js';
import { ActFile } from './acts/act-file.js';
import { ActPlaces, stillNeeded, type ActPlace } from './acts/act-places.js';
import { CollectorBooks, type Answered } from './acts/collector-books.js';
import type { Act } from './acts/act.js';
import { askState, enrol, type EnrolledDevice, type EnrolmentForm } from './device/enrolled-device.js';
import { browser } from './device/browser.js';
import { canHoldKeys, signText } from './device/device-key.js';
import { setting } from './ground/ground.js';
import { People } from './ground/people.js';
import { PeopleVault } from './ground/people-vault.js';
import { fetchWorkingSet, type Ground } from './ground/working-set.js';
import { onlyWindow } from './only-window.js';
import { batchesOf } from './sending/batches.js';
import { rehearse, tableOfRehearsal } from './rehearsal.js';
import { Sender } from './sending/sender.js';
import { Table } from './table/table.js';
import { Work, type Duty, type Rests } from './work.js';

const healMs = 5_000;
const forgetAfterMs = 24 * 3_600_000;

export type Phase = 'opening' | 'other-window' | 'no-keys' | 'no-store' | 'enrol' | 'approval' | 'start' | 'working';

/** An act that is no plain success, with what the house said of it. */
export interface Trouble {
  act: Act;
  answer: Answered;
}

/** This page as a device: what it is, what it has done, what it takes along. It lives beside React, which only shows it. */
export class Collector {
  readonly session = new StaffSession();
  readonly table = new Table();
  phase: Phase = 'opening';
  device: EnrolledDevice | undefined;
  ground: Ground | undefined;
  duty: Duty | undefined;
  work: Work | undefined;
  /** What is played through, and drawn unseen, before the first scan of a shift. */
  rehearsal: Work | undefined;
  people: People | undefined;
  /** Acts that the house has not answered yet. */
  unsent = 0;
  /** The house has every act up to this one. */
  sentThrough = 0;
  troubles: readonly Trouble[] = [];
  recovered = 0;
  placeCount = 0;
  /** How many people of a working set have come, while it is being fetched. */
  fetching: number | undefined;
  private readonly books = new CollectorBooks();
  private readonly listeners = new Set<() => void>();
  private version = 0;
  private vault: PeopleVault | undefined;
  private places = new ActPlaces([]);
  private bootId = '';
  private seq = 0;
  private readonly sender = new Sender(
    batchesOf(
      this.books,
      openHouse(),
      () => this.device && { device: this.device, bootId: this.bootId },
      () => setting(this.ground?.head.site.settings ?? {}, 'batchActsAtMost', 500),
    ),
    () => void this.count(),
  );

  readonly current = (): number => this.version;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get line() {
    return this.sender.state;
  }

  /** Finds everything again that was kept here, whatever ended the page the last time. */
  async open(): Promise<void> {
    if (!canHoldKeys()) {
      this.show('no-keys');
      return;
    }
    await onlyWindow(() => this.show('other-window'));
    try {
      await this.recover();
    } catch (error) {
      this.show('no-store');
      throw error;
    }
    addEventListener('online', () => this.sender.wake());
    document.addEventListener('visibilitychange', () => document.hidden || this.sender.wake());
    this.sender.wake();
  }

  private async recover(): Promise<void> {
    await this.books.open();
    const file = await ActFile.open();
    const kept: ActPlace[] = [this.books.place, ...(file === undefined ? [] : [file])];
    this.places = new ActPlaces(kept);
    this.placeCount = kept.length;
    void browser.navigator.storage?.persist?.();
    const { acts, healed } = await this.places.recover();
    this.recovered = healed;
    for (const act of acts) this.table.take(act);
    this.seq = Math.max(acts.at(-1)?.seq ?? 0, (await this.books.note<number>('seq')) ?? 0);
    await this.forget(acts);
    this.bootId = acts.at(-1)?.bootId ?? (await this.books.note<string>('boot')) ?? uuidv7();
    await this.books.write('boot', this.bootId);
    this.vault = await PeopleVault.open(this.books);
    this.device = await this.books.note<EnrolledDevice>('device');
    this.ground = await this.books.note<Ground>('ground');
    this.duty = await this.books.note<Duty>('duty');
    this.sitDown();
    await this.count();
  }

  /** @throws {Refusal} */
  async enrol(form: EnrolmentForm): Promise<void> {
    this.device = await enrol(this.books, this.session, form);
    this.ground = this.duty = undefined;
    this.sitDown();
  }

  /** Begins anew as another device; what was done stays here and is sent by it. */
  async enrolAnew(): Promise<void> {
    await this.books.write('device', undefined);
    this.device = undefined;
    this.sitDown();
  }

  /** Asks whether somebody has approved the device meanwhile. @throws {Refusal} */
  async askApproval(): Promise<void> {
    if (this.device === undefined) return;
    this.device = await askState(this.books, this.session, this.device);
    this.sitDown();
    this.sender.heard();
    this.sender.wake();
  }

  /** @throws {Refusal} */
  async fetchGround(): Promise<void> {
    const { device, vault } = this;
    if (device === undefined || vault === undefined || this.fetching !== undefined) return;
    this.tell(() => (this.fetching = 0));
    try {
      await this.askApproval();
      const sign = (text: string) => signText(device.key, text);
      this.ground = await fetchWorkingSet(this.books, vault, this.session, { id: device.id, sign }, (people) =>
        this.tell(() => (this.fetching = people)),
      );
    } finally {
      this.fetching = undefined;
      this.sitDown();
    }
  }

  async startDuty(duty: Duty): Promise<void> {
    await this.books.write('duty', duty);
    this.duty = duty;
    this.sitDown();
  }

  /** Only when everything is sent and no tube stands open. */
  async endDuty(): Promise<void> {
    await this.count();
    if (this.isBusy) return;
    await this.books.write('duty', undefined);
    this.duty = undefined;
    await this.session.signOut();
    this.sitDown();
  }

  /** What may not be lost or interrupted: then the page neither ends a shift nor changes itself. */
  get isBusy(): boolean {
    return this.unsent > 0 || this.table.open !== undefined;
  }

  private show(phase: Phase): void {
    this.tell(() => (this.phase = phase));
  }

  private tell(change: () => unknown = () => undefined): void {
    change();
    this.version += 1;
    for (const listener of this.listeners) listener();
  }

  /** Which page comes next, from what is known. */
  private sitDown(): void {
    const { device, ground, duty } = this;
    this.people = ground && this.vault && new People(this.books, this.vault, ground.head, ground.blindKey);
    if (device === undefined || device.state === 'asked') {
      this.show('enrol');
      return;
    }
    if (device.state === 'waiting') {
      this.show('approval');
      return;
    }
    if (ground === undefined || duty === undefined || this.people === undefined) {
      this.work = undefined;
      this.show('start');
      return;
    }
    const { head } = ground;
    const round = head.rounds.find(({ id }) => id === duty.round.id) ?? duty.round;
    const rests = { duty: { ...duty, round }, head, people: this.people };
    const isNew = this.work === undefined;
    this.work ??= this.newWork(rests);
    this.work.rest(rests);
    if (isNew) void this.rehearse(rests, this.work);
    this.show('working');
  }

  private async rehearse(rests: Rests, work: Work): Promise<void> {
    const goesOn = () => this.work === work && work.verdict === undefined;
    const rehearsal = tableOfRehearsal(rests, this.places, () => goesOn() && this.tell());
    this.rehearsal = rehearsal;
    await rehearse(rests, rehearsal, goesOn);
    this.tell(() => (this.rehearsal = undefined));
  }

  private newWork(rests: Rests): Work {
    return new Work({
      ...rests,
      table: this.table,
      places: this.places,
      bootId: this.bootId,
      nextSeq: () => this.seq + 1,
      kept: (places) => {
        this.seq += 1;
        this.unsent += 1;
        this.sender.more();
        if (places < this.placeCount) setTimeout(() => void this.heal(), healMs);
      },
      changed: () => this.tell(() => (this.rehearsal = undefined)),
    });
  }

  /** One place did not take an act; perhaps it does now. */
  private async heal(): Promise<void> {
    await this.places.recover().catch(() => undefined);
    await this.count();
    this.sender.wake();
  }

  /** The numbers go on where they were, whatever is forgotten. */
  private async forget(acts: readonly Act[]): Promise<void> {
    const answered = new Set(await this.books.answers.toCollection().primaryKeys());
    const openTube = this.table.open?.barcode;
    const kept = stillNeeded(acts, { answered, before: Date.now() - forgetAfterMs, openTube });
    if (kept.length === acts.length) return;
    await this.books.write('seq', this.seq);
    await this.places.keepOnly(kept);
  }

  private async count(): Promise<void> {
    const [acts, answers, last] = await Promise.all([
      this.books.acts.count(),
      this.books.answers.count(),
      this.books.answers.orderBy('seq').last(),
    ]);
    const rows = await this.books.answers.where('outcome').anyOf(['exception', 'refused', 'held']).toArray();
    const found = await this.books.acts.bulkGet(rows.map(({ seq }) => seq));
    const troubles = rows.flatMap((answer, n) => {
      const act = found[n];
      return act === undefined ? [] : [{ act, answer }];
    });
    this.tell(() => {
      this.unsent = acts - answers;
      this.sentThrough = last?.seq ?? 0;
      this.troubles = troubles.reverse();
    });
  }
}
