import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { uuidv7 } from 'uuidv7';
import { CommunityModule, ResidentRegister } from '#journey/community';
import { CampaignModule, ExemptionDesk } from '#journey/campaign';
import { Acting, Database, Transactions } from '#platform/database';
import { DataKeys, KeyKeeper, KeysFile, readKeys, Vault } from '#platform/vault';
import { Rekey } from '../../../apps/job-runner/src/keys/rekey.work.js';
import { RekeyRepository } from '../../../apps/job-runner/src/keys/rekey.repository.js';
import { sealedTables } from '../../../apps/job-runner/src/keys/sealed-tables.js';
import { RunnerWorksModule } from '../../../apps/job-runner/src/runner-works.module.js';
import { openHouse, type House } from '../../support/house.js';
import { account, layStreet } from '../../support/street.js';

let house: House;
beforeEach(async () => {
  house = await openHouse([CommunityModule, CampaignModule, RunnerWorksModule]);
});
afterEach(() => house.close());

const name = '欧阳小明';
const nameOf = (id: string) => ({ table: 'community.resident', column: 'name_sealed', rowId: id });

/** Some residents whose name is sealed with the present key; answers their ids. */
async function seal(count: number): Promise<string[]> {
  const { residents } = await layStreet(house.database, count);
  const vault = house.get(Vault);
  for (const { id } of residents) {
    await house.database.query('UPDATE community.resident SET name_sealed = $2 WHERE id = $1', [
      id,
      vault.seal(name, nameOf(id)),
    ]);
  }
  return residents.map(({ id }) => id);
}

async function sealedNames(): Promise<{ id: string; name_sealed: Buffer; key: number }[]> {
  return house.database.query(
    'SELECT id, name_sealed, vault.key_of(name_sealed) AS key FROM community.resident ORDER BY id',
  );
}

async function expectAllOpen(count: number): Promise<void> {
  const vault = house.get(Vault);
  const rows = await sealedNames();
  expect(rows.map(({ id, name_sealed }) => vault.open(name_sealed, nameOf(id)))).toEqual(Array(count).fill(name));
}

/** The work of another process than the house's own. */
async function otherRekey(): Promise<Rekey> {
  const settings = house.settings;
  const { repository } = await living();
  const keys = new DataKeys(readKeys(settings.keysFile), house.get(Transactions), repository, house.get(Acting));
  return new Rekey(house.get(Vault), keys, house.get(Transactions), new RekeyRepository(house.get(Database)));
}

async function living() {
  const { DataKeyRepository } = await import('../../../libs/platform/vault/src/data-key.repository.js');
  const repository = new DataKeyRepository(house.get(Database));
  return { repository, rows: await repository.living() };
}

