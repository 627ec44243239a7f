import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { LedgerTurnover } from '#journey/community';
import { Settings } from '#platform/config';
import { Transactions } from '#platform/database';
import { ImprintRepository, Journal, JournalSealer } from '#platform/journal';
import { KeyTurnover, readKeys, type DestroyedKey, type Purpose, type Turnover } from '#platform/vault';
import { signCertificate, sha256Of, type Certificate } from './certificate.js';
import { LedgerVerifier } from '../ledgers/ledger-verifier.service.js';
import { EmptyingRepository } from './emptying.repository.js';
import { JournalRedactor } from './journal-redactor.service.js';
import { keptCounts } from './kept-counts.js';
import { Leftovers } from './leftovers.service.js';
import { OlderTransactions } from './older-transactions.service.js';
import { PurgeRefused } from './purge-refused.js';
import { PurgeCertified, PurgeSigned } from './purge.events.js';
import { PurgeRepository, type ClosureRow, type Step } from './purge.repository.js';
import { SealedNotes } from './sealed-notes.service.js';

const levels = ['city', 'district', 'street', 'community', 'grid'];
/** Backups that are older than a purge are destroyed within so many days. */
const backupDays = 35;
const why = 'a purge is under way; finish it with npm run purge, then start again.';

export interface Signed {
  readonly rounds: readonly string[];
  readonly through: string;
  readonly k: number;
  readonly securityId: string;
  readonly auditorId: string;
}

/**
 * Ends an epidemic: figures are kept, everything that leads to a person is destroyed together with the keys that opened
 * it, and a certificate says so. Every step is done once and noted; killed anywhere, it is gone on with.
 */
@Injectable()
export class PurgeService {
  constructor(
    private readonly settings: Settings,
    private readonly transactions: Transactions,
    private readonly journal: Journal,
    private readonly sealer: JournalSealer,
    private readonly books: PurgeRepository,
    private readonly emptying: EmptyingRepository,
    private readonly redactor: JournalRedactor,
    private readonly turnover: KeyTurnover,
    private readonly ledger: LedgerTurnover,
    private readonly notes: SealedNotes,
    private readonly leftovers: Leftovers,
    private readonly olderTransactions: OlderTransactions,
    private readonly imprints: ImprintRepository,
    private readonly verifier: LedgerVerifier,
  ) {}

  /**
   * Begins what two people have signed; nothing has been destroyed when it answers.
   * @throws PurgeRefused while an app is connected, or another purge is at work
   */
  begin(signed: Signed): Promise<string> {
    return this.books.alone(() => this.sign(signed));
  }

  private async sign({ rounds, through, k, securityId, auditorId }: Signed): Promise<string> {
    const id = uuidv7();
    if ((await this.books.unfinished()) !== undefined) throw new PurgeRefused('A purge is under way: finish it first.');
    await this.turnover.pause(why);
    try {
      await this.refuseCompany();
      await this.transactions.run(async (tx) => {
        await this.books.begin(tx, { id, rounds, through, k, securityId, auditorId });
        await this.journal.record(tx, PurgeSigned, {
          actorId: securityId,
          subject: `purge:${id}`,
          payload: { rounds: [...rounds], signedBy: [securityId, auditorId] },
        });
      });
    } catch (error) {
      await this.transactions.run((tx) => this.turnover.endPause(tx));
      throw error;
    }
    return id;
  }

  /**
   * Does what is left to do.
   * @param until stops after this step; for tests of what a crash leaves behind
   */
  finish(id: string, until: Step = 'certified'): Promise<Certificate | undefined> {
    return this.books.alone(() => this.goOn(id, until));
  }

  private async goOn(id: string, until: Step): Promise<Certificate | undefined> {
    await this.refuseCompany();
    for (;;) {
      const closure = await this.books.one(id);
      if (closure === undefined) throw new PurgeRefused('There is no such purge.');
      if (closure.state === 'certified') return closure.certificate as Certificate;
      if (closure.state === until) return undefined;
      await this.step(closure);
    }
  }

  private async refuseCompany(): Promise<void> {
    const company = await this.books.connected();
    if (company.length > 0)
      throw new PurgeRefused(`${company.join(', ')} still run on this database: stop them first.`);
  }

  private async step(closure: ClosureRow): Promise<void> {
    const { id, rounds, through, notes } = closure;
    const reach = async (from: Step, to: Step, more?: Record<string, unknown>): Promise<void> => {
      await this.transactions.run((tx) => this.books.reach(tx, id, from, to, more));
    };
    const keys = notes.keys as Turnover;
    switch (closure.state) {
      case 'signed':
        return this.count(closure);
      case 'counted':
        // What is to be redacted is sealed first, so that nothing of it counts as slipped in.
        await this.sealer.seal();
        await this.redactor.redact(id, rounds);
        return reach('counted', 'redacted');
      case 'redacted':
        await this.empty(closure);
        return reach('redacted', 'emptied');
      case 'emptied':
        return reach('emptied', 'keyed', { keys: await this.turnover.begin() });
      case 'keyed': {
        const vault = await this.turnover.vaultOf(keys);
        const sealedAnew = await this.ledger.sealAnew(vault, keys.dataKey);
        await this.notes.sealAnew(vault, keys.dataKey);
        return reach('keyed', 'sealed', { sealedAnew });
      }
      case 'sealed':
        return this.transactions.run(async (tx) => {
          const purposes = rounds.map((round): Purpose => `round:${round}`);
          const destroyed = await this.turnover.destroy(tx, keys, purposes);
          await this.books.reach(tx, id, 'sealed', 'destroyed', { destroyed });
        });
      case 'destroyed':
        await this.turnover.forget(keys);
        await this.sweep(closure);
        return reach('destroyed', 'swept');
      default:
        return this.certify(closure, through);
    }
  }

