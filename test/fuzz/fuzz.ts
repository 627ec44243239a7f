import type { SeededDice } from '../faults/seeded-dice.js';
import type { Operation } from '../support/contract.js';
import type { Door } from './door.js';
import { Lane, Stopped } from './lane.js';
import { asAgreed, mutationsOf, type Mutation } from './mutations.js';
import { keyOf, type Valid } from './request.js';
import { scenes } from './scenes/index.js';

/** How often one request is spoilt anew before what it stands on is laid anew. */
const usesAtMost = 40;
/** A scene is tried so often; from the second time on the ground is laid anew. */
const tries = 3;

/** An operation of the contract in this run: how it is asked for, and what is still to be spoilt. */
interface Course {
  operation: Operation;
  valid: Valid | undefined;
  /** It was carried out, or used often enough. */
  isUsedUp: boolean;
  uses: number;
  mutations: Mutation[];
  next: number;
}

/** A part of the run: some of the operations, one request after the other, in an order that the dice give. */
export class Fuzz {
  private readonly courses: Course[];
  /** Why an operation was not carried out when it was asked as agreed. */
  readonly obstacles = new Map<string, string>();
  /** Requests that were made up. */
  possible = 0;

  constructor(
    private readonly door: Door,
    private readonly lane: Lane,
    private readonly dice: SeededDice,
    operations: readonly Operation[],
  ) {
    this.courses = operations.map((operation) => ({
      operation,
      valid: undefined,
      isUsedUp: true,
      uses: 0,
      mutations: [],
      next: 0,
    }));
  }

  /** Each operation once as agreed; then one thing wrong at a time, of each operation in turn, until `more` says no. */
  async run(more: () => boolean): Promise<void> {
    for (const course of this.courses) await this.begin(course);
    while (this.courses.some(({ mutations }) => mutations.length > 0)) {
      const open = this.courses.filter(({ next, mutations }) => next < mutations.length);
      if (open.length === 0) for (const course of this.courses) course.next = 0;
      for (const course of open) {
        if (!more()) return;
        await this.spoil(course);
      }
    }
  }

  private async begin(course: Course): Promise<void> {
    const key = keyOf(course.operation);
    for (let attempt = 1; attempt <= tries; attempt += 1) {
      try {
        await this.lay(course);
        const status = await this.send(course, asAgreed);
        if (status >= 200 && status < 300) {
          this.obstacles.delete(key);
          break;
        }
      } catch (error) {
        if (!(error instanceof Stopped)) throw error;
        this.obstacles.set(key, error.message);
      }
      if (attempt < tries) await this.lane.layStreet().catch(() => undefined);
    }
    const made = mutationsOf(course.operation, course.valid ?? {});
    this.possible += made.length + 1;
    course.mutations = this.dice.shuffled(made);
  }

  private async spoil(course: Course): Promise<void> {
    const mutation = course.mutations[course.next];
    course.next += 1;
    if (mutation === undefined) return;
    try {
      if (course.isUsedUp) await this.lay(course);
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      // Something that was spoilt had an effect: a closed round, a paused site. The next scene stands on new ground.
      await this.lane.layStreet().catch(() => undefined);
      course.isUsedUp = false;
      course.uses = 0;
    }
    await this.send(course, mutation);
  }

  private async lay(course: Course): Promise<void> {
    const scene = scenes[keyOf(course.operation)];
    if (scene === undefined) throw new Stopped(0, 'no scene', 'nobody has said how it is asked for');
    course.valid = await scene(this.lane);
    course.isUsedUp = false;
    course.uses = 0;
  }

  private async send(course: Course, mutation: Mutation): Promise<number> {
    const { operation, valid = {} } = course;
    const sent = await mutation.send(operation, valid, this.lane);
    const { status, body } = await this.door.send(operation, sent, mutation.what);
    course.uses += 1;
    if (course.uses >= usesAtMost) course.isUsedUp = true;
    if (status >= 200 && status < 300) {
      this.lane.known.learn(body);
      // What was carried out is used up: sent once more it would only be repeated.
      if (operation.method !== 'GET') course.isUsedUp = true;
    } else if (mutation === asAgreed) {
      this.obstacles.set(
        keyOf(operation),
        `${status} ${(body as { code?: string } | undefined)?.code ?? 'no code'}: ${JSON.stringify((body as { fields?: unknown } | undefined)?.fields ?? '')}`,
      );
    }
    return status;
  }
}
