import { Injectable } from '@nestjs/common';
import { Settings } from '#platform/config';
import { chainStart, digestOf, type ChainHead } from './chain.js';
import { HeadsFile } from './heads-file.js';
import { JournalChainRepository } from './journal-chain.repository.js';

/** Something that is not as it was sealed. */
export interface Finding {
  kind: 'changed' | 'removed' | 'slipped-in' | 'link-missing' | 'chain-rewritten' | 'chain-cut-off';
  chain: string;
  seq: number | null;
  entryId: string | null;
  recordedAt: string | null;
}

export interface Verification {
  entries: number;
  chains: number;
  anchors: number;
  /** Where each chain ends now. */
  heads: ChainHead[];
  findings: Finding[];
}

export type IsVouchedFor = (kind: 'changed' | 'removed', entryId: string, chain: string) => boolean;

const page = 5_000;

/** Reads the whole journal again, computes every chain anew and compares it with the links and with the heads file. */
@Injectable()
export class JournalVerifier {
  constructor(
    private readonly chains: JournalChainRepository,
    private readonly settings: Settings,
  ) {}

  /**
   * @param strayAfterSeconds an entry older than this that no chain holds was slipped in
   * @param isVouchedFor whether a signed certificate says of an entry that it was rightly changed, or of an imprint that
   *   it was rightly taken out, after it was sealed
   */
  async verify(strayAfterSeconds = 60, isVouchedFor: IsVouchedFor = () => false): Promise<Verification> {
    const anchors = new HeadsFile(this.settings.journalHeadsFile).read();
    const names = [...new Set([...(await this.chains.chains()), ...anchors.map(({ chain }) => chain)])];
    const findings: Finding[] = [];
    let entries = 0;
    for (const chain of names) {
      const walked = await this.walk(
        chain,
        anchors.filter((anchor) => anchor.chain === chain),
        isVouchedFor,
      );
      entries += walked.entries;
      findings.push(...walked.findings);
    }
    for (const { id, recordedAt, chain } of await this.chains.strays(strayAfterSeconds)) {
      findings.push({ kind: 'slipped-in', chain, seq: null, entryId: id, recordedAt });
    }
    return { entries, chains: names.length, anchors: anchors.length, heads: await this.chains.heads(names), findings };
  }

  private async walk(
    chain: string,
    anchors: ChainHead[],
    isVouchedFor: IsVouchedFor,
  ): Promise<{ entries: number; findings: Finding[] }> {
    const findings: Finding[] = [];
    const anchored = new Map<number, Set<string>>();
    for (const { seq, digest } of anchors) anchored.set(seq, (anchored.get(seq) ?? new Set()).add(digest));
    let before: Buffer = chainStart;
    let last = 0;
    let entries = 0;
    for (let links = await this.chains.linksAfter(chain, 0, page); links.length > 0;) {
      for (const { seq, digest, entry, entryId, entryRecordedAt } of links) {
        const where = { chain, seq, entryId, recordedAt: entryRecordedAt };
        if (seq !== last + 1) findings.push({ ...where, kind: 'link-missing', seq: last + 1, entryId: null });
        const kind = entry === null ? 'removed' : 'changed';
        const differs = entry === null || (seq === last + 1 && !digestOf(before, entry).equals(digest));
        if (differs && !isVouchedFor(kind, entryId, chain)) findings.push({ ...where, kind });
        // Every head that was ever written down must be this one; a forger's sealer writes a second one beside it.
        const heads = [...(anchored.get(seq) ?? [])];
        if (heads.some((head) => head !== digest.toString('hex'))) findings.push({ ...where, kind: 'chain-rewritten' });
        // The walk goes on from what was sealed, so that one change is one finding and not all that follow it.
        before = digest;
        last = seq;
        entries += 1;
      }
      links = await this.chains.linksAfter(chain, last, page);
    }
    const furthest = Math.max(0, ...anchored.keys());
    if (furthest > last) {
      findings.push({ kind: 'chain-cut-off', chain, seq: last, entryId: null, recordedAt: null });
    }
    return { entries, findings };
  }
}