  /** Figures of each round, and who goes. */
  private async count({ id, rounds, k }: ClosureRow): Promise<void> {
    // The purge takes new imprints at its end: what was changed by hand before it is counted now or never.
    const { findings } = await this.verifier.verify();
    await this.transactions.run(async (tx) => {
      for (const round of rounds) {
        await this.books.keep(tx, round, keptCounts(await this.books.counted(tx, round), levels, k));
      }
      const gone = await this.books.findTheGoing(tx, rounds);
      const before = await this.books.residents(tx);
      await this.books.reach(tx, id, 'signed', 'counted', {
        gone,
        remaining: before - gone,
        findings: findings.length,
      });
    });
  }

  private async empty({ id, rounds, through }: ClosureRow): Promise<void> {
    await this.transactions.run((tx) => this.emptying.prepare(tx));
    for (const table of await this.emptying.doomed()) {
      await this.transactions.run(async (tx) => {
        await this.books.noteEmptied(tx, id, table.name, await this.emptying.empty(tx, table, { rounds, through }));
      });
    }
    await this.transactions.run(async (tx) => {
      await this.books.noteEmptied(tx, id, 'bullmq', await this.emptying.emptyQueue(tx));
    });
    await this.note(id, 'notices', this.leftovers.removeNotices(rounds));
    await this.note(id, 'uploads', this.leftovers.removeUploads());
    await this.note(id, 'Redis', await this.leftovers.removeJobsInRedis());
  }

  private note(id: string, name: string, rows: number): Promise<void> {
    return this.transactions.run((tx) => this.books.noteEmptied(tx, id, name, rows));
  }

  /** Writes the files of the tables anew: what was destroyed is not on the disk as PostgreSQL sees it either. */
  private async sweep({ id }: ClosureRow): Promise<void> {
    await this.transactions.run((tx) => this.emptying.tidy(tx));
    await this.olderTransactions.outlast();
    const names = new Set(Object.keys(await this.books.emptied(id)));
    for (const { name } of await this.emptying.doomed()) if (names.has(name)) await this.emptying.rewrite(name);
    for (const name of [
      'community.resident',
      'community.household',
      'journal.entry',
      'vault.data_key',
      'purge.going',
    ]) {
      await this.emptying.rewrite(name);
    }
    await this.emptying.checkpoint();
  }

  private async certify(closure: ClosureRow, through: string): Promise<void> {
    const { id, rounds, k, notes, security_id: securityId, auditor_id: auditorId } = closure;
    const signing = readKeys(this.settings.keysFile).certificateSigning;
    if (signing === undefined) throw new PurgeRefused('The keys file has no key that signs certificates.');
    const keys = notes.keys as Turnover;
    const destroyed = notes.destroyed as DestroyedKey[];
    const kept = await this.books.kept(rounds);
    const journal = await this.redactor.summaryOf(id);
    const accounts = await this.books.accountsOf([securityId, auditorId]);
    const signer = (part: 'security' | 'auditor', accountId: string) => {
      const account = accounts.find((one) => one.id === accountId);
      return { part, accountId, username: account?.username ?? '', displayName: account?.displayName ?? '' };
    };
    const names = await this.books.rounds();
    const finishedAt = new Date();
    const imprintsFrom = await this.transactions.run(async (tx) => {
      await tx.query('SET LOCAL statement_timeout = 0');
      return this.imprints.takeAnew(tx);
    });
    const certificate = signCertificate(
      {
        format: 'shihe-purge-certificate-1',
        id,
        rounds: rounds.map((round) => {
          const row = names.find((one) => one.id === round);
          return { id: round, name: row?.name ?? '', closedAt: row?.closed_at?.toISOString() ?? '' };
        }),
        through: new Date(through).toISOString(),
        signers: [signer('security', securityId), signer('auditor', auditorId)],
        startedAt: closure.started_at.toISOString(),
        finishedAt: finishedAt.toISOString(),
        residents: {
          gone: notes.gone as number,
          remaining: notes.remaining as number,
          sealedAnew: notes.sealedAnew as number,
        },
        rowsDestroyed: await this.books.emptied(id),
        journal,
        ledgers: { imprintsFrom, findings: (notes.findings as number | undefined) ?? 0 },
        keysDestroyed: {
          dataKeys: destroyed.map(({ id: key, purpose }) => ({ id: key, purpose })),
          wrappingKeys: [...keys.oldWrapping],
          indexKeys: [...keys.oldIndex],
        },
        keysNow: { wrappingKey: keys.wrapping, indexKey: keys.index, dataKey: keys.dataKey },
        kept: { k, figures: kept.length, sha256: sha256Of(kept) },
        backups: { destroyBy: new Date(finishedAt.getTime() + backupDays * 86_400_000).toISOString().slice(0, 10) },
      },
      signing,
    );
    await this.transactions.run(async (tx) => {
      await this.books.certify(tx, id, certificate);
      await this.journal.record(tx, PurgeCertified, {
        actorId: securityId,
        subject: `purge:${id}`,
        payload: {
          rounds,
          residentsGone: certificate.residents.gone,
          redactedEntries: journal.redactedEntries,
          signedBy: [securityId, auditorId],
        },
      });
      await this.turnover.endPause(tx);
    });
    await this.sealer.seal();
  }
}
