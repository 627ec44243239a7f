import { createCipheriv, createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { KeyIsNotHere, KeyRing, wrapKey, type Purpose, type WrappedKey } from './key-ring.js';
import type { Keys } from './keys.js';
import { Vault } from './vault.js';

const place = { table: 'community.resident', column: 'name', rowId: 'r1' };
const round: Purpose = 'round:00000000-0000-7000-8000-000000000001';

function someKeys(first?: Buffer): Keys {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    wrapping: [{ id: 'a', key: randomBytes(32) }],
    index: [{ id: 'a', key: randomBytes(32) }],
    ...(first && { first }),
    codeSigning: privateKey,
    codeVerifying: publicKey,
  };
}

function row(keys: Keys, id: number, purpose: Purpose = 'ledger', usable = true): WrappedKey {
  const key = createHash('sha256').update(`${id}`).digest();
  return { id, purpose, wrapped: wrapKey(keys.wrapping[0]!, id, purpose, key), wrappedBy: 'a', usable };
}

function vaultOf(keys: Keys, ...rows: WrappedKey[]): { vault: Vault; ring: KeyRing } {
  const ring = new KeyRing(keys);
  ring.take(rows);
  return { vault: new Vault(ring, keys.index[0]!.key), ring };
}

describe('the vault', () => {
  const keys = someKeys();
  const { vault } = vaultOf(keys, row(keys, 1), row(keys, 2, round));

  it('opens what it sealed, in its place', () => {
    expect(vault.open(vault.seal('欧阳小明', place), place)).toBe('欧阳小明');
    expect(vault.open(vault.seal('欧阳小明', place, round), place)).toBe('欧阳小明');
  });

  it('seals the same name differently each time', () => {
    expect(vault.seal('王', place).equals(vault.seal('王', place))).toBe(false);
  });

  it('does not open a value that was moved to another row, column or table', () => {
    const sealed = vault.seal('王', place);
    for (const other of [{ rowId: 'r2' }, { column: 'phone' }, { table: 'community.household' }]) {
      expect(() => vault.open(sealed, { ...place, ...other })).toThrow();
    }
  });

  it('does not open a value that says it was sealed with the key of another purpose', () => {
    const sealed = vault.seal('王', place);
    sealed.writeUInt32BE(2, 2);
    expect(() => vault.open(sealed, place)).toThrow();
  });

  it('does not open a value in which one bit was changed, wherever', () => {
    const sealed = vault.seal('王', place);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(() => vault.open(changed, place)).toThrow();
      expect(() => vault.open(sealed.subarray(0, at), place)).toThrow();
    }
  });

  it('finds equal values of one kind, and only those', () => {
    expect(vault.blindIndex('phone', '1').equals(vault.blindIndex('phone', '1'))).toBe(true);
    expect(vault.blindIndex('phone', '1').equals(vault.blindIndex('document', '1'))).toBe(false);
  });

  it('cannot be asked with another keys file', () => {
    const others = someKeys();
    const { ring, vault: other } = vaultOf(others, row(keys, 1));
    expect(ring.sealsFor('ledger')).toBe(false);
    expect(() => other.open(vault.seal('王', place), place)).toThrow(KeyIsNotHere);
    expect(other.blindIndex('phone', '1').equals(vault.blindIndex('phone', '1'))).toBe(false);
  });

  it('does not take a wrapped key for another one or for another purpose', () => {
    const moved = new KeyRing(keys);
    moved.take([
      { ...row(keys, 1), id: 2 },
      { ...row(keys, 3), purpose: round },
    ]);
    expect([moved.has(2), moved.has(3)]).toEqual([false, false]);
  });

  it('seals with the newest key that may be used and opens with all that are left', () => {
    const { vault: turning, ring } = vaultOf(keys, row(keys, 1), row(keys, 3, 'ledger', false));
    const old = turning.seal('王', place);
    expect(old.readUInt32BE(2)).toBe(1);
    ring.take([row(keys, 1), row(keys, 3)]);
    const fresh = turning.seal('王', place);
    expect(fresh.readUInt32BE(2)).toBe(3);
    expect([turning.open(old, place), turning.open(fresh, place)]).toEqual(['王', '王']);
    ring.take([row(keys, 3)]);
    expect(() => turning.open(old, place)).toThrow(KeyIsNotHere);
  });

  it('still opens envelopes of the first version', () => {
    const first = randomBytes(32);
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', first, nonce).setAAD(Buffer.from('community.resident\0name\0r1'));
    const text = Buffer.concat([cipher.update('王小明', 'utf8'), cipher.final()]);
    const envelope = Buffer.concat([Buffer.from([1, 0]), nonce, text, cipher.getAuthTag()]);
    const old = someKeys(first);
    expect(vaultOf(old, row(old, 1)).vault.open(envelope, place)).toBe('王小明');
    expect(() => vault.open(envelope, place)).toThrow(KeyIsNotHere);
  });
});
