import { Injectable } from '@nestjs/common';
import { Transactions } from '#platform/database';
import { Journal } from '#platform/journal';
import { AccountNotFound, NotOnYourself } from './access.errors.js';
import { ScopesPut } from './access.events.js';
import { sameScope, type HeldScope, type Scope } from './scope.js';
import { ScopeRepository } from './scope.repository.js';
import { Sessions } from './sessions.service.js';

/** Over what an account exercises its role. Of one kind any key will do, of several kinds each must. */
@Injectable()
export class ScopeRegister {
  constructor(
    private readonly transactions: Transactions,
    private readonly scopes: ScopeRepository,
    private readonly sessions: Sessions,
    private readonly journal: Journal,
  ) {}

  /** What the account reaches now, and until when. @throws AccountNotFound */
  async of(accountId: string): Promise<HeldScope[]> {
    if (!(await this.scopes.isAccount(accountId))) throw new AccountNotFound();
    return (await this.scopes.current(accountId)).map(({ kind, key, until }) => ({ kind, key, until }));
  }

  /**
   * Makes these the account's scope: adds what is new, withdraws what is not named, leaves the rest as it is. What ends by
   * itself is left alone.
   * @param by who grants; null when the house itself does
   * @returns what was added and withdrawn; both empty when the scope was so already
   * @throws AccountNotFound; NotOnYourself: nobody grants themselves anything
   */
  async put(
    accountId: string,
    wanted: readonly Scope[],
    by: string | null,
  ): Promise<{ added: Scope[]; withdrawn: Scope[] }> {
    if (accountId === by) throw new NotOnYourself();
    return this.transactions.runAs('door', async (tx) => {
      if (!(await this.scopes.hold(tx, accountId))) throw new AccountNotFound();
      const known = (await this.scopes.current(accountId, tx)).filter(({ until }) => until === null);
      const added = wanted.filter(
        (scope, nth) => !known.some(sameScope(scope)) && wanted.findIndex(sameScope(scope)) === nth,
      );
      const gone = known.filter((scope) => !wanted.some(sameScope(scope)));
      const withdrawn = gone.map(({ kind, key }) => ({ kind, key }));
      if (added.length + withdrawn.length === 0) return { added, withdrawn };
      await this.scopes.add(tx, accountId, added, by);
      await this.scopes.withdraw(
        tx,
        gone.map(({ id }) => id),
        by,
      );
      await this.sessions.signal(tx, accountId);
      const payload = { accountId, added, withdrawn };
      await this.journal.record(tx, ScopesPut, { actorId: by, subject: `account:${accountId}`, payload });
      return { added, withdrawn };
    });
  }
}
