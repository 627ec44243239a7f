import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { Tx } from '#platform/database';
import { levelOf } from './area-code.js';
import { AreaRepository } from './area.repository.js';
import { doorOfNobodyElse } from './door.js';
import type { ResidentDraft } from './ledger-row.js';
import { ResidentLedgerRepository, type StoredResident } from './resident-ledger.repository.js';
import { ResidentSealer } from './resident-sealer.service.js';

/** What became of drafts; each draft is in exactly one of the three. */
export interface Written {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly unchanged: number;
}

/**
 * Writes people into the ledger, many at once. Whoever says the same again changes nothing; two who say it at the same
 * time are put one after the other by the unique document.
 */
@Injectable()
export class ResidentWriter {
  constructor(
    private readonly residents: ResidentLedgerRepository,
    private readonly areas: AreaRepository,
    private readonly sealer: ResidentSealer,
  ) {}

  /** @param drafts people with different documents */
  async write(tx: Tx, drafts: readonly ResidentDraft[]): Promise<Written> {
    const buildings = new Set(drafts.map(({ areaCode }) => areaCode).filter((code) => levelOf(code) === 'building'));
    await this.areas.addBuildings(tx, [...buildings].sort());
    const added: string[] = [];
    const changed: string[] = [];
    let unchanged = 0;
    let left = drafts.map((draft) => ({
      draft,
      index: this.sealer.documentIndex(draft.document.identityKey),
      hash: this.sealer.rowHash(draft),
    }));
    // A second round only when somebody else registered one of them between the question and the answer.
    for (let round = 0; left.length > 0 && round < 3; round += 1) {
      const standing = await this.residents.standing(
        tx,
        left.map(({ index }) => index),
      );
      const fresh: typeof left = [];
      const known: ((typeof left)[number] & { id: string })[] = [];
      for (const one of left) {
        const there = standing.get(one.index.toString('hex'));
        if (there === undefined) fresh.push(one);
        else if (there.rowHash?.equals(one.hash) === true) unchanged += 1;
        else known.push({ ...one, id: there.id });
      }
      const given = await this.store(tx, [...fresh.map((one) => ({ ...one, id: uuidv7() })), ...known]);
      const done = new Set(await this.residents.add(tx, given.slice(0, fresh.length)));
      added.push(...done);
      const now = await this.residents.change(tx, given.slice(fresh.length));
      changed.push(...now);
      unchanged += known.length - now.length;
      left = fresh.filter((_, at) => !done.has(given[at]?.id ?? ''));
    }
    return { added, changed, unchanged };
  }

  /**
   * Registers one person under an id the client made.
   * @returns false when a person with this document is there already, under whatever id
   */
  async register(tx: Tx, id: string, draft: ResidentDraft): Promise<boolean> {
    if (levelOf(draft.areaCode) === 'building') await this.areas.addBuildings(tx, [draft.areaCode]);
    const index = this.sealer.documentIndex(draft.document.identityKey);
    const [resident] = await this.store(tx, [{ id, draft, index, hash: this.sealer.rowHash(draft) }]);
    return resident !== undefined && (await this.residents.add(tx, [resident])).length === 1;
  }

  private async store(
    tx: Tx,
    people: readonly { id: string; draft: ResidentDraft; index: Buffer; hash: Buffer }[],
  ): Promise<StoredResident[]> {
    if (people.length === 0) return [];
    const homes = await this.residents.households(
      tx,
      people.map(({ draft, index }) => ({
        id: uuidv7(),
        areaCode: draft.areaCode,
        door: draft.household ?? doorOfNobodyElse(index),
      })),
    );
    return people.map(({ id, draft, index, hash }, at) => {
      const sealed = this.sealer.seal(id, draft);
      const masked = this.sealer.mask(draft);
      return {
        id,
        area_code: draft.areaCode,
        household_id: homes[at] ?? '',
        masked_name: masked.name,
        name_sealed: sealed.nameSealed,
        document_kind: draft.document.kind,
        document_index: index,
        document_masked: masked.document,
        document_sealed: sealed.documentSealed,
        phone_index: draft.phone === undefined ? null : this.sealer.phoneIndex(draft.phone.number),
        phone_masked: masked.phone,
        phone_sealed: sealed.phoneSealed,
        birth_year: draft.birthYear ?? null,
        sex: draft.sex ?? 'unknown',
        category: draft.categories[0] ?? 'resident',
        categories: draft.categories,
        lane: draft.lane,
        home_visit: draft.homeVisit,
        single_only: draft.singleOnly,
        guardian_index: draft.guardianKey === undefined ? null : this.sealer.documentIndex(draft.guardianKey),
        row_hash: hash,
      };
    });
  }
}
