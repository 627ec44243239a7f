import { Injectable } from '@nestjs/common';
import { Settings } from '#platform/config';
import { Transactions, type Tx } from '#platform/database';
import { chainOf, chainStart, digestOf, type ChainHead, type SealableEntry } from './chain.js';
import { HeadsFile } from './heads-file.js';
import { imprintChain, ImprintRepository } from './imprint.repository.js';
import { JournalChainRepository } from './journal-chain.repository.js';

/** Entries or imprints in one go at most; the rest follows at once. */
const batch = 5_000;
/** No transaction lives for two minutes (its statements and its idling are limited), so none commits later than that. */
const lookBackMinutes = 2;
/** The first time a process seals it looks further back, for what an earlier sealer was not there to see. */
const firstLookBackMinutes = 24 * 60;

interface Sealed {
  count: number;
  heads: ChainHead[];
}

const nothing: Sealed = { count: 0, heads: [] };

/**
 * Ties committed entries into the chain of their site, and the imprints of the ledgers' rows into a chain of their own, and
 * writes the chains' ends down outside the database.
 */
@Injectable()
export class JournalSealer {
  private readonly heads: HeadsFile;
  private lookBack = firstLookBackMinutes;
  /** Every imprint of a transaction below this number is sealed. */
  private horizon = '0';

  constructor(
    private readonly transactions: Transactions,
    private readonly chains: JournalChainRepository,
    private readonly imprints: ImprintRepository,
    settings: Settings,
  ) {
    this.heads = new HeadsFile(settings.journalHeadsFile);
  }

  /** Seals what is not sealed yet; answers how many entries. Two sealers at once do it once. */
  async seal(): Promise<number> {
    const sealed = await this.untilNone(() => this.sealEntries());
    this.lookBack = lookBackMinutes;
    await this.untilNone(() => this.sealImprints());
    return sealed;
  }

  private async untilNone(sealBatch: () => Promise<Sealed>): Promise<number> {
    let sealed = 0;
    for (;;) {
      const { count, heads } = await sealBatch();
      sealed += count;
      if (heads.length > 0) this.heads.append(heads);
      if (count < batch) return sealed;
    }
  }

  private sealEntries(): Promise<Sealed> {
    return this.transactions.run(async (tx) => {
      if (!(await this.chains.claim(tx))) return nothing;
      const entries = await this.chains.unsealed(tx, this.lookBack, batch);
      if (entries.length === 0) return nothing;
      await this.imprints.takeOfEntries(tx, entries);
      return this.tie(tx, entries, chainOf);
    });
  }

  /** What is added late while this runs is sealed with the next batch, or the next time. */
  private async sealImprints(): Promise<Sealed> {
    const { horizon, ...sealed } = await this.transactions.run(async (tx) => {
      if (!(await this.chains.claim(tx))) return { ...nothing, horizon: this.horizon };
      const horizon = await this.imprints.horizon(tx);
      const imprints = await this.imprints.unsealed(tx, this.horizon, batch);
      if (imprints.length === 0) return { ...nothing, horizon };
      const announcements = imprints.filter(({ announced }) => announced);
      if (announcements.length > 0) await this.imprints.takeOfAnnouncements(tx, announcements);
      const tied = await this.tie(tx, imprints, () => imprintChain);
      return { ...tied, horizon: tied.count < batch ? horizon : this.horizon };
    });
    this.horizon = horizon;
    return sealed;
  }

  private async tie(
    tx: Tx,
    entries: readonly SealableEntry[],
    chainFor: (entry: SealableEntry) => string,
  ): Promise<Sealed> {
    const ends = new Map<string, { seq: number; digest: Buffer }>(
      (await this.chains.heads([...new Set(entries.map(chainFor))], tx)).map(({ chain, seq, digest }) => [
        chain,
        { seq, digest: Buffer.from(digest, 'hex') },
      ]),
    );
    const grown = new Set<string>();
    const links = entries.map((entry) => {
      const chain = chainFor(entry);
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
  }
}