describe('renewing the key of the ledger', () => {
  it('leaves every value open before, during and after, and forgets the old key in the end', async () => {
    await seal(6);
    const [before] = await sealedNames();
    const { dataKey } = await house.get(KeyKeeper).renewLedgerKey(0);
    await expectAllOpen(6);
    await house.get(Vault).lookAgain();
    await expectAllOpen(6);
    expect(await house.get(Rekey).sealAnew(0)).toBe(true);
    await expectAllOpen(6);
    expect(new Set((await sealedNames()).map(({ key }) => key))).toEqual(new Set([dataKey]));
    await house.get(Vault).lookAgain();
    expect(() => house.get(Vault).open(before!.name_sealed, nameOf(before!.id))).toThrow();
    expect(
      await house.database.query('SELECT id FROM vault.data_key WHERE destroyed_at IS NOT NULL AND wrapped IS NULL'),
    ).toHaveLength(1);
  });

  it('seals with the new key only when every process has had time to see it', async () => {
    await seal(1);
    const { dataKey } = await house.get(KeyKeeper).renewLedgerKey();
    const vault = house.get(Vault);
    await vault.lookAgain();
    expect(vault.seal(name, nameOf('x')).readUInt32BE(2)).not.toBe(dataKey);
    expect(await house.get(Rekey).sealAnew(0)).toBe(true);
    expect((await sealedNames())[0]!.key).not.toBe(dataKey);
    await house.database.query('UPDATE vault.data_key SET usable_from = now()');
    await vault.lookAgain();
    expect(vault.seal(name, nameOf('x')).readUInt32BE(2)).toBe(dataKey);
  });

  it('keeps a key that was replaced a moment ago, for whoever has not looked yet', async () => {
    await seal(2);
    await house.get(KeyKeeper).renewLedgerKey(0);
    await house.get(Rekey).run();
    expect((await living()).rows.filter(({ purpose }) => purpose === 'ledger')).toHaveLength(2);
  });

  it('goes on where it was cut off, also when another process goes on', async () => {
    await seal(500);
    await house.get(KeyKeeper).renewLedgerKey(0);
    expect(await house.get(Rekey).sealAnew(0, 1)).toBe(false);
    expect(new Set((await sealedNames()).map(({ key }) => key)).size).toBe(2);
    await expectAllOpen(500);
    expect(await (await otherRekey()).sealAnew(0)).toBe(true);
    expect(new Set((await sealedNames()).map(({ key }) => key)).size).toBe(1);
    await expectAllOpen(500);
    const [progress] = await house.database.query<{ sealed: number }>(
      `SELECT sealed FROM vault.rekeying WHERE place = 'community.resident'`,
    );
    expect(progress?.sealed).toBe(500);
  });

  it('writes nothing of a batch that breaks off', async () => {
    const [, second] = await seal(3);
    await house.database.query(`UPDATE community.resident SET name_sealed = $2 WHERE id = $1`, [
      second,
      Buffer.concat([(await sealedNames())[0]!.name_sealed]),
    ]);
    const before = await sealedNames();
    await house.get(KeyKeeper).renewLedgerKey(0);
    await expect(house.get(Rekey).sealAnew(0)).rejects.toThrow();
    expect(await sealedNames()).toEqual(before);
  });

  it('is harmless when two do it at once, while people are registered', async () => {
    await seal(450);
    await house.get(KeyKeeper).renewLedgerKey(0);
    const other = await otherRekey();
    const register = house.get(ResidentRegister);
    const people = ['110101', '110102', '110103'].map((number) => `E${number}1`);
    await Promise.all([
      house.get(Rekey).sealAnew(0),
      other.sealAnew(0),
      ...people.map((number) =>
        register.register(
          {
            id: uuidv7(),
            name,
            document: { kind: 'passport', number, nationality: 'JPN' },
            areaCode: '370811013001-01-01',
          },
          null,
        ),
      ),
    ]);
    while (!(await other.sealAnew(0)));
    await expectAllOpen(453);
    expect(new Set((await sealedNames()).map(({ key }) => key)).size).toBe(1);
    for (const number of people) {
      expect(
        (await register.search({ idNumber: number, documentKind: 'passport', nationality: 'JPN' }, uuidv7())).residents,
      ).toHaveLength(1);
    }
  });

  it('replaces the key once for each time it is asked, however many ask at once', async () => {
    await seal(2);
    await Promise.all([1, 2, 3].map(() => house.get(KeyKeeper).renewLedgerKey(0)));
    const keys = await house.database.query<{ retired_at: Date | null }>(
      `SELECT retired_at FROM vault.data_key WHERE purpose = 'ledger'`,
    );
    expect(keys).toHaveLength(4);
    expect(keys.filter(({ retired_at }) => retired_at === null)).toHaveLength(1);
    await expectAllOpen(2);
  });
});

