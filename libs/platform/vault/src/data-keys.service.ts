import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { Acting, Transactions, type Tx } from '#platform/database';
import { presentAlgorithm } from './algorithms.js';
import { DataKeyRepository } from './data-key.repository.js';
import { unwrapKey, wrapKey, type Purpose, type WrappedKey } from './key-ring.js';
import { KeysRefused, type Keys, type NamedKey } from './keys.js';

/** Makes data keys, wraps them, puts them aside and destroys them. */
@Injectable()
export class DataKeys {
  constructor(
    private readonly keys: Keys,
    private readonly transactions: Transactions,
    private readonly repository: DataKeyRepository,
    private readonly acting: Acting,
  ) {}

  /** @throws KeysRefused while keys are replaced for good */
  async refuseWhilePaused(): Promise<void> {
    const reason = await this.repository.paused();
    if (reason !== undefined) throw new KeysRefused(`The vault is closed: ${reason}`);
  }

  /** Asked for in nobody's name: the keys are the house's. */
  living(): Promise<WrappedKey[]> {
    return this.acting.asHouse(() => this.repository.living());
  }

  /** Makes a key for this purpose unless it has one. Of many who ask at once one makes it. */
  ensure(purpose: Purpose): Promise<void> {
    return this.acting.asHouse(() => this.make(purpose));
  }

  private async make(purpose: Purpose): Promise<void> {
    if ((await this.repository.living()).some((row) => row.purpose === purpose)) return;
    await this.transactions.runAs('jobs', async (tx) => {
      await this.repository.hold(tx);
      if ((await this.repository.living(tx)).some((row) => row.purpose === purpose)) return;
      await this.add(tx, purpose, newest(this.keys.wrapping), 0);
    });
  }

  /**
   * Which key of the keys file the database's blind indexes are made with; a new database takes the file's.
   * @throws KeysRefused when the file does not have it
   */
  async indexKey(): Promise<Buffer> {
    let id = await this.repository.indexKey();
    if (id === undefined) {
      id = await this.transactions.runAs('jobs', async (tx) => {
        await this.repository.hold(tx);
        const there = await this.repository.indexKey(tx);
        if (there === undefined) await this.repository.useIndexKey(tx, newest(this.keys.index).id);
        return there ?? newest(this.keys.index).id;
      });
    }
    const key = this.keys.index.find((one) => one.id === id);
    if (key === undefined) throw new KeysRefused(foreignFile(this.keys));
    return key.key;
  }

  /** Keys that sealed once and have given way to another that may be used. */
  async replaced(): Promise<number[]> {
    const rows = await this.repository.living();
    const newestOf = new Map(rows.filter(({ usable }) => usable).map(({ id, purpose }) => [purpose, id]));
    return rows.filter(({ id, purpose }) => id < (newestOf.get(purpose) ?? 0)).map(({ id }) => id);
  }

  /** Destroys those of the keys that were replaced so many seconds ago or earlier; answers how many. */
  async forget(ids: readonly number[], replacedSecondsAgo: number): Promise<number> {
    const old = new Set((await this.repository.retired(replacedSecondsAgo)).map(({ id }) => id));
    const due = ids.filter((id) => old.has(id));
    if (due.length === 0) return 0;
    return this.transactions.runAs('jobs', (tx) => this.repository.destroy(tx, due));
  }

  /** A new data key in place of the present one. @param usableInSeconds when sealing with it begins */
  async replace(tx: Tx, purpose: Purpose, by: NamedKey, usableInSeconds: number): Promise<number> {
    await this.repository.retire(tx, purpose);
    return this.add(tx, purpose, by, usableInSeconds);
  }

  /**
   * Wraps what another key of the keys file wrapped.
   * @returns how many were wrapped anew
   * @throws KeysRefused when one of them cannot be unwrapped: nothing is changed then
   */
  async wrapAll(tx: Tx, from: readonly NamedKey[], by: NamedKey): Promise<number> {
    const rows = (await this.repository.living(tx)).filter((row) => row.wrappedBy !== by.id);
    for (const row of rows) {
      const before = from.find(({ id }) => id === row.wrappedBy);
      const key = before && unwrapKey(before, row);
      if (key === undefined) throw new KeysRefused(foreignFile(this.keys));
      await this.repository.wrapAnew(tx, row.id, wrapKey(by, row.id, row.purpose, key), by.id);
    }
    return rows.length;
  }

  private async add(tx: Tx, purpose: Purpose, by: NamedKey, usableInSeconds: number): Promise<number> {
    const id = await this.repository.nextId(tx);
    const wrapped = wrapKey(by, id, purpose, randomBytes(presentAlgorithm.keyBytes));
    await this.repository.add(tx, { id, purpose, wrapped, wrappedBy: by.id, usableInSeconds });
    return id;
  }
}

export function newest(keys: readonly NamedKey[]): NamedKey {
  const last = keys.at(-1);
  if (last === undefined) throw new KeysRefused('The keys file has no keys.');
  return last;
}

export function foreignFile({ file = 'in use' }: Keys): string {
  return `The keys file ${file} does not belong to this database: put back the one that was in use with it.`;
}
