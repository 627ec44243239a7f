import { Injectable } from '@nestjs/common';
import { Transactions } from '#platform/database';
import { ScopeRepository } from './scope.repository.js';

/** One key that an account reaches: `{ kind: 'site', key: '<id>' }`, or everything: `{ kind: 'all', key: '*' }`. */
export interface Scope {
  kind: string;
  key: string;
}

/** Over what an account exercises its role. Of one kind any key will do, of several kinds each must. */
@Injectable()
export class ScopeRegister {
  constructor(
    private readonly transactions: Transactions,
    private readonly scopes: ScopeRepository,
  ) {}

  of(accountId: string): Promise<Scope[]> {
    return this.scopes.current(accountId);
  }

  /**
   * Makes these the account's scope: adds what is new, withdraws what is not named, leaves the rest as it is.
   * @param by who grants; null when the house itself does
   * @returns what was added and withdrawn; both empty when the scope was so already, or there is no such account
   */
  async put(
    accountId: string,
    wanted: readonly Scope[],
    by: string | null,
  ): Promise<{ added: Scope[]; withdrawn: Scope[] }> {
    return this.transactions.runAs('door', async (tx) => {
      if (!(await this.scopes.hold(tx, accountId))) return { added: [], withdrawn: [] };
      const known = await this.scopes.current(accountId, tx);
      const added = wanted.filter((scope, nth) => !known.some(same(scope)) && wanted.findIndex(same(scope)) === nth);
      const withdrawn = known.filter((scope) => !wanted.some(same(scope)));
      await this.scopes.add(tx, accountId, added, by);
      await this.scopes.withdraw(
        tx,
        withdrawn.map(({ id }) => id),
        by,
      );
      return { added, withdrawn: withdrawn.map(({ kind, key }) => ({ kind, key })) };
    });
  }
}

function same(one: Scope): (other: Scope) => boolean {
  return (other) => other.kind === one.kind && other.key === one.key;
}