describe('renewing the key of the keys file', () => {
  it('wraps every data key anew and keeps the old one for the backups until it is told to forget it', async () => {
    await seal(2);
    const file = house.settings.keysFile;
    const { wrapped, wrappingKey } = await house.get(KeyKeeper).renewWrappingKey();
    expect(wrapped).toBe((await living()).rows.length);
    expect(
      readKeys(file)
        .wrapping.map(({ id }) => id)
        .at(-1),
    ).toBe(wrappingKey);
    expect(readKeys(file).wrapping).toHaveLength(2);
    await house.get(Vault).lookAgain();
    await expectAllOpen(2);
    const forgotten = await house.get(KeyKeeper).forgetUnused(true);
    expect(forgotten).toHaveLength(1);
    expect(readKeys(file).wrapping.map(({ id }) => id)).toEqual([wrappingKey]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await house.get(Vault).lookAgain();
    await expectAllOpen(2);
  });

  it('is finished by asking again when it was killed between the file and the database', async () => {
    await seal(1);
    KeysFile.open(house.settings.keysFile).addWrapping();
    await house.get(KeyKeeper).renewWrappingKey();
    await house.get(KeyKeeper).forgetUnused(true);
    expect(readKeys(house.settings.keysFile).wrapping).toHaveLength(1);
    await expectAllOpen(1);
  });

  it('changes nothing when the file does not open what lies in the database', async () => {
    await seal(1);
    const before = (await living()).rows;
    const text = readFileSync(house.settings.keysFile, 'utf8');
    const other = { id: 'other', key: randomBytes(32).toString('base64') };
    writeFileSync(house.settings.keysFile, JSON.stringify({ ...JSON.parse(text), wrapping: [other] }));
    await expect(house.get(KeyKeeper).renewWrappingKey()).rejects.toThrow('does not belong to this database');
    expect((await living()).rows).toEqual(before);
  });
});

describe('a keys file of the first format', () => {
  it('is read, and taken over when a key is renewed, without anything being locked out', async () => {
    const file = house.settings.keysFile;
    const { privateKey } = generateKeyPairSync('ed25519');
    const key = () => randomBytes(32).toString('base64');
    const first = { vault: key(), index: key(), codeSigning: privateKey.export({ type: 'pkcs8', format: 'pem' }) };
    writeFileSync(file, JSON.stringify(first));
    const before = readKeys(file);
    KeysFile.open(file).addWrapping();
    const after = readKeys(file);
    expect(after.wrapping[0]).toEqual(before.wrapping[0]);
    expect(after.index).toEqual(before.index);
    expect(after.first).toEqual(before.first);
    expect(after.codeSigning.export({ type: 'pkcs8', format: 'der' })).toEqual(
      before.codeSigning.export({ type: 'pkcs8', format: 'der' }),
    );
    expect(after.certificateSigning).toBeDefined();
  });
});

describe('what is written down about an exemption', () => {
  it('is sealed with the key of its round, also what lay in clear before', async () => {
    const street = await layStreet(house.database, 3);
    const by = await account(house.database, 'organiser');
    const desk = house.get(ExemptionDesk);
    const [one, two] = street.residents;
    await desk.grant(street.roundId, { residentId: one!.id, reason: 'medical', note: '化疗期间' }, by);
    await house.database.query(
      `INSERT INTO campaign.exemption (id, round_id, resident_id, reason, note, granted_by)
       VALUES ($1, $2, $3, 'medical', '术后', $4)`,
      [uuidv7(), street.roundId, two!.id, by],
    );
    const notes = async () => (await desk.list(street.roundId, undefined, 10)).items.map(({ note }) => note).sort();
    expect(await notes()).toEqual(['化疗期间', '术后']);
    await house.get(Rekey).sealAnew(0);
    expect(await notes()).toEqual(['化疗期间', '术后']);
    expect(
      await house.database.query(
        `SELECT DISTINCT k.purpose, e.note FROM campaign.exemption e JOIN vault.data_key k ON k.id = vault.key_of(note_sealed)`,
      ),
    ).toEqual([{ purpose: `round:${street.roundId}`, note: null }]);
  });
});

it('every column that holds something sealed is known to those who seal anew', async () => {
  const rows = await house.database.query<{ name: string }>(
    `SELECT table_schema || '.' || table_name || '.' || column_name AS name FROM information_schema.columns
      WHERE column_name LIKE '%\\_sealed' AND data_type = 'bytea' ORDER BY 1`,
  );
  const known = sealedTables.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`));
  expect(rows.map((row) => row.name)).toEqual(known.sort());
});
