import { Injectable } from '@nestjs/common';
import { Signatures, type Role, type Signer } from '#platform/access';
import { Transactions } from '#platform/database';
import { EmptyingRepository } from './emptying.repository.js';
import { PurgeRefused } from './purge-refused.js';
import { PurgeRepository, type RoundRow } from './purge.repository.js';

export interface Wanted {
  /** Named rounds … */
  readonly rounds?: readonly string[];
  /** … or every round that was closed by then. */
  readonly through?: Date;
}

export interface Prospect {
  readonly rounds: readonly RoundRow[];
  readonly through: string;
  readonly gone: number;
  readonly remaining: number;
  readonly rows: Readonly<Record<string, number>>;
}

class OnlyLooking extends Error {}

/** Says what a purge would do and whether it may; who signs, and as what. */
@Injectable()
export class PurgeDesk {
  constructor(
    private readonly transactions: Transactions,
    private readonly books: PurgeRepository,
    private readonly emptying: EmptyingRepository,
    private readonly signatures: Signatures,
  ) {}

  /** The rounds that are meant. @throws PurgeRefused where one is open, unknown, held, or has work left */
  async roundsOf({ rounds, through }: Wanted): Promise<RoundRow[]> {
    if (!(await this.books.isOwner())) {
      throw new PurgeRefused('Only the owner of the database may purge: set DATABASE_URL to its login.');
    }
    const all = await this.books.rounds();
    const unknown = rounds?.filter((id) => !all.some((round) => round.id === id)) ?? [];
    if (unknown.length > 0) throw new PurgeRefused(`Unknown or purged already: ${unknown.join(', ')}.`);
    const meant = all.filter(
      ({ id, closed_at }) =>
        rounds?.includes(id) ?? (closed_at !== null && through !== undefined && closed_at <= through),
    );
    if (meant.length === 0) throw new PurgeRefused('No round is meant: name closed rounds, or a later date.');
    const open = meant.filter(({ state }) => state !== 'closed');
    if (open.length > 0) {
      throw new PurgeRefused(
        `Close these rounds first: ${open.map(({ name, state }) => `${name} (${state})`).join(', ')}.`,
      );
    }
    const holds = await this.books.holdsOn(meant.map(({ id }) => id));
    if (holds.length > 0) {
      const list = holds.map(({ id, reason }) => `${id} (${reason})`).join(', ');
      throw new PurgeRefused(`Nothing is purged while a legal hold stands: ${list}.`);
    }
    const { imports, errands } = await this.books.workLeft();
    if (imports + errands > 0) {
      throw new PurgeRefused(
        `There is work left (${imports} imports, ${errands} errands): start Shihe and let it finish, then stop it.`,
      );
    }
    return meant;
  }

  /** What would be destroyed; nothing is. @throws PurgeRefused */
  async look(wanted: Wanted): Promise<Prospect> {
    const rounds = await this.roundsOf(wanted);
    const ids = rounds.map(({ id }) => id);
    const through = await this.books.through(ids);
    let prospect: Prospect | undefined;
    await this.transactions
      .run(async (tx) => {
        const gone = await this.books.findTheGoing(tx, ids);
        const before = await this.books.residents(tx);
        const rows: Record<string, number> = {};
        for (const table of await this.emptying.doomed()) {
          const count = await this.emptying.count(tx, table, { rounds: ids, through });
          if (count > 0) rows[table.name] = count;
        }
        prospect = { rounds, through, gone, remaining: before - gone, rows };
        throw new OnlyLooking();
      })
      .catch((error: unknown) => {
        if (!(error instanceof OnlyLooking)) throw error;
      });
    if (prospect === undefined) throw new PurgeRefused('Nothing could be counted.');
    return prospect;
  }

  /** @throws WrongCredentials, SecondFactorNeeded; PurgeRefused where the account is of another kind */
  async signer(role: Role, username: string, password: string, code?: string): Promise<Signer> {
    const signer = await this.signatures.of(username, password, code);
    if (signer.role !== role) {
      throw new PurgeRefused(`${username} is ${signer.role}, and this needs somebody who is ${role}.`);
    }
    return signer;
  }
}
