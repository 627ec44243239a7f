import { Injectable } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';

/** In whose name the database is asked at this moment. `house`: what the house does by itself; `nobody`: a visitor. */
export type Actor = { kind: 'house' } | { kind: 'nobody' } | { kind: 'staff' | 'resident'; id: string };

/** What one request carries from its first moment; the guard writes down who it is once that is known. */
export interface ActingCard {
  actor: Actor;
}

/** Somebody asked the database where nobody acts: a piece of work was started outside of every request and schedule. */
class NobodyActs extends Error {
  constructor() {
    super('the database was asked outside of every request: wrap background work in acting.asHouse()');
  }
}

const cards = new AsyncLocalStorage<ActingCard>();

/**
 * Carries who acts from the door to the statement, beside the calls and not through them: a repository that forgot to
 * hand it on would read everything. Where nobody stands on the card nothing is read.
 */
@Injectable()
export class Acting {
  /** @param otherwise who acts where no request and no schedule is under way; undefined: nobody may */
  constructor(private readonly otherwise?: Actor) {}

  /** @throws NobodyActs */
  get actor(): Actor {
    const actor = cards.getStore()?.actor ?? this.otherwise;
    if (actor === undefined) throw new NobodyActs();
    return actor;
  }

  /** Runs work of the house itself: what it claims, sweeps and renews without being asked by anybody. */
  asHouse<T>(work: () => T): T {
    return cards.run({ actor: { kind: 'house' } }, work);
  }

  /** Runs everything that follows from a request with its card. */
  withCard<T>(card: ActingCard, work: () => T): T {
    return cards.run(card, work);
  }

  /** Notes on the card of the request under way who it comes from. */
  note(actor: Actor): void {
    const card = cards.getStore();
    if (card === undefined) throw new NobodyActs();
    card.actor = actor;
  }
}
