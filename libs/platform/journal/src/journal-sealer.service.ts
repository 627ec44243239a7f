import { Injectable } from '@nestjs/common';
import { Settings } from '#platform/config';
import { Transactions } from '#platform/database';
import { chainOf, chainStart, digestOf, type ChainHead } from './chain.js';
import { HeadsFile } from './heads-file.js';
import { JournalChainRepository } from './journal-chain.repository.js';

/** Entries in one go at most; the rest follows at once. */
const batch = 5_000;
/** No transaction lives for two minutes (its statements and its idling are limited), so none commits later than that. */
const lookBackMinutes = 2;
/** The first time a process seals it looks further back, for what an earlier sealer was not there to see. */
const firstLookBackMinutes = 24 * 60;

/** Ties committed entries into the chain of their site and writes the chains' ends down outside the database. */
@Injectable()
export class JournalSealer {
  private readonly heads: HeadsFile;
  private lookBack = firstLookBackMinutes;

  constructor(
    private readonly transactions: Transactions,
    private readonly chains: JournalChainRepository,
    settings: Settings,
  ) {
    this.heads = new HeadsFile(settings.journalHeadsFile);
  }

  /** Seals what is not sealed yet; answers how many entries. Two sealers at once do it once. */
  async seal(): Promise<number> {
    let sealed = 0;
    for (;;) {
      const { count, heads } = await this.sealBatch();
      sealed += count;
      if (heads.length > 0) this.heads.append(heads);
      if (count < batch) {
        this.lookBack = lookBackMinutes;
        return sealed;
      }
    }
  }

  private sealBatch(): Promise<{ count: number; heads: ChainHead[] }> {
    return this.transactions.run(async (tx) => {
      if (!(await this.chains.claim(tx))) return { count: 0, heads: [] };
      const entries = await this.chains.unsealed(tx, this.lookBack, batch);
      if (entries.length === 0) return { count: 0, heads: [] };
      const ends = new Map<string, { seq: number; digest: Buffer }>(
        (await this.chains.heads(tx)).map(({ chain, seq, digest }) => [
          chain,
          { seq, digest: Buffer.from(digest, 'hex') },
        ]),
      );
      const grown = new Set<string>();
      const links = entries.map((entry) => {
        const chain = chainOf(entry);
        const before = ends.get(chain) ?? { seq: 0, digest: chainStart };
        const link = { chain, seq: before.seq + 1, digest: digestOf(before.digest, entry), entry };
        ends.set(chain, link);
        grown.add(chain);
        return link;
      });
      await this.chains.append(tx, links);
      const heads = [...grown].flatMap((chain) => {
        const end = ends.get(chain);
        return end === undefined ? [] : [{ chain, seq: end.seq, digest: end.digest.toString('hex') }];
      });
      return { count: entries.length, heads };
    });
  }
}
