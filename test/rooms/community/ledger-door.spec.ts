import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import { DemonstrationStreet, LedgerLimits } from '#journey/community';
import { AccountRegister, ScopeRegister } from '#platform/access';
import { openFront, testPassword, type Front } from '../../support/house.js';
import { idOf } from './people.js';
import { workbookOf } from '../../support/workbook.js';

let front: Front;
beforeAll(async () => {
  front = await openFront();
  await front.get(DemonstrationStreet).load({ residents: 0 });
});
afterAll(() => front.close());

describe('handing in a ledger over HTTP', () => {
  const csv = { 'content-type': 'text/csv; charset=utf-8' };
  const xlsx = { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };
  async function done(id: string) {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const answer = await front.send('gridworker', 'GET', `/ledger-imports/${id}`);
      if (['done', 'refused'].includes(answer.body.state)) return answer.body;
      await pause(50);
    }
    throw new Error('the import did not end');
  }

  const left = () => readdir(join(front.settings.dataDir, 'ledger-imports')).catch(() => []);
  async function until(come: () => Promise<boolean>) {
    for (let attempt = 0; attempt < 400; attempt += 1) {
      if (await come()) return;
      await pause(25);
    }
    throw new Error('it did not come to that');
  }

  it('a CSV is taken at once, read afterwards, and its errors are listed', async () => {
    const rows = Array.from({ length: 20 }, (_, at) => `王明,${at === 3 ? '123' : idOf(100 + at)},370811013001-01`);
    const taken = await front.send(
      'gridworker',
      'POST',
      '/ledger-imports',
      ['姓名,身份证号,网格编码', ...rows].join('\n'),
      csv,
    );
    expect(taken.status).toBe(202);
    const outcome = await done(taken.body.id);
    expect(outcome).toMatchObject({
      state: 'done',
      counts: { read: 20, added: 19, refused: 1 },
      errors: [{ line: 5, column: '证件号码' }],
    });
    const errors = await front.send('gridworker', 'GET', `/ledger-imports/${taken.body.id}/errors?limit=1`);
    expect(errors.body.items).toHaveLength(1);
  });

  it('takes a grid worker’s people of their own grid, and refuses those of another, line by line', async () => {
    const { id: worker } = await front
      .get(AccountRegister)
      .add({ username: 'gridworker', role: 'gridworker', displayName: 'gridworker', password: testPassword });
    expect((await front.send('gridworker', 'GET', '/areas/370811013001-02')).status).toBe(200);
    const scopes = front.get(ScopeRegister);
    await scopes.put(worker, [{ kind: 'area', key: '370811013001-01' }], null);
    try {
      const rows = [`王明,${idOf(900)},370811013001-01`, `李红,${idOf(901)},370811013001-02`];
      const taken = await front.send(
        'gridworker',
        'POST',
        '/ledger-imports',
        ['姓名,身份证号,网格编码', ...rows].join('\n'),
        csv,
      );
      const outcome = await done(taken.body.id);
      expect(outcome).toMatchObject({
        counts: { read: 2, added: 1, refused: 1 },
        errors: [{ line: 3, code: 'area-is-unknown' }],
      });
    } finally {
      await scopes.put(worker, [{ kind: 'all', key: '*' }], null);
    }
  });

  it('a workbook likewise', async () => {
    const workbook = workbookOf([
      ['姓名', '身份证号', '网格编码'],
      ['李红', idOf(200), '370811013002-01'],
    ]);
    const taken = await front.send('gridworker', 'POST', '/ledger-imports', workbook, xlsx);
    expect((await done(taken.body.id)).counts).toMatchObject({ read: 1, added: 1 });
  });

  it('a file that is too large is refused by its announced length, and an endless one while it comes', async () => {
    const limit = front.get(LedgerLimits).uploadBytes;
    const announced = await front
      .send('gridworker', 'POST', '/ledger-imports', Buffer.alloc(limit + 1, 'a'), csv)
      .catch(() => undefined);
    if (announced !== undefined) expect([announced.status, announced.body.code]).toEqual([413, 'ledger-is-too-large']);
    expect(await left()).toEqual([]);
  });

  it('an upload that breaks off leaves nothing behind', async () => {
    const before = await front.database.query('SELECT count(*) FROM community.ledger_import');
    const socket = connect(Number(new URL(front.url).port), '127.0.0.1');
    const token = await front.tokenOf('gridworker');
    socket.write(
      `POST /api/v1/ledger-imports HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\ncontent-type: text/csv\r\ncontent-length: 100000\r\n\r\n姓名,身份证号,网格编码\n`,
    );
    await until(async () => (await left()).length === 1);
    socket.destroy();
    await until(async () => (await left()).length === 0);
    expect(await front.database.query('SELECT count(*) FROM community.ledger_import')).toEqual(before);
  });

  it('what is no ledger is refused with advice and never a failure of ours', async () => {
    const refused = async (body: string | Buffer | undefined, headers: Record<string, string>) => {
      const answer = await front.send('gridworker', 'POST', '/ledger-imports', body, headers);
      return [answer.status, answer.body.code];
    };
    expect(await refused(Buffer.from([0xff, 0xfe, 0x41, 0]), csv)).toEqual([400, 'sheet-is-utf16']);
    expect(await refused('姓名,手机\n', csv)).toEqual([400, 'ledger-column-is-missing']);
    expect(await refused('', csv)).toEqual([400, 'sheet-is-empty']);
    expect(await refused('PK\u0003\u0004nothing', xlsx)).toEqual([400, 'sheet-workbook-is-broken']);
    expect(await refused('{}', { 'content-type': 'application/json' })).toEqual([415, 'media-type-not-supported']);
    expect(await refused('x', { 'content-type': 'image/png' })).toEqual([415, 'media-type-not-supported']);
    expect(await refused(undefined, {})).toEqual([415, 'media-type-not-supported']);
    expect((await front.send('scanner', 'POST', '/ledger-imports', 'a', csv)).status).toBe(403);
    expect((await front.send('gridworker', 'GET', `/ledger-imports/${uuidv7()}`)).body.code).toBe(
      'ledger-import-is-unknown',
    );
  });
});
