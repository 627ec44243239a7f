import type { SeededDice } from '../faults/seeded-dice.js';

const most = 400;

/** Names that the house gave in its answers: what it calls one thing is tried for every other. */
export class KnownIds {
  private readonly names: string[] = [];
  /** Ids that the run itself stands on: an account that is disabled as "something else" would end it. */
  private readonly spared = new Set<string>();

  constructor(private readonly dice: SeededDice) {}

  spare(id: string): void {
    this.spared.add(id);
  }

  learn(answer: unknown): void {
    if (typeof answer !== 'object' || answer === null) return;
    for (const [field, value] of Object.entries(answer)) {
      if (typeof value === 'object') this.learn(value);
      else if (typeof value === 'string' && /^(id|code|barcode|reference|\w+Id)$/.test(field)) {
        if (this.spared.has(value)) continue;
        this.names.push(value);
        if (this.names.length > most) this.names.shift();
      }
    }
  }

  any(): string {
    return this.names.length === 0 ? 'nothing-yet' : this.dice.pick(this.names);
  }
}
