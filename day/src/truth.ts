import type { Dice } from './dice.js';
import type { Person } from './people.js';

export type Outcome = 'negative' | 'positive' | 'inconclusive' | 'invalid';

/** What is really in the tubes. Known to the simulated lab only, never told to the house but through a report. */
export class Truth {
  constructor(
    private readonly dice: Dice,
    private readonly prevalence: number,
  ) {}

  isInfected(person: Person): boolean {
    return this.dice.chance(this.prevalence, 'infected', person.n);
  }

  /** What the lab finds: now and then a tube gives no result, or a pool stands in the grey zone. */
  outcomeOf(members: readonly Person[], isSingle: boolean, wave: number): Outcome {
    const about = [...members.map(({ n }) => n).sort((a, b) => a - b), wave].join('.');
    if (wave < 3 && this.dice.chance(0.004, 'invalid', about)) return 'invalid';
    if (members.some((person) => this.isInfected(person))) return 'positive';
    return !isSingle && this.dice.chance(0.003, 'grey', about) ? 'inconclusive' : 'negative';
  }
}
