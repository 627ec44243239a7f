import { readFileSync } from 'node:fs';
import { LabCounter, ReportDesk } from '#journey/lab';
import { ReconcileReport } from '#journey/results';
import { Transactions } from '#platform/database';
import type { Browser, Page } from 'playwright-core';
import { readXlsxLines } from '../../libs/platform/sheets/src/xlsx-lines.js';
import { chromiumHere, cutOff, openBrowser, shot, type Visit } from '../support/browser.js';
import { hostile, layControlRoom, registerSomebody, type ControlRoom } from '../support/control-room.js';
import { openFront, type Front } from '../support/house.js';
import { inOrder, signIn } from '../support/signed-in.js';
import { account } from '../support/street.js';

let front: Front;
let browser: Browser;
let room: ControlRoom;
beforeAll(async () => {
  front = await openFront();
  browser = await openBrowser();
  room = await layControlRoom(front);
});
afterAll(async () => {
  await browser.close();
  await front.close();
});

const signedIn = (as: string, place = '', how = {}): Promise<Visit> =>
  signIn(browser, front, `organiser/{lang}#/${place}`, as, how);

/** The figures of the first line, as they stand on the screen. */
const firstLine = async (page: Page): Promise<number[]> =>
  (await page.locator('.figure strong').allTextContents()).map((text) => Number(text.replace(/,/g, '')));

const untilFirstLine = async (page: Page, wanted: number[]): Promise<void> => {
  await page.waitForFunction(
    (said) =>
      [...document.querySelectorAll('.figure strong')].map((one) => one.textContent.replace(/,/g, '')).join() === said,
    wanted.join(),
    { timeout: 20_000 },
  );
};

async function totals(): Promise<number[]> {
  const { body } = await front.send('organiser', 'GET', `/rounds/${room.street.roundId}/coverage`);
  const { should, sampled, sent, tested, underReview } = body.total as Record<string, number>;
  return [should!, sampled!, sent!, tested!, underReview!];
}

async function swab(barcode: string, person: { id: string }): Promise<void> {
  const { roundId, stationId } = room.street;
  await front.send('scanner', 'POST', '/tubes', { barcode, roundId, stationId, poolClass: '10' });
  const body = { id: crypto.randomUUID(), resident: { id: person.id }, scannedAt: new Date().toISOString() };
  const { status } = await front.send('scanner', 'POST', `/tubes/${barcode}/swabs`, body);
  expect(status).toBe(201);
  // Somebody joins the queue as well: whoever follows the site hears that there is something new.
  await front.send('marshal', 'POST', `/sites/${room.street.siteId}/tickets`, { partySize: 1, lane: 'general' });
}

