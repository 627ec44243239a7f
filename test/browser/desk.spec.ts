/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core';
import { LabRegister } from '#journey/lab';
import { ReconcileReport } from '#journey/results';
import { AccountRegister, ScopeRegister, type Role } from '#platform/access';
import { Transactions } from '#platform/database';
import { axeFinds } from '../support/axe.js';
import { chromiumHere, isTakingPictures, openBrowser, shot, visit } from '../support/browser.js';
import { openFront, testPassword, type Front } from '../support/house.js';
import { labMember } from '../support/lab.js';
import { scan as scannerTypes } from '../support/scanner.js';
import { account, layStreet, type Street } from '../support/street.js';
import { layTube } from '../support/tubes.js';
import { workbookOf } from '../support/workbook.js';

const desk = { viewport: { width: 1366, height: 768 } };
const phone = { viewport: { width: 390, height: 844 } };

let front: Front;
let street: Street;
let browser: Browser;
beforeAll(async () => {
  front = await openFront();
  street = await layStreet(front.database, 12);
  const labs = front.get(LabRegister);
  await labs.put('LAB1', '第一实验室', null);
  await labs.assign(await account(front.database, 'lab'), 'LAB1', null);
  await labs.put('LAB2', '第二实验室', null);
  await labMember(front, 'colleague', 'LAB1');
  await labMember(front, 'stranger', 'LAB2');
  // As a city begins: what is positive needs a second person.
  await front.database.query(`UPDATE campaign.round SET settings = '{}' WHERE id = $1`, [street.roundId]);
  for (let n = 1; n <= 6; n += 1) await layTube(front.database, street, `T00${n}`, [street.residents[n - 1]!]);
  await layTube(front.database, street, 'T007', [street.residents[9]!]);
  await layTube(front.database, street, 'T0OPEN', [street.residents[8]!], { open: true });
  const night = { username: 'night', role: 'organiser', displayName: '夜班', password: testPassword } as const;
  const { id } = await front.get(AccountRegister).add(night);
  await front.get(ScopeRegister).put(id, [{ kind: 'all', key: '*' }], null);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await front.close();
});

/** Signs somebody in by keyboard alone. */
async function signIn(role: Role | 'night', how = desk, language = 'zh-CN') {
  const visited = await visit(browser, `${new URL(front.url).origin}/desk/?lang=${language}`, how);
  const { page } = visited;
  page.setDefaultTimeout(10_000);
  await page.locator('input[name=username]').focus();
  await page.keyboard.type(role);
  await page.keyboard.press('Tab');
  await page.keyboard.type(testPassword);
  await page.keyboard.press('Enter');
  await page.locator('.desk-head').waitFor();
  return visited;
}

async function scan(page: Page, code: string): Promise<void> {
  await page.locator('.scan-field').waitFor();
  await scannerTypes(page, code);
}

/** The same in English. */
async function axeInEnglish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'English' }).click();
  expect(await axeFinds(page)).toEqual([]);
  await page.getByRole('button', { name: '中文' }).click();
}

/** A second person signs at the desk of the first, by keyboard. */
async function signAs(page: Page, username: string, password = testPassword): Promise<void> {
  await page.locator('.second-look [name=username]').fill(username);
  await page.locator('.second-look [name=password]').fill(password);
  await page.keyboard.press('Enter');
}

const verdict = (page: Page, text: string) => page.locator('.verdict strong', { hasText: text }).waitFor();

async function scanned(page: Page, code: string, word: string): Promise<void> {
  await scan(page, code);
  await page.locator('.last-scans li').first().filter({ hasText: code }).filter({ hasText: word }).waitFor();
}

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });
const head = ['采样管编号', '检测结果', '检测时间'];
const rowsOf = (...rows: [string, string][]) => [head, ...rows.map((row) => [...row, clock.format(new Date())])];
const csvOf = (rows: string[][]) => Buffer.from(rows.map((row) => row.join(',')).join('\n'));
const nameOfScript = isTakingPictures
  ? '检测结果-第1批.csv'
  : '<img src=x onerror=alert(1)>"><script>alert(2)</script>.csv';

