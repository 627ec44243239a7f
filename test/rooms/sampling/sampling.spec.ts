import { uuidv7 } from 'uuidv7';
import { SamplingModule, SamplingStation, TubeInspection, type SwabAct } from '#journey/sampling';
import { bodyHash } from '#platform/database';
import { openHouse, type House } from '../../support/house.js';
import { layStreet, type Street } from '../../support/street.js';

let house: House;
let street: Street;
let station: SamplingStation;
let inspection: TubeInspection;
let next = 0;
let tubes = 0;

beforeAll(async () => {
  house = await openHouse([SamplingModule]);
  street = await layStreet(house.database, 400);
  station = house.get(SamplingStation);
  inspection = house.get(TubeInspection);
});
afterAll(() => house.close());

async function openTube(poolClass: '10' | '5' | 'single' | 'household' = '10'): Promise<string> {
  tubes += 1;
  const barcode = `T${String(tubes).padStart(5, '0')}`;
  const { roundId, stationId, scannerId } = street;
  await station.open({ barcode, roundId, stationId, poolClass, openedBy: scannerId });
  return barcode;
}

/** The next people of the street who were not used by another test. */
function people(count: number): Street['residents'] {
  const taken = street.residents.slice(next, next + count);
  next += count;
  return taken;
}

function act(tube: string, residentId: string, given: Partial<SwabAct> = {}): SwabAct {
  const id = given.id ?? uuidv7();
  const resident = given.resident ?? { id: residentId };
  return {
    id,
    tube,
    resident,
    scannedAt: new Date(),
    actorId: street.scannerId,
    bodyHash: bodyHash([tube, residentId]),
    ...given,
  };
}

const rowsOf = (tube: string) =>
  house.database.query<{ id: string; place: number }>(
    'SELECT id, place FROM sampling.swab WHERE tube_barcode = $1 ORDER BY place',
    [tube],
  );

const outcomes = (settled: PromiseSettledResult<unknown>[]) =>
  settled.map((one) => (one.status === 'fulfilled' ? 'recorded' : (one.reason as { code: string }).code));