(chromiumHere() === undefined ? describe.skip : describe)('the control room', () => {
  it('says at once how far the round is, whether it will be done in time and where it is stuck', async () => {
    const visited = await signedIn('organiser');
    const { page } = visited;
    await untilFirstLine(page, await totals());
    expect(await page.locator('.forecast .verdict').textContent()).toMatch(/预计 .+ 采完/);
    expect(await page.locator('.funnel .late-mark').count()).toBeGreaterThan(0);
    expect(await page.locator('.bars .bar-name').first().textContent()).toBe('第一社区');
    await inOrder(visited);
    await shot(page, 'organiser-overview');
    const before = await totals();
    await swab('ZY90000001', room.street.residents[0]!);
    const after = [before[0]!, before[1]! + 1, ...before.slice(2)];
    expect(await totals()).toEqual(after);
    await untilFirstLine(page, after);

    await page.getByRole('button', { name: '冻结画面' }).click();
    await swab('ZY90000001', room.street.residents[1]!);
    await page.locator('.as-of.held').waitFor();
    expect(await firstLine(page)).toEqual(after);
    await page.getByRole('button', { name: '继续更新' }).click();
    await untilFirstLine(page, [after[0]!, after[1]! + 1, ...after.slice(2)]);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Will we make it?' }).waitFor();
    await inOrder(visited);
    await shot(page, 'organiser-overview');
    await page.close();
  });

  it('counts tables that would make the deadline', async () => {
    await front.database.query(`UPDATE campaign.round SET deadline = now() + interval '30 minutes' WHERE id = $1`, [
      room.street.roundId,
    ]);
    const { page } = await signedIn('organiser');
    await page.locator('.remedy strong').waitFor();
    expect(await page.locator('.remedy').textContent()).toMatch(/再开 \d+ 个采样台，可在截止前采完/);
    await shot(page, 'organiser-late');
    await page.close();
    await front.database.query(`UPDATE campaign.round SET deadline = now() + interval '9 hours' WHERE id = $1`, [
      room.street.roundId,
    ]);
  });

  it('goes down from the round to the door by keyboard, and keeps what somebody typed a name', async () => {
    const visited = await signedIn('organiser', 'coverage');
    const { page } = visited;
    await page.locator('.bars li').first().waitFor();
    await inOrder(visited);
    expect(await page.getByText(hostile, { exact: false }).count()).toBeGreaterThan(0);
    await shot(page, 'organiser-coverage');
    await page.getByRole('button', { name: '面积图' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.tile').first().waitFor();
    await inOrder(visited);
    // Map and heading together on one screen, and no lower part of the map out of sight.
    expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(0);
    expect((await page.locator('.treemap svg').first().boundingBox())!.height).toBeGreaterThan(320);
    await shot(page, 'organiser-treemap');
    await page.getByRole('link', { name: /^翰林社区/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '翰林社区' }).waitFor();
    await page
      .getByRole('link', { name: /第一网格/ })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '第一网格' }).waitFor();
    await page
      .getByRole('link', { name: /号楼的漏检名单|号楼/ })
      .first()
      .waitFor();
    await page.locator('.tools .button.main').focus();
    await page.keyboard.press('Enter');
    await page.locator('table.missing tbody tr').first().waitFor();
    expect(await page.locator('table.missing tbody tr').count()).toBe(9);
    await page.close();
  });

  it('shows one person in clear for a reason that stands in the journal, sends somebody, and hands the list over as text', async () => {
    const { id, number } = await registerSomebody(front, '赵六');
    const visited = await signedIn('organiser', 'missing/370811013001-01-01');
    const { page } = visited;
    const row = page.locator(`[data-row="${id}"]`);
    await row.waitFor();
    expect(await row.textContent()).not.toContain('赵六');
    await inOrder(visited);
    await row.getByRole('button', { name: /查看/ }).click();
    await page.getByLabel('具体原因').fill(`${hostile} 电话通知`);
    await page.getByRole('checkbox', { name: '证件号' }).check();
    await inOrder(visited);
    await shot(page, 'organiser-unmask');
    await page.getByRole('button', { name: '查看并记录' }).click();
    await row.getByText('赵六').waitFor();
    expect(await row.textContent()).toContain(number);
    expect(await row.getByRole('link').getAttribute('href')).toBe('tel:13800000001');
    const seen = await front.database.query(
      `SELECT payload ->> 'reason' AS reason FROM journal.entry WHERE topic LIKE '%unmask%' AND subject = $1`,
      [`resident:${id}`],
    );
    expect(seen).toHaveLength(1);

    const gridworker = await account(front.database, 'gridworker');
    await row.getByRole('checkbox').check();
    await page.locator('.assignment select').selectOption(gridworker);
    await page.getByRole('button', { name: '安排', exact: true }).click();
    await row.getByText('gridworker').waitFor();
    const visits = await front.database.query('SELECT visitor_id FROM campaign.home_visit WHERE resident_id = $1', [
      id,
    ]);
    expect(visits).toEqual([{ visitor_id: gridworker }]);
    await shot(page, 'organiser-missing');

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 Excel' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^漏检名单-1号楼-[\d-]+\.xlsx$/);
    const bytes = readFileSync(await download.path());
    const lines: string[][] = [];
    const file = {
      size: bytes.length,
      async *slice(start: number, end: number) {
        yield await Promise.resolve(bytes.subarray(start, end));
      },
    };
    for await (const { cells } of readXlsxLines(file, { unpackedBytes: 1e7, textBytes: 1e7 }))
      lines.push(cells as never);
    expect(lines[0]).toContain('证件号');
    expect(lines.flat().join()).toContain(number);
    expect(bytes.toString()).toContain(`t="inlineStr"><is><t xml:space="preserve">${number}</t>`);
    await page.close();

    const own = await signedIn('gridworker', 'missing');
    await own.page.getByLabel('只看安排给我的').check();
    await own.page.waitForFunction(() => document.querySelectorAll('table.missing tbody tr').length === 1);
    await inOrder(own);
    await own.page.close();
  });

  it('holds everybody of a positive tube until they are released, with somebody who sees to each', async () => {
    const { way, street } = room;
    const [box] = await front.database.query<{ barcodes: string[] }>(
      `SELECT array_agg(barcode ORDER BY barcode) AS barcodes FROM transport.box_tube WHERE box_code = 'XZ-0001'`,
    );
    const [positive, ...rest] = box!.barcodes;
    await front.get(LabCounter).record({ boxCode: 'XZ-0001', accepted: box!.barcodes, rejected: [] }, way.lab);
    const testedAt = new Date().toISOString();
    const rows = [
      { barcode: positive, outcome: 'positive' },
      ...rest.slice(0, 4).map((barcode) => ({ barcode, outcome: 'negative' })),
    ];
    const report = Buffer.from(rows.map((one) => JSON.stringify({ ...one, testedAt })).join('\n'));
    const { id } = await front.get(ReportDesk).upload({ bytes: report, contentType: 'application/x-ndjson' }, way.lab);
    await front.get(Transactions).run((tx) => front.get(ReconcileReport).handle(tx, { reportId: id }));
    const visited = await signedIn('organiser', 'recalls');
    const { page } = visited;
    await page.getByText(positive!).waitFor();
    const [total] = await front.database.query<{ held: number }>(
      `SELECT count(*)::int AS held FROM results.recall_order WHERE round_id = $1 AND state = 'open'`,
      [street.roundId],
    );
    expect(await page.locator('.tube-recalls tbody tr').count()).toBe(total!.held);
    await page.locator('.tube-recalls select').first().selectOption({ label: 'gridworker' });
    await expectAssigned(street.roundId);
    await inOrder(visited);
    await shot(page, 'organiser-recalls');
    await page.goto(page.url().replace(/#.*/, '#/overview'));
    await untilFirstLine(page, await totals());
    expect((await firstLine(page))[4]).toBe(total!.held);
    await page.close();
  });

  it('fits a wall, and a sheet of paper', async () => {
    const visited = await signedIn('organiser', 'wall', { viewport: { width: 1920, height: 1080 } });
    const { page } = visited;
    await page.locator('.wall-rows li').nth(9).waitFor();
    expect(await page.locator('.wall-rows').first().locator('li').count()).toBe(8);
    expect((await cutOff(page)).filter((text) => !text.includes('wall-name'))).toEqual([]);
    await inOrder(visited);
    await shot(page, 'organiser-wall');
    await page.close();
    const paper = await signedIn('organiser', 'report', { lang: 'en' });
    await paper.page.locator('.paper .sum').waitFor();
    await inOrder(paper);
    await shot(paper.page, 'organiser-report');
    await paper.page.emulateMedia({ media: 'print' });
    expect(await paper.page.locator('.menu').isVisible()).toBe(false);
    await paper.page.close();
  });
});

async function expectAssigned(roundId: string): Promise<void> {
  const assigned = () =>
    front.database.query('SELECT 1 FROM results.recall_order WHERE round_id = $1 AND assignee_id IS NOT NULL', [
      roundId,
    ]);
  for (let tries = 0; tries < 50 && (await assigned()).length === 0; tries += 1)
    await new Promise((go) => setTimeout(go, 100));
  expect(await assigned()).toHaveLength(1);
}