/** What the errands of the house do after a report was entered. */
async function publish(): Promise<void> {
  const handler = front.get(ReconcileReport);
  const reports = await front.database.query<{ id: string }>(`SELECT id FROM lab.report WHERE state = 'applied'`);
  for (const { id } of reports) await front.get(Transactions).run((tx) => handler.handle(tx, { reportId: id }));
}

async function answers(): Promise<string[]> {
  const rows = await front.database.query<{ status: string }>('SELECT status FROM results.answer ORDER BY status');
  return rows.map(({ status }) => status);
}

async function drop(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
}

(chromiumHere() === undefined ? describe.skip : describe)('the desk', () => {
  it('packs and seals a box by scanner and keyboard, and says of every scan what became of it', async () => {
    const { page, complaints } = await signIn('packer');
    await page.getByText('扫描箱码开始装箱').waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await shot(page, 'desk-pack-start');
    await scan(page, 'BOX-1');
    await page.getByText('新箱 BOX-1').waitFor();
    await scan(page, 'BOX-1');
    await page.locator('.bench').waitFor();
    await scanned(page, 'T001', '已装箱');
    await scanned(page, 'T001', '已在本箱');
    await scanned(page, 'T0OPEN', '尚未封管');
    await scanned(page, 'T999', '未登记的管码');
    await scanned(page, 'BOX-1', '这是本箱的箱码');
    await scanned(page, 'SH1.k.r.1.2.s', '这是居民码');
    // Two at once: nobody waits, and both are judged in their order.
    await scan(page, 'T002');
    await scan(page, 'T003');
    await verdict(page, '已装箱');
    await page.locator('[data-testid=known]', { hasText: '3' }).waitFor();
    await scanned(page, 'T004', '已装箱');
    expect(await axeFinds(page)).toEqual([]);
    await shot(page, 'desk-pack');
    await axeInEnglish(page);

    await page.locator('input[name=counted]').focus();
    await page.keyboard.type('3');
    await page.keyboard.press('Enter');
    await page.getByText('桌上 3 管，系统 4 管，差 1 管').waitFor();
    await shot(page, 'desk-pack-differs');
    await page.getByRole('button', { name: '逐管清点' }).press('Enter');
    for (const code of ['T001', 'T002', 'T003', 'T005']) await scan(page, code);
    await page.getByText('系统里有，还没扫到（1 管）').waitFor();
    await page.getByText('扫到了，系统里没有（1 管）').waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await shot(page, 'desk-pack-recount');
    await page.getByRole('button', { name: '取出 T004' }).press('Enter');
    await page.getByRole('group', { name: /T004/ }).getByRole('button', { name: '取出' }).press('Enter');
    await page.getByRole('button', { name: '补装' }).press('Enter');
    await page.getByText('全部相符：4 管').waitFor();
    await page.getByRole('button', { name: '结束清点' }).press('Enter');
    await page.locator('input[name=counted]').focus();
    await page.keyboard.type('4');
    await page.keyboard.press('Enter');
    await verdict(page, '已封箱 · 4');
    await shot(page, 'desk-sealed');
    await page.emulateMedia({ media: 'print' });
    await shot(page, 'desk-label');
    await page.emulateMedia({ media: null });
    const [box] = await front.database.query<object>(
      `SELECT state, counted_tubes FROM transport.box WHERE code = 'BOX-1'`,
    );
    expect(box).toEqual({ state: 'sealed', counted_tubes: 4 });
    expect(complaints.filter((one) => !/status of (404|409)/.test(one))).toEqual([]);
    await page.close();
  });

  it('keeps what is scanned while the server is away, and packs it when it is back', async () => {
    const { page } = await signIn('packer', phone, 'en');
    await scan(page, 'BOX-2');
    await page.getByRole('button', { name: 'Open' }).click();
    await page.locator('.bench').waitFor();
    await scanned(page, 'T001', 'In another box');
    await page.context().setOffline(true);
    await scan(page, 'T004');
    await page.getByText('The server cannot be reached').waitFor();
    await page.locator('input[name=counted]').fill('1');
    expect(await page.getByRole('button', { name: 'Seal the box' }).isDisabled()).toBe(true);
    expect(await axeFinds(page)).toEqual([]);
    await shot(page, 'desk-pack-offline');
    await page.context().setOffline(false);
    await page.locator('.last-scans li').first().filter({ hasText: 'Packed' }).waitFor();
    await page.getByRole('button', { name: 'Seal the box' }).click();
    await page.getByText('Sealed · 1').waitFor();
    await page.close();
  });

  it('hands boxes over when both have signed, by way of a hub', async () => {
    const { page, complaints } = await signIn('courier', phone);
    await scan(page, 'BOX-1');
    await verdict(page, '已列入');
    await scanned(page, 'BOX-1', '已在清单中');
    await scanned(page, 'BOX-9', '系统里没有这个箱');
    await page.locator('input[name=givenBy]').fill('nobody');
    await page.getByRole('button', { name: /双方签字/ }).click();
    await page.locator('.tubes .wrong').waitFor();
    await page.locator('input[name=givenBy]').fill('packer');
    await page.locator('input[name=plate]').fill('鲁H·12345');
    expect(await axeFinds(page)).toEqual([]);
    await shot(page, 'desk-handover');
    await page.getByRole('button', { name: /双方签字/ }).click();
    await page.getByText('1 箱已交接').waitFor();
    for (const [step, button] of [
      ['放到中转站', /签字，放下/],
      ['从中转站取箱', /签字，取走/],
    ] as const) {
      await page.getByText(step).click();
      await scan(page, 'BOX-1');
      await verdict(page, '已列入');
      await page.locator('input[name=hubCode]').fill('HUB-1');
      await page.getByRole('button', { name: button }).click();
      await page.getByText('1 箱已交接').waitFor();
    }
    await page.getByRole('link', { name: '转运箱' }).click();
    await page.getByRole('link', { name: 'BOX-1' }).click();
    await page.getByText('封箱员').or(page.getByText('packer → courier')).first().waitFor();
    expect(await page.locator('.custody li').count()).toBe(3);
    await shot(page, 'desk-custody');
    expect(complaints.filter((one) => !/status of (404|400|409|422)/.test(one))).toEqual([]);
    await page.close();
  });

  it('receives a box with one tube missing and one too much', async () => {
    const { page, complaints } = await signIn('lab');
    await scan(page, 'BOX-1');
    await page.getByRole('button', { name: '双方签字，收下本箱' }).click();
    await page.locator('.bench').waitFor();
    await scanned(page, 'T001', '收下');
    await scanned(page, 'T001', '已经收下');
    await scanned(page, 'T002', '收下');
    // Nothing is lost when the page is loaded anew.
    await page.reload();
    await scan(page, 'BOX-1');
    await page.locator('[data-testid=scanned]', { hasText: '2' }).waitFor();
    await scanned(page, 'T003', '收下');
    await scanned(page, 'T006', '箱单上没有这一管');
    expect(await axeFinds(page)).toEqual([]);
    await shot(page, 'desk-receive');
    await axeInEnglish(page);
    await page.getByRole('button', { name: '完成收样' }).click();
    await page.getByText('缺 1 管，多 1 管').waitFor();
    await page.keyboard.press('Enter');
    await verdict(page, '收样已记录');
    await page.getByText('没有装过箱').waitFor();
    await shot(page, 'desk-received');
    const found = await front.database.query<object>('SELECT barcode, kind FROM lab.receipt_difference ORDER BY 1');
    expect(found).toEqual([
      { barcode: 'T005', kind: 'missing' },
      { barcode: 'T006', kind: 'surplus' },
    ]);
    expect(complaints.filter((one) => !/status of 404/.test(one))).toEqual([]);
    await page.close();
  });

  it('looks at a report before it is entered, goes on while nobody looks, and enters it once', async () => {
    const { page, complaints } = await signIn('lab');
    await page.getByRole('link', { name: '检测报告' }).click();
    await page.getByText('还没有交过报告').waitFor();
    // A large file on a slow line: it says how much has left, and is found again after looking elsewhere.
    const line = await page.context().newCDPSession(page);
    const slowTo = (uploadThroughput: number) =>
      line.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 0,
        downloadThroughput: -1,
        uploadThroughput,
      });
    await line.send('Network.enable');
    await slowTo(40_000);
    const many = Array.from({ length: 6_000 }, (_, nth): [string, string] => [`T9${nth}`, '阴性']);
    await drop(page, 'large.csv', csvOf(rowsOf(...many)));
    await page.getByText(/正在发送 large.csv：[1-9]\d?%/).waitFor();
    await page.getByRole('link', { name: '收样' }).click();
    await page.getByText('扫描到达的转运箱').waitFor();
    await page.getByRole('link', { name: '检测报告' }).click();
    await page.getByText(/正在发送 large.csv：[1-9]\d?%/).waitFor();
    await shot(page, 'desk-report-sending');
    await slowTo(-1);
    await page.getByText('6000 处有误，什么也没有登记').waitFor();

    await drop(page, nameOfScript, csvOf(rowsOf(['T001', '阴性'], ['T005', '阴性'], ['T002', '大概'])));
    await page.getByText('2 处有误，什么也没有登记').waitFor();
    expect(await page.locator('.faults .file-name').innerText()).toBe(nameOfScript);
    expect(await page.locator('.faults tbody tr').count()).toBe(2);
    expect(await axeFinds(page)).toEqual([]);
    await shot(page, 'desk-report-faults');
    expect(await front.database.query('SELECT 1 FROM lab.tube_outcome')).toEqual([]);

    const mended = csvOf(rowsOf(['T001', '阴性'], ['T002', '阳性']));
    await drop(page, nameOfScript, mended);
    await page.getByText('2 行全部正确，尚未登记').waitFor();
    expect(await page.getByRole('button', { name: '确认登记 2 行' }).count()).toBe(0);
    await shot(page, 'desk-report-second-person');
    await axeInEnglish(page);
    await signAs(page, 'lab');
    await page.getByText('复核人不能是上传报告的人').waitFor();
    await signAs(page, 'stranger');
    await page.getByText('签名的人不属于本实验室').waitFor();
    await signAs(page, 'colleague', 'not-the-password');
    await page.locator('.second-look .wrong', { hasText: '密码' }).waitFor();
    // The browser itself complains of what is refused.
    expect(complaints.splice(0)).toEqual([expect.stringContaining('401')]);
    expect(await front.database.query('SELECT 1 FROM lab.tube_outcome')).toEqual([]);
    await signAs(page, 'colleague');
    await page.getByText('复核人已签名').waitFor();
    await shot(page, 'desk-report-ready');
    expect(await axeFinds(page)).toEqual([]);
    await page.getByRole('button', { name: '确认登记 2 行' }).press('Enter');
    await verdict(page, '已登记 2 行');
    await drop(page, nameOfScript, mended);
    await page.getByText(/这份文件 .* 已登记过/).waitFor();
    await page.getByRole('button', { name: '确认登记 2 行' }).click();
    await verdict(page, '已登记 2 行');
    await publish();
    expect(await answers()).toEqual(['negative', 'under-review']);
    await drop(page, 'later.xlsx', workbookOf(rowsOf(['T003', '阴性'], ['T001', '阳性'])));
    await page.getByText('与已有结果矛盾').waitFor();
    await page.getByRole('button', { name: '确认登记 2 行' }).click();
    await verdict(page, '已登记 2 行');
    await page.locator('.latest tbody tr').nth(1).waitFor();
    await shot(page, 'desk-report-applied');
    expect(
      await front.database.query('SELECT barcode, outcome, state FROM lab.tube_outcome ORDER BY barcode, version'),
    ).toEqual([
      { barcode: 'T001', outcome: 'negative', state: 'current' },
      { barcode: 'T001', outcome: 'positive', state: 'held' },
      { barcode: 'T002', outcome: 'positive', state: 'current' },
      { barcode: 'T003', outcome: 'negative', state: 'current' },
    ]);
    await page.getByRole('link', { name: '双人复核' }).click();
    await page.getByText('上传报告的人不能自己裁定').waitFor();
    expect(await page.getByRole('button', { name: '采用新结果' }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('lets a second person decide, and nobody about their own', async () => {
    const reason = isTakingPictures ? '两管贴反了标签' : '"><svg onload=alert(3)>javascript:alert(4)';
    const asked = { kind: 'recode-tube', tube: 'T007', toCode: 'T007X', reason: 'label-mixed-up', note: reason };
    expect((await front.send('sitelead', 'POST', '/corrections', asked)).status).toBe(201);
    const own = await signIn('sitelead');
    await own.page.getByRole('link', { name: '双人复核' }).click();
    await own.page.getByText('这是您提出的，要由另一个人复核').waitFor();
    expect(await own.page.getByRole('button', { name: '同意，立即生效' }).count()).toBe(0);
    await own.page.getByText(reason).waitFor();
    await shot(own.page, 'desk-own-proposal');
    expect(own.complaints).toEqual([]);
    await own.page.close();

    const [absorbed, survivor] = [street.residents[10]!, street.residents[11]!];
    const same = { into: survivor.id, reason: 'typing-mistake', note: '姓名录错' };
    expect((await front.send('gridworker', 'POST', `/residents/${absorbed.id}/merging`, same)).status).toBe(201);

    const { page, complaints } = await signIn('organiser');
    await page.getByRole('link', { name: '双人复核' }).click();
    await page.locator('.proposal').nth(2).waitFor();
    // Whoever agrees sees whom it is about, masked.
    const merging = page.locator('.proposal', { hasText: '姓名录错' });
    for (const { id } of [absorbed, survivor]) {
      const { body: seen } = await front.send('organiser', 'GET', `/residents/${id}`);
      await merging.getByText(`${seen.maskedName} · ${seen.maskedDocument}`).first().waitFor();
    }
    expect(await axeFinds(page)).toEqual([]);
    await shot(page, 'desk-second-person');
    await merging.scrollIntoViewIfNeeded();
    await shot(page, 'desk-merging');
    await axeInEnglish(page);
    const held = page.locator('.proposal', { hasText: 'T001' });
    await held.locator('input[name=reason]').fill(reason);
    await held.getByRole('button', { name: '采用新结果' }).click();
    await page.locator('.agrees', { hasText: 'T001：已采用新结果' }).waitFor();
    await held.waitFor({ state: 'detached' });
    const correction = page.locator('.proposal', { hasText: 'T007X' });
    await correction.getByText('sitelead').waitFor();
    await correction.getByRole('button', { name: '同意，立即生效' }).click();
    await page.locator('.agrees', { hasText: '已同意并生效' }).waitFor();
    await merging.getByRole('button', { name: '同意，立即生效' }).click();
    await page.getByText('没有等待复核的事项').waitFor();
    await shot(page, 'desk-agreed');
    const [now] = await front.database.query<object>(
      `SELECT outcome, decision_reason FROM lab.tube_outcome WHERE barcode = 'T001' AND state = 'current'`,
    );
    expect(now).toEqual({ outcome: 'positive', decision_reason: reason });
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('says whom a change of a swab and of an answer is about', async () => {
    const [swabbed, meant, answered] = [5, 7, 2].map((n) => street.residents[n]!.id);
    const [swab] = await front.database.query<{ id: string }>(
      `SELECT id FROM sampling.swab WHERE tube_barcode = 'T006'`,
    );
    const bind = {
      kind: 'bind',
      tube: 'T006',
      swabId: swab!.id,
      resident: { id: meant },
      reason: 'wrong-person-scanned',
    };
    expect((await front.send('sitelead', 'POST', '/corrections', bind)).status).toBe(201);
    await publish();
    const amendments = `/rounds/${street.roundId}/answers/${answered}/amendments`;
    const amended = { status: 'positive', reason: '复核更正' };
    expect((await front.send('organiser', 'POST', amendments, amended)).status).toBe(201);
    const masked = async (id: string | undefined) => {
      const { body: seen } = await front.send('organiser', 'GET', `/residents/${id}`);
      return `${seen.maskedName} · ${seen.maskedDocument} · 户号 ${seen.household}`;
    };

    const { page, complaints } = await signIn('night');
    await page.getByRole('link', { name: '双人复核' }).click();
    const correction = page.locator('.proposal', { hasText: '登记时扫错了人' });
    await correction.locator('.change > div:not(.to) dd', { hasText: await masked(swabbed) }).waitFor();
    await correction.locator('.to dd', { hasText: await masked(meant) }).waitFor();
    const amendment = page.locator('.proposal', { hasText: '复核更正' });
    await amendment.getByRole('heading', { name: await masked(answered) }).waitFor();
    await amendment.locator('dd', { hasText: '已公布的第 1 版：阴性' }).waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await shot(page, 'desk-amendment');
    await amendment.getByRole('button', { name: '同意，立即生效' }).click();
    await amendment.waitFor({ state: 'detached' });
    await correction.getByRole('button', { name: '同意，立即生效' }).click();
    await page.getByText('没有等待复核的事项').waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('lists what does not add up, with what to do, until it is settled', async () => {
    await front.database.query(
      `INSERT INTO sampling.exception (id, kind, site_id, round_id, subject, details, owner_role, deadline, raised_at, body_hash)
       VALUES (gen_random_uuid(), 'count-differs', $1, $2, 'tube:T006', '{"counted":9,"filled":10}', 'sitelead',
               now() - interval '1 hour', now() - interval '3 hours', '')`,
      [street.siteId, street.roundId],
    );
    const { page, complaints } = await signIn('sitelead');
    await page.getByText('管内拭子数与系统不符').waitFor();
    await page.route('**/api/v1/exceptions*', (route) => route.abort());
    await page.reload();
    await page.getByRole('button', { name: '重试' }).waitFor();
    await shot(page, 'desk-unreachable');
    await page.unroute('**/api/v1/exceptions*');
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByText('管内拭子数与系统不符').waitFor();
    await page.getByText('实验室缺一管').waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await shot(page, 'desk-exceptions');
    await axeInEnglish(page);
    const late = page.locator('.work-card.late');
    await late.getByRole('button', { name: '处理' }).click();
    await late.locator('input[name=note]').fill('<img src=x onerror=alert(5)> 核对无误');
    await late.getByRole('button', { name: '记录结论' }).click();
    await late.waitFor({ state: 'detached' });
    const missing = page.locator('.work-card', { hasText: 'T005' });
    await missing.getByRole('button', { name: '处理' }).click();
    await missing.locator('input[name=reason]').fill('找不到');
    await missing.getByRole('button', { name: '报遗失' }).click();
    await page.getByText('没有待办：账实相符').waitFor();
    await shot(page, 'desk-nothing');
    expect(complaints.filter((one) => !one.includes('ERR_FAILED'))).toEqual([]);
    await page.close();
  });

  it('says so to whoever has no desk, in both languages and on a phone', async () => {
    for (const language of ['zh-CN', 'en']) {
      const { page, complaints } = await signIn('auditor', phone, language);
      await page
        .getByText(language === 'en' ? 'Your role does not use this desk' : '您的岗位不使用这个工作台')
        .waitFor();
      expect(await axeFinds(page)).toEqual([]);
      await shot(page, 'desk-no-desk');
      expect(complaints).toEqual([]);
      await page.close();
    }
  });
});
