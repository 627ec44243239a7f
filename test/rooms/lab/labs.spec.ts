import { LabRegister } from '#journey/lab';
import type { Role } from '#platform/access';
import { openFront, type Front } from '../../support/house.js';
import { account } from '../../support/street.js';

let front: Front;

beforeAll(async () => {
  front = await openFront();
});
afterAll(() => front.close());

const put = (code: string, name: unknown, by: Role = 'admin') =>
  front.send(by, 'PUT', `/labs/${encodeURIComponent(code)}`, { name });
const topics = async () =>
  (
    await front.database.query<{ topic: string }>(
      `SELECT topic FROM journal.entry WHERE topic IN ('lab.lab-added', 'lab.lab-renamed', 'lab.staff-assigned') ORDER BY recorded_at, id`,
    )
  ).map(({ topic }) => topic);

describe('the laboratories of a city', () => {
  it('are added and named by an administrator, each once, and seen by all who send boxes there', async () => {
    const twice = await Promise.all([put('LAB-7', '第七实验室'), put('LAB-7', '第七实验室')]);
    expect(twice.map(({ status }) => status)).toEqual([200, 200]);
    expect((await put('LAB-7', '市疾控中心实验室')).body).toEqual({ code: 'LAB-7', name: '市疾控中心实验室' });
    expect(await topics()).toEqual(['lab.lab-added', 'lab.lab-renamed']);
    for (const who of ['admin', 'organiser', 'packer', 'lab'] as const) {
      expect((await front.send(who, 'GET', '/labs')).body).toEqual({
        labs: [{ code: 'LAB-7', name: '市疾控中心实验室' }],
      });
    }
  });

  it('are named by nobody else, and not by just any text', async () => {
    expect((await put('LAB-8', '第八', 'organiser')).status).toBe(403);
    for (const [code, name] of [['实验室', '第八'], ['-8', '第八'], ['8'.repeat(33), '第八'], ['LAB-8', ' '], ['LAB-8', 7]] as const) {
      expect((await put(code, name)).status).toBe(400);
    } // prettier-ignore
  });

  it('have people of their own: accounts of the laboratory, each for one', async () => {
    await put('LAB-9', '第九实验室');
    const one = await account(front.database, 'nine', 'lab');
    const assign = (id: string, code = 'LAB-9', by: Role = 'admin') =>
      front.send(by, 'PUT', `/labs/${code}/staff/${id}`, {});
    const staff = [{ accountId: one, username: 'nine', displayName: expect.any(String) as string, isActive: true }];
    const twice = await Promise.all([assign(one), assign(one)]);
    expect(twice.map(({ status, body }) => [status, body.staff])).toEqual([
      [200, staff],
      [200, staff],
    ]);
    expect((await topics()).filter((topic) => topic === 'lab.staff-assigned')).toHaveLength(1);
    expect(await front.get(LabRegister).labOf(one)).toBe('LAB-9');
    expect((await front.send('admin', 'GET', '/labs/LAB-9/staff')).body).toEqual({ staff });
    expect((await assign(one, 'LAB-7')).body.code).toBe('lab-is-not-for-account');
    expect((await assign(await account(front.database, 'boxer', 'packer'))).body.code).toBe('lab-is-not-for-account');
    expect((await assign('019e0000-0000-7000-8000-000000000000')).body.code).toBe('lab-is-not-for-account');
    expect((await assign(one, 'LAB-0')).body.code).toBe('unknown-lab');
    expect((await front.send('admin', 'GET', '/labs/LAB-0/staff')).body.code).toBe('unknown-lab');
    expect((await assign(one, 'LAB-9', 'organiser')).status).toBe(403);
  });
});
