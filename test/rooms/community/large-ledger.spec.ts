import { Readable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { CommunityModule, DemonstrationStreet, LedgerIntake, LedgerReader } from '#journey/community';
import { checkCharacterOf } from '../../../libs/journey/community/src/check-digit.js';
import { openHouse, type House } from '../../support/house.js';

/** Rows of the large ledger. `SHIHE_LEDGER_ROWS=100000` for the figure of a whole district. */
const rows = Number(process.env.SHIHE_LEDGER_ROWS ?? 8_000);

let house: House;
beforeAll(async () => {
  house = await openHouse([CommunityModule]);
  await house.get(DemonstrationStreet).load({ residents: 0 });
});
afterAll(() => house.close());

function* ledger(): Generator<Buffer> {
  yield Buffer.from('姓名,身份证号,手机号,网格编码,户号,备注\n');
  for (let at = 0; at < rows; at += 1) {
    const seventeen = `00${String(Math.floor(at / 1000)).padStart(4, '0')}19800101${String(at % 1000).padStart(3, '0')}`;
    yield Buffer.from(
      `王小明,${seventeen}${checkCharacterOf(seventeen)},154${String(at).padStart(8, '0')},370811013001-01,${Math.floor(at / 3)},${'无'.repeat(40)}\n`,
    );
  }
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Megabytes that are really held, after everything that can be thrown away was. */
const held = () => {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1024 / 1024;
};
const resident = () => process.memoryUsage().rss / 1024 / 1024;

it('a large ledger is read without memory growing with it, and once more without changing anything', async () => {
  const import_ = async () => {
    const id = await house.get(LedgerIntake).receive(Readable.from(ledger()), null);
    const before = { held: held(), resident: resident() };
    const peak = { ...before };
    let watch: NodeJS.Timeout | undefined;
    // Collecting everything takes long where many other specs have run before: the reading has nine tenths of the time.
    const look = () => {
      const began = Date.now();
      peak.resident = Math.max(peak.resident, resident());
      peak.held = Math.max(peak.held, held());
      watch = setTimeout(look, Math.max(1_000, 9 * (Date.now() - began)));
    };
    look();
    const started = Date.now();
    await house.get(LedgerReader).workOff(id);
    clearTimeout(watch);
    const { counts } = await house.get(LedgerIntake).progress(id);
    return {
      counts,
      held: Math.round(peak.held - before.held),
      resident: Math.round(peak.resident - before.resident),
      seconds: (Date.now() - started) / 1000,
    };
  };
  const first = await import_();
  const second = await import_();
  process.stdout.write(
    `ledger of ${rows} rows: first ${first.seconds.toFixed(1)} s, ${first.held} MB more held, ${first.resident} MB more resident; again ${second.seconds.toFixed(1)} s, ${second.held} MB, ${second.resident} MB\n`,
  );
  expect(first.counts).toEqual({ read: rows, added: rows, changed: 0, unchanged: 0, refused: 0, duplicates: 0 });
  expect(second.counts).toEqual({ read: rows, added: 0, changed: 0, unchanged: rows, refused: 0, duplicates: 0 });
  // A hundred thousand rows are 25 MB as a file and 300 MB as objects; a part of a thousand needs some ten.
  expect(first.held).toBeLessThan(60);
  expect(second.held).toBeLessThan(60);
}, 300_000);
