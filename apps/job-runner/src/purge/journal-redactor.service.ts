import { Injectable } from '@nestjs/common';
import { Transactions } from '#platform/database';
import { sha256Of, isGenuine, type Certificate } from './certificate.js';
import { redacted, wordsOf } from './redaction.js';
import { RedactionRepository } from './redaction.repository.js';
import type { KeyObject } from 'node:crypto';

const atOnce = 500;
const beginning = { recordedAt: '-infinity', id: '00000000-0000-0000-0000-000000000000' };

/** Which redacted entries a genuine certificate vouches for, and which certificates do not fit what stands there. */
export interface Vouched {
  readonly entries: ReadonlySet<string>;
  /** Imprints with lower numbers were rightly forgotten. */
  readonly imprintsFrom: number;
  readonly doubtful: readonly string[];
}

/** Takes people out of what purged rounds wrote into the journal, and says afterwards what of it is vouched for. */
@Injectable()
export class JournalRedactor {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: RedactionRepository,
  ) {}

  /** Harmless when done again: what is redacted holds no person any more. */
  async redact(closure: string, rounds: readonly string[]): Promise<void> {
    const ofRounds = new Set(rounds);
    let after: typeof beginning | undefined = beginning;
    while (after !== undefined) {
      const from: typeof beginning = after;
      after = await this.transactions.run(async (tx) => {
        const rows = await this.repository.next(tx, from, atOnce);
        const words = wordsOf(JSON.stringify(rows.map(({ subject, payload }) => [subject, payload])));
        const people = await this.repository.peopleAmong(tx, words);
        const tubes = await this.repository.tubesAmong(tx, words, rounds);
        const changed = rows
          .map((row) => ({
            row,
            now: redacted(
              row,
              (word) => people.has(word),
              (word) => ofRounds.has(word) || tubes.has(word),
            ),
          }))
          .filter(({ row, now }) => JSON.stringify(row) !== JSON.stringify(now));
        if (changed.length > 0)
          await this.repository.replace(
            tx,
            closure,
            changed.map(({ now }) => ({ ...now, content: sha256Of(now) })),
          );
        return rows.at(-1);
      });
    }
  }

  async summaryOf(closure: string): Promise<{ redactedEntries: number; redactionSha256: string }> {
    const rows = await this.repository.ofClosure(closure);
    return { redactedEntries: rows.length, redactionSha256: sha256Of(rows) };
  }

  /** @param trusted the key that certificates must be signed with */
  async vouched(trusted: KeyObject): Promise<Vouched> {
    const contents = new Map<string, string>();
    const doubtful: string[] = [];
    let imprintsFrom = 0;
    // The oldest first: what two purges redacted stands as the later one left it.
    for (const { id, certificate } of await this.repository.certificates()) {
      const said = certificate as Certificate;
      const rows = await this.repository.ofClosure(id);
      const fits = said.id === id && isGenuine(said, trusted) && said.journal.redactionSha256 === sha256Of(rows);
      if (!fits) doubtful.push(id);
      else {
        for (const row of rows) contents.set(row.id, row.content);
        imprintsFrom = Math.max(imprintsFrom, said.ledgers?.imprintsFrom ?? 0);
      }
    }
    const entries = new Set<string>();
    const ids = [...contents.keys()];
    for (let at = 0; at < ids.length; at += atOnce) {
      for (const row of await this.repository.present(ids.slice(at, at + atOnce))) {
        if (contents.get(row.id) === sha256Of(row)) entries.add(row.id);
      }
    }
    return { entries, imprintsFrom, doubtful };
  }
}