describe('a table fills a ten-in-one tube', () => {
  it('gives the first ten of sixty-four at once the places 1 to 10 and refuses the others in words', async () => {
    const tube = await openTube();
    const settled = await Promise.allSettled(people(64).map(({ id }) => station.swab(act(tube, id))));
    const answers = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value.place] : []));
    expect(answers.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const refused = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused).toHaveLength(54);
    for (const refusal of refused) {
      expect(refusal.code).toBe('tube-is-full');
      expect(refusal.words['zh-CN']).toContain('换管');
    }
    expect((await rowsOf(tube)).map(({ place }) => place)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(await inspection.show(tube)).toMatchObject({ filled: 10, capacity: 10 });
  });

  it('answers the same swab sent five times at once five times alike and keeps one', async () => {
    const tube = await openTube();
    const [person] = people(1);
    const one = act(tube, person!.id);
    const answers = await Promise.all(Array.from({ length: 5 }, () => station.swab(one)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toEqual({ id: one.id, tube, place: 1, filled: 1, capacity: 10, masked: '王*' });
    expect(await rowsOf(tube)).toEqual([{ id: one.id, place: 1 }]);
  });

  it('answers a repeat after the tube was filled and sealed as it did the first time', async () => {
    const tube = await openTube('5');
    const acts = people(5).map(({ id }) => act(tube, id));
    const first = await Promise.all(acts.map((one) => station.swab(one)));
    await station.seal(tube, { countedSwabs: 5 }, street.scannerId);
    expect(await Promise.all(acts.map((one) => station.swab(one)))).toEqual(first);
  });

  it('refuses another swab under an id that was used, one after the other and at once', async () => {
    const tube = await openTube();
    const [a, b, c] = people(3);
    const one = act(tube, a!.id);
    await station.swab(one);
    await expect(station.swab(act(tube, b!.id, { id: one.id }))).rejects.toMatchObject({ code: 'swab-id-taken' });
    const id = uuidv7();
    const settled = await Promise.allSettled([
      station.swab(act(tube, b!.id, { id })),
      station.swab(act(tube, c!.id, { id })),
    ]);
    expect(outcomes(settled).sort()).toEqual(['recorded', 'swab-id-taken']);
    expect(await rowsOf(tube)).toHaveLength(2);
  });

  it('takes one person once in a round, however many tables scan them at the same moment', async () => {
    const [first, second, third] = [await openTube(), await openTube(), await openTube()];
    const [person] = people(1);
    const settled = await Promise.allSettled(
      [first, second, third, first, second, third].map((tube) => station.swab(act(tube, person!.id))),
    );
    expect(outcomes(settled).filter((code) => code === 'recorded')).toHaveLength(1);
    expect(outcomes(settled).filter((code) => code === 'already-sampled')).toHaveLength(5);
    const places = [...(await rowsOf(first)), ...(await rowsOf(second)), ...(await rowsOf(third))];
    expect(places.map(({ place }) => place)).toEqual([1]);
  });

  it('tells when and in which tube somebody was sampled', async () => {
    const tube = await openTube();
    const [person] = people(1);
    await station.swab(act(tube, person!.id));
    await expect(station.swab(act(tube, person!.id))).rejects.toMatchObject({
      words: { 'zh-CN': expect.stringMatching(/^王\* 今天 \d\d:\d\d 已在管 T\d{5} 采样/) },
    });
  });

  it('gives places without a gap while half of the scans are repeats and doubles', async () => {
    const crowd = people(40);
    const barcodes = await Promise.all([openTube(), openTube(), openTube(), openTube()]);
    const acts = crowd.map(({ id }, n) => act(barcodes[n % 4]!, id));
    const doubles = crowd.map(({ id }, n) => act(barcodes[(n + 1) % 4]!, id));
    const settled = await Promise.allSettled([...acts, ...acts, ...doubles].map((one) => station.swab(one)));
    expect(outcomes(settled.slice(0, 80)).every((code) => code === 'recorded')).toBe(true);
    for (const barcode of barcodes) {
      expect((await rowsOf(barcode)).map(({ place }) => place)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    }
  });

  it('stores one bad scan for nobody and the scans beside it all the same', async () => {
    const tube = await openTube();
    const [a, b] = people(2);
    const settled = await Promise.allSettled([
      station.swab(act(tube, a!.id)),
      station.swab(act(tube, uuidv7())),
      station.swab(act('T\u0000', b!.id)),
      station.swab(act('NO-SUCH-TUBE', b!.id)),
      station.swab(act(tube, b!.id)),
    ]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected', 'fulfilled']);
    expect((await rowsOf(tube)).map(({ place }) => place)).toEqual([1, 2]);
  });

  it('writes what it recorded into the journal, once', async () => {
    const tube = await openTube();
    const acts = people(10).map(({ id }) => act(tube, id));
    await Promise.all(acts.map((one) => station.swab(one)));
    await Promise.all(acts.map((one) => station.swab(one)));
    const [row] = await house.database.query<{ times: number }>(
      `SELECT count(*)::int AS times FROM journal.entry, jsonb_array_elements(payload -> 'swabs') AS swab
        WHERE topic = 'sampling.swabs-recorded' AND swab ->> 1 = $1`,
      [tube],
    );
    expect(row?.times).toBe(10);
  });

  it("keeps our time as the sampling time when the device's clock is a day off", async () => {
    const tube = await openTube();
    const [person] = people(1);
    await station.swab(act(tube, person!.id, { scannedAt: new Date('1970-01-01T00:00:00Z') }));
    const { members } = await inspection.show(tube);
    expect(Math.abs(members[0]!.sampledAt.getTime() - Date.now())).toBeLessThan(60_000);
  });
});

describe('closing a round while people are scanned', () => {
  const close = `UPDATE campaign.round SET state = 'closed' WHERE id = $1`;

  it('waits for the swabs that are being written, and then lets nobody in', async () => {
    const tube = await openTube();
    const [writing, late] = people(2);
    const batch = house.database.source.createQueryRunner();
    await batch.startTransaction();
    try {
      const [verdict] = (await batch.query(
        `SELECT outcome FROM sampling.record_swabs(ARRAY[$1::uuid], ARRAY[$2::bytea], ARRAY[$3], ARRAY[$4::uuid],
                                                   ARRAY[NULL::bytea], ARRAY[now()], ARRAY[$5::uuid])`,
        [uuidv7(), bodyHash('writing'), tube, writing!.id, street.scannerId],
      )) as { outcome: string }[];
      expect(verdict!.outcome).toBe('recorded');
      const impatient = house.database.source.transaction(async (manager) => {
        await manager.query(`SET LOCAL lock_timeout = '300ms'`);
        await manager.query(close, [street.roundId]);
      });
      await expect(impatient).rejects.toMatchObject({ driverError: { code: '55P03' } });
      await batch.commitTransaction();
    } finally {
      if (batch.isTransactionActive) await batch.rollbackTransaction();
      await batch.release();
    }
    await house.database.query(close, [street.roundId]);
    await expect(station.swab(act(tube, late!.id))).rejects.toMatchObject({ code: 'round-is-not-running' });
    await expect(openTube()).rejects.toMatchObject({ code: 'round-is-not-running' });
    expect(await rowsOf(tube)).toHaveLength(1);
    await house.database.query(`UPDATE campaign.round SET state = 'open' WHERE id = $1`, [street.roundId]);
  });
});

describe('who goes into which tube', () => {
  it('leads people who must be sampled singly to a single tube', async () => {
    const [person] = people(1);
    await house.database.query('UPDATE community.resident SET single_only = true WHERE id = $1', [person!.id]);
    await expect(station.swab(act(await openTube(), person!.id))).rejects.toMatchObject({ code: 'single-tube-only' });
    expect(await station.swab(act(await openTube('single'), person!.id))).toMatchObject({ place: 1, capacity: 1 });
  });

  it('keeps a household tube to one household, also when two households arrive at once', async () => {
    const [a, b] = [people(3), people(3)];
    for (const family of [a, b]) {
      await house.database.query('UPDATE community.resident SET household_id = $1 WHERE id = ANY ($2)', [
        family[0]!.householdId,
        family.map(({ id }) => id),
      ]);
    }
    const tube = await openTube('household');
    const settled = await Promise.allSettled([...a, ...b].map(({ id }) => station.swab(act(tube, id))));
    expect(outcomes(settled).filter((code) => code === 'other-household')).toHaveLength(3);
    expect((await rowsOf(tube)).map(({ place }) => place)).toEqual([1, 2, 3]);
    expect(await station.seal(tube, { countedSwabs: 3 }, street.scannerId)).toMatchObject({ state: 'sealed' });
  });
});

describe('sealing and withdrawing', () => {
  it('compares the counted swabs and asks for a reason when the tube is not full', async () => {
    const tube = await openTube();
    await Promise.all(people(3).map(({ id }) => station.swab(act(tube, id))));
    const seal = (request: Parameters<SamplingStation['seal']>[1]) => station.seal(tube, request, street.scannerId);
    await expect(seal({ countedSwabs: 2 })).rejects.toMatchObject({ code: 'count-differs' });
    await expect(seal({ countedSwabs: 3 })).rejects.toMatchObject({ code: 'not-full-needs-reason' });
    const sealed = await seal({ countedSwabs: 3, reason: 'end-of-session' });
    expect(await seal({ countedSwabs: 3, reason: 'end-of-session' })).toEqual(sealed);
    await expect(seal({ countedSwabs: 3, reason: 'deadline' })).rejects.toMatchObject({ code: 'tube-is-sealed' });
  });

  it('never lets a swab into a tube that is being sealed at the same moment', async () => {
    const tube = await openTube();
    await Promise.all(people(5).map(({ id }) => station.swab(act(tube, id))));
    const seal = () => station.seal(tube, { countedSwabs: 5, reason: 'last-in-line' }, street.scannerId);
    const late = people(4).map(({ id }) => station.swab(act(tube, id)));
    const settled = await Promise.allSettled([seal(), ...late, seal()]);
    const shown = await inspection.show(tube);
    const recorded = outcomes(settled.slice(1, 5)).filter((code) => code === 'recorded').length;
    expect(shown.members).toHaveLength(5 + recorded);
    expect(shown.filled).toBe(5 + recorded);
    if (shown.state === 'sealed') expect(shown.countedSwabs).toBe(shown.filled);
  });

  it('keeps the place of a withdrawn swab and lets the person come again', async () => {
    const tube = await openTube();
    const [a, b] = people(2);
    const wrong = act(tube, a!.id);
    await station.swab(wrong);
    await station.swab(act(tube, b!.id));
    const voided = await inspection.voidSwab(tube, wrong.id, 'wrong person', street.scannerId);
    expect(await inspection.voidSwab(tube, wrong.id, 'wrong person', street.scannerId)).toEqual(voided);
    expect(await station.swab(act(tube, a!.id))).toMatchObject({ place: 3 });
    await expect(station.swab(act(tube, a!.id))).rejects.toMatchObject({ code: 'already-sampled' });
  });

  it('withdraws nothing from a sealed tube', async () => {
    const tube = await openTube('single');
    const [person] = people(1);
    const one = act(tube, person!.id);
    await station.swab(one);
    await station.seal(tube, { countedSwabs: 1 }, street.scannerId);
    await expect(inspection.voidSwab(tube, one.id, 'late', street.scannerId)).rejects.toMatchObject({
      code: 'tube-is-sealed',
    });
  });
});

describe('opening a tube', () => {
  const ask = (given = {}) => ({
    barcode: `X${uuidv7().slice(-8)}`,
    roundId: street.roundId,
    stationId: street.stationId,
    poolClass: '10' as const,
    openedBy: street.scannerId,
    ...given,
  });

  it('is the same tube when said twice or five times at once', async () => {
    const asked = ask();
    const opened = await Promise.all(Array.from({ length: 5 }, () => station.open(asked)));
    expect(new Set(opened.map(({ openedAt }) => openedAt.getTime())).size).toBe(1);
  });

  it('never uses a code twice', async () => {
    const asked = ask();
    await station.open(asked);
    await expect(station.open({ ...asked, poolClass: '20' })).rejects.toMatchObject({
      code: 'tube-code-taken',
    });
  });

  it('needs a running round, a class of that round, a station and a pair on shift', async () => {
    await expect(station.open(ask({ roundId: uuidv7() }))).rejects.toMatchObject({ code: 'unknown-round' });
    await expect(station.open(ask({ stationId: uuidv7() }))).rejects.toMatchObject({ code: 'unknown-station' });
    await house.database.query(`UPDATE campaign.round SET state = 'closed' WHERE id = $1`, [street.roundId]);
    await expect(station.open(ask())).rejects.toMatchObject({ code: 'round-is-not-running' });
    await house.database.query(`UPDATE campaign.round SET state = 'open' WHERE id = $1`, [street.roundId]);
    await house.database.query(
      `UPDATE site.shift SET during = tstzrange(now() - interval '2 h', now() - interval '1 h')`,
    );
    await expect(station.open(ask())).rejects.toMatchObject({ code: 'nobody-on-shift' });
  });
});
