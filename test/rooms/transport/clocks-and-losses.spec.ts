import {
  PackingBench,
  HandoverDesk,
  TransportClocks,
  TransportModule,
  TubeIsAtLab,
  TubeLossDesk,
} from '#journey/transport';
import { Transactions } from '#platform/database';
import { openHouse, type House } from '../../support/house.js';
import { account, layStreet, type Street } from '../../support/street.js';
import { layTube } from '../../support/tubes.js';

let house: House;
let street: Street;
let packer: string;
let courier: string;

beforeAll(async () => {
  house = await openHouse([TransportModule]);
  street = await layStreet(house.database, 3);
  packer = await account(house.database, 'packer');
  courier = await account(house.database, 'courier');
});
afterAll(() => house.close());

const raised = async () =>
  (await house.get(TransportClocks).current({ siteId: street.siteId }, 100))
    .map(({ kind, subject }) => `${kind} ${subject}`)
    .sort();

describe('the clocks of transport', () => {
  it('raise each alarm once, however often and by however many they are read, and clear it by themselves', async () => {
    const clocks = house.get(TransportClocks);
    await layTube(house.database, street, 'K-open', street.residents, { open: true, minutesAgo: 61 });
    await layTube(house.database, street, 'K-young', [], { minutesAgo: 100 });
    await layTube(house.database, street, 'K-unboxed', [], { minutesAgo: 121 });
    await layTube(house.database, street, 'K-boxed', [], { minutesAgo: 181 });
    await layTube(house.database, street, 'K-old', [], { minutesAgo: 241 });
    const bench = house.get(PackingBench);
    await bench.open({ code: 'KB', siteId: street.siteId }, packer);
    await bench.pack('KB', ['K-boxed'], packer);
    const counts = await Promise.all(Array.from({ length: 5 }, () => clocks.check()));
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(6);
    const expected = ['open-tube K-open', 'unboxed K-old', 'unboxed K-unboxed', 'undispatched K-old', 'undispatched KB', 'unreceived K-old']; // prettier-ignore
    expect(await raised()).toEqual(expected);
    expect(await clocks.check()).toBe(0);

    await bench.pack('KB', ['K-old', 'K-unboxed'], packer);
    await house.get(TubeLossDesk).declareLost('K-young', '破损', packer);
    await clocks.check();
    expect(await raised()).toEqual(['open-tube K-open', 'undispatched KB', 'unreceived KB']);
    await bench.seal('KB', 3, packer);
    await house.get(HandoverDesk).dispatch('KB', { givenBy: 'packer' }, courier);
    await clocks.check();
    expect(await raised()).toEqual(['open-tube K-open', 'unreceived KB']);
  });

  it('go by the limits of the round, and of the site before those', async () => {
    await house.database.query(`UPDATE campaign.round SET settings = '{"openTubeAlarmMinutes": 90}'`);
    await house.get(TransportClocks).check();
    expect(await raised()).not.toContain('open-tube K-open');
    await house.database.query(`UPDATE site.site SET settings = '{"openTubeAlarmMinutes": 30}'`);
    await house.get(TransportClocks).check();
    expect(await raised()).toContain('open-tube K-open');
  });

  it('count the time at a hub', async () => {
    await house.get(HandoverDesk).arriveAtHub('KB', 'HUB1', courier);
    await house.database.query(`UPDATE transport.leg SET signed_at = now() - interval '61 minutes' WHERE leg = 2`);
    await house.get(TransportClocks).check();
    expect(await raised()).toContain('hub-dwell KB');
    await house.get(HandoverDesk).departFromHub('KB', 'HUB1', courier);
    await house.get(TransportClocks).check();
    expect(await raised()).not.toContain('hub-dwell KB');
  });
});

describe('a lost tube', () => {
  it('is declared once, by however many', async () => {
    const desk = house.get(TubeLossDesk);
    await layTube(house.database, street, 'L1', []);
    const answers = await Promise.all(Array.from({ length: 6 }, () => desk.declareLost('L1', '丢失', packer)));
    expect(new Set(answers.map(({ lostAt }) => lostAt.getTime())).size).toBe(1);
    const entries = await house.database.query(
      `SELECT 1 FROM journal.entry WHERE topic = 'transport.tube-lost' AND subject = 'tube:L1'`,
    );
    expect(entries).toHaveLength(1);
    await expect(desk.declareLost('L1', '另一原因', packer)).rejects.toMatchObject({ code: 'tube-already-lost' });
    await expect(desk.declareLost('L-none', '丢失', packer)).rejects.toMatchObject({ code: 'unknown-tube' });
    await expect(desk.declareLost('K-open', '丢失', packer)).rejects.toMatchObject({
      code: 'open-tube-cannot-be-lost',
    });
  });

  it('is either lost or delivered when both come at once, never both', async () => {
    const desk = house.get(TubeLossDesk);
    for (let n = 0; n < 10; n += 1) {
      const barcode = `LD${n}`;
      await layTube(house.database, street, barcode, []);
      const [loss, delivery] = await Promise.allSettled([
        desk.declareLost(barcode, '丢失', packer),
        house.get(Transactions).run((tx) => desk.deliver(tx, [barcode], courier)),
      ]);
      const delivered = delivery.status === 'fulfilled' && delivery.value.length === 1;
      expect([loss.status === 'fulfilled', delivered].filter(Boolean)).toHaveLength(1);
      if (loss.status === 'rejected') expect(loss.reason).toBeInstanceOf(TubeIsAtLab);
    }
  });
});
