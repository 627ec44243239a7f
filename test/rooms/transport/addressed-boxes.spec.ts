import { LabRegister } from '#journey/lab';
import { HandoverDesk, PackingBench } from '#journey/transport';
import { AccountRegister } from '#platform/access';
import { openFront, type Front } from '../../support/house.js';
import { labMember } from '../../support/lab.js';
import { layStreet, type Street } from '../../support/street.js';
import { layTube } from '../../support/tubes.js';

let front: Front;
let street: Street;
let packer: string;
let courier: string;

beforeAll(async () => {
  front = await openFront();
  street = await layStreet(front.database, 3);
  const ids = await front.get(AccountRegister).idsByUsername(['packer', 'courier']);
  [packer, courier] = [ids.get('packer')!, ids.get('courier')!];
  for (const lab of ['LAB1', 'LAB2']) await front.get(LabRegister).put(lab, lab, null);
});
afterAll(() => front.close());

const somebodyOf = (lab: string) => labMember(front, `of-${lab.toLowerCase()}`, lab);

async function onTheRoad(code: string, labCode?: string): Promise<void> {
  const bench = front.get(PackingBench);
  await bench.open({ code, siteId: street.siteId, labCode }, packer);
  await layTube(front.database, street, `${code}-T`, []);
  await bench.pack(code, [`${code}-T`], packer);
  await bench.seal(code, 1, packer);
  await front.get(HandoverDesk).dispatch(code, { givenBy: 'packer' }, courier);
}

async function listed(lab: Awaited<ReturnType<typeof somebodyOf>>): Promise<string[]> {
  const { boxes } = (await lab('GET', '/boxes')).body as { boxes: { code: string }[] };
  return boxes.map(({ code }) => code);
}

describe('a laboratory', () => {
  it('sees the boxes on the road that are addressed to it, and no others exist for it', async () => {
    await onTheRoad('A1', 'LAB1');
    await onTheRoad('A2', 'LAB2');
    await onTheRoad('A3');
    const [one, two] = [await somebodyOf('LAB1'), await somebodyOf('LAB2')];
    expect([await listed(one), await listed(two)]).toEqual([['A1'], ['A2']]);
    const [theirs, missing] = [await one('GET', '/boxes/A2'), await one('GET', '/boxes/A9')];
    expect([theirs.status, theirs.body.code]).toEqual([404, missing.body.code]);
    expect((await one('PUT', '/boxes/A2/receipt', { givenBy: 'courier' })).status).toBe(404);
    const receipt = { boxCode: 'A2', accepted: ['A2-T'], rejected: [] };
    expect((await one('POST', '/lab/receipts', receipt)).status).toBe(404);
    expect((await one('GET', '/tubes/A2-T')).status).toBeGreaterThanOrEqual(403);
    expect((await two('PUT', '/boxes/A2/receipt', { givenBy: 'courier' })).status).toBe(200);
    expect((await one('GET', '/boxes/A2')).status).toBe(404);
  });

  it('signs for a box that is addressed to nobody when it has it in hand, and for others it is gone then', async () => {
    await onTheRoad('A4');
    const [one, two] = [await somebodyOf('LAB1'), await somebodyOf('LAB2')];
    expect((await one('PUT', '/boxes/A4/receipt', { givenBy: 'courier' })).status).toBe(200);
    expect((await two('GET', '/boxes/A4')).status).toBe(404);
    expect(await listed(one)).toContain('A4');
  });
});
