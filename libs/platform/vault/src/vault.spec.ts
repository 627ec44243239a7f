import { randomBytes } from 'node:crypto';
import { Vault } from './vault.js';

const vault = new Vault({ vault: randomBytes(32), index: randomBytes(32) });
const place = { table: 'community.resident', column: 'name', rowId: 'r1' };

describe('the vault', () => {
  it('opens what it sealed, in its place', () => {
    expect(vault.open(vault.seal('欧阳小明', place), place)).toBe('欧阳小明');
  });

  it('seals the same name differently each time', () => {
    expect(vault.seal('王', place).equals(vault.seal('王', place))).toBe(false);
  });

  it('does not open a value that was moved to another row', () => {
    const sealed = vault.seal('王', place);
    expect(() => vault.open(sealed, { ...place, rowId: 'r2' })).toThrow();
  });

  it('does not open a value in which one bit was changed', () => {
    const sealed = vault.seal('王', place);
    sealed.writeUInt8(sealed.readUInt8(15) ^ 1, 15);
    expect(() => vault.open(sealed, place)).toThrow();
  });

  it('finds equal values of one kind, and only those', () => {
    expect(vault.blindIndex('phone', '1').equals(vault.blindIndex('phone', '1'))).toBe(true);
    expect(vault.blindIndex('phone', '1').equals(vault.blindIndex('document', '1'))).toBe(false);
  });

  it('cannot be asked with another key', () => {
    const other = new Vault({ vault: randomBytes(32), index: randomBytes(32) });
    expect(() => other.open(vault.seal('王', place), place)).toThrow();
    expect(other.blindIndex('phone', '1').equals(vault.blindIndex('phone', '1'))).toBe(false);
  });
});
