import type { Browser, Page } from 'playwright-core';
import { setTimeout as pause } from 'node:timers/promises';
import { axeFinds } from '../support/axe.js';
import { chromiumHere, isTakingPictures, openBrowser, shot, visit } from '../support/browser.js';
import {
  allSent,
  codeOf,
  dismiss,
  filled,
  idNumberOf,
  listPeople,
  lookFaults,
  scanned,
  setUp,
  swabsInHouse,
  type Listed,
} from '../support/collector.js';
import { openFront, type Front } from '../support/house.js';
import { scan } from '../support/scanner.js';
import { layStreet, type Street } from '../support/street.js';

const phone = { width: 390, height: 844 };
const nasty = isTakingPictures ? '王秀兰' : '<img src=x onerror=alert(1)>';
const script = isTakingPictures ? '第二轮全员核酸' : '"><script>alert(2)</script>';

let front: Front;
let street: Street;
let browser: Browser;
let people: Listed[];

beforeAll(async () => {
  front = await openFront();
  street = await layStreet(front.database, 6);
  await front.database.query('UPDATE site.site SET name = $1 WHERE id = $2', [
    '阜桥街道办事处广场采样点',
    street.siteId,
  ]);
  people = await listPeople(front, street, ['李四', '王五', '赵六', '欧阳修', '周七', '吴八', '孙九']);
  const set = (change: string, n: number, ...values: unknown[]) =>
    front.database.query(`UPDATE community.resident SET ${change} WHERE id = $1`, [people[n]!.id, ...values]);
  await set('single_only = true', 5);
  await set(`home_visit = true, birth_year = 1938, lane = 'green', masked_name = $2`, 4, nasty);
  await front.database.query('UPDATE campaign.round SET name = $1 WHERE id = $2', [script, street.roundId]);
  await front.database.query('UPDATE community.area SET name = $1 WHERE code = $2', [nasty, street.buildings[0]]);
  await front.database.query(`UPDATE access.account SET display_name = $1 WHERE username = 'collector'`, [nasty]);
  await front.send('organiser', 'POST', `/rounds/${street.roundId}/exemptions`, {
    residentId: people[3]!.id,
    reason: '住院',
  });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await front.close();
});

async function openCollector(language = 'zh-CN', viewport = phone) {
  const context = await browser.newContext({ viewport });
  const visited = await visit(
    context as unknown as Browser,
    `${new URL(front.url).origin}/collector/?lang=${language}`,
  );
  visited.page.setDefaultTimeout(10_000);
  return { ...visited, context };
}

const boxOf = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).boundingBox();

/** What is right goes by itself. */
const passed = (page: Page) => page.locator('.verdict').waitFor({ state: 'detached' });

/** Moves the focus as somebody without a pointer does. */
async function reach(page: Page, name: string): Promise<void> {
  for (let n = 0; n < 60; n += 1) {
    const at = await page.evaluate(
      `(document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent)`,
    );
    if (at === name) return;
    await page.keyboard.press('Tab');
    // Slower than a scanner types.
    await pause(40);
  }
  throw new Error(`nobody reaches ${name} by keys`);
}

async function sealAs(page: Page, counted: number, reason: string): Promise<void> {
  await press(page, /^封管/);
  await press(page, String(counted));
  await press(page, '确认封管');
  await press(page, reason);
  await page.locator('.verdict.sealed').waitFor();
  await dismiss(page);
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();

(chromiumHere() === undefined ? describe.skip : describe)('a table', () => {
  it('works through a shift by its scanner: set up, sampled, sealed, sent, and gone home', async () => {
    const { page, complaints, context } = await openCollector();
    await setUp(page, front, street, '东门 PDA', async (state) => {
      await shot(page, `collector-${state}`);
      expect([state, ...(await axeFinds(page)), ...(await lookFaults(page))]).toEqual([state]);
    });
    await page.getByText('请扫一支采样管').waitFor();

    expect(await scanned(page, people[0]!.idNumber)).toBe('wrong: 还没有管');
    expect(await scanned(page, 'BX-0001')).toBe('wrong: 这是箱码，不是采样管');
    await shot(page, 'collector-wrong');
    await dismiss(page);
    expect(await scanned(page, 'FQ-0001')).toBe('right: 新管，可采 10 人');
    await shot(page, 'collector-right');
    expect(await scanned(page, people[0]!.idNumber)).toBe('right: 李*  1');
    expect(await scanned(page, await codeOf(front, people[1]!))).toContain('right: ');
    expect(await filled(page)).toBe(2);
    expect(await scanned(page, people[2]!.idNumber)).toBe('right: 赵*  3');
    await shot(page, 'collector-sampled');
    // The same code again at once is nothing; a moment later it is told.
    await scan(page, people[2]!.idNumber);
    expect(await filled(page)).toBe(3);
    await pause(2_100);
    expect(await scanned(page, people[2]!.idNumber)).toBe('already: 赵* 已在这支管里');
    await shot(page, 'collector-already');
    await dismiss(page);
    await shot(page, 'collector-tube');
    expect(await axeFinds(page)).toEqual([]);

    await press(page, /^封管/);
    await press(page, '2');
    await press(page, '确认封管');
    await page.getByText('数了 2，登记 3').waitFor();
    await shot(page, 'collector-seal-differs');
    await press(page, '返回');
    await press(page, '删一位');
    await press(page, '3');
    await shot(page, 'collector-seal');
    expect(await axeFinds(page)).toEqual([]);
    await press(page, '确认封管');
    await shot(page, 'collector-seal-reason');
    await press(page, '没有人了');
    await page.locator('.verdict.sealed').waitFor();
    await dismiss(page);
    expect(await scanned(page, 'FQ-0001')).toBe('sealed: 管 FQ-0001 已封，不能再用');
    await shot(page, 'collector-sealed');
    await dismiss(page);
    await allSent(page);
    const swabs = (await swabsInHouse(front)).filter(({ tube }) => tube === 'FQ-0001');
    expect(swabs.map(({ resident }) => resident)).toEqual(people.slice(0, 3).map(({ id }) => id));
    const [tube] = await front.database.query(
      `SELECT state, counted_swabs, seal_reason FROM sampling.tube WHERE barcode = 'FQ-0001'`,
    );
    expect(tube).toEqual({ state: 'sealed', counted_swabs: 3, seal_reason: 'last-in-line' });

    await press(page, /^更多/);
    await shot(page, 'collector-more');
    await press(page, '下班');
    await page.locator('.start').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  describe('at work', () => {
    let page: Page;
    let complaints: string[];
    let close: () => Promise<void>;
    beforeAll(async () => {
      const opened = await openCollector();
      ({ page, complaints } = opened);
      close = () => opened.context.close();
      await setUp(page, front, street, nasty);
    });
    afterAll(() => close());
    afterEach(async () => {
      await allSent(page);
      expect(complaints).toEqual([]);
    });

    it('can be read and hit in gloves and sun, in every state, and keeps its main action within a thumb’s reach', async () => {
      const faults = async (state: string) => (await lookFaults(page)).map((fault) => `${state}: ${fault}`);
      expect(await faults('no tube')).toEqual([]);
      await scanned(page, 'LOOK-0001');
      await passed(page);
      await scanned(page, people[0]!.idNumber);
      await passed(page);
      const main = (await page.locator('.main.big').boundingBox())!;
      expect(main.y).toBeGreaterThan((phone.height * 2) / 3 - main.height);
      const big = await page.locator('.filled b').evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
      expect(big).toBeGreaterThanOrEqual(96);
      expect(await faults('a tube')).toEqual([]);
      for (const name of ['手输证件', '敲门', /^更多/, /^封管/]) {
        await press(page, name);
        expect(await faults(`the sheet ${String(name)}`)).toEqual([]);
        await press(page, '返回');
      }
      expect(await scanned(page, 'BX-0001')).toContain('wrong');
      expect(await faults('wrong')).toEqual([]);
      await dismiss(page);
      for (const theme of ['夜间', '白天']) {
        await press(page, /^更多/);
        await press(page, theme);
        expect(await faults(`the sheet at ${theme}`)).toEqual([]);
        await press(page, '返回');
        expect(await faults(`the tube at ${theme}`)).toEqual([]);
        if (theme === '夜间') await shot(page, 'collector-night');
      }
      await press(page, /^更多/);
      await press(page, '左手');
      await press(page, '返回');
      const [camera, more] = await Promise.all(['扫码', '手输证件'].map((name) => boxOf(page, name)));
      expect(camera!.x).toBeGreaterThan(more!.x);
      await sealAs(page, 1, '其他');
    });

    it('takes a family by touch, somebody typed in by hand, and one back within ten seconds', async () => {
      await scanned(page, 'FAM-0001');
      await passed(page);
      await scanned(page, people[0]!.idNumber).then((said) => expect(said).toContain('已采'));
      await press(page, '仍要登记');
      await page.locator('.filled[data-filled="1"]').waitFor();
      await passed(page);
      await press(page, '同户 3 人');
      await shot(page, 'collector-household');
      await page.locator('.person:not(.done)').first().click();
      await page.locator('.filled[data-filled="2"]').waitFor();
      await passed(page);
      expect(await page.locator('.person.done').count()).toBe(2);
      await press(page, '返回');
      await press(page, '手输证件');
      for (const key of people[6]!.idNumber.slice(0, 17)) await press(page, key);
      await page.getByText('还差 1 位').waitFor();
      await shot(page, 'collector-by-hand');
      const wrong = people[6]!.idNumber.endsWith('5') ? '6' : '5';
      await press(page, wrong);
      await page.getByText('最后一位不符，请核对').waitFor();
      expect(await page.getByRole('button', { name: '登记此人', exact: true }).isDisabled()).toBe(true);
      await press(page, '删一位');
      await press(page, people[6]!.idNumber.slice(-1));
      await page.getByText('校验正确').waitFor();
      await press(page, '登记此人');
      await page.locator('.filled[data-filled="3"]').waitFor();
      await passed(page);
      await press(page, /^撤销/);
      await page.locator('.verdict.already').waitFor();
      await dismiss(page);
      expect(await page.locator('.dots .void').count()).toBe(1);
      await press(page, /^封管/);
      await press(page, '2');
      await press(page, '确认封管');
      await press(page, '撤销登记的人没有放拭子');
      await page.locator('.verdict.sealed').waitFor();
      await dismiss(page);
      await allSent(page);
      const [tube] = await front.database.query(
        `SELECT filled, counted_swabs, seal_reason FROM sampling.tube WHERE barcode = 'FAM-0001'`,
      );
      expect(tube).toEqual({ filled: 3, counted_swabs: 2, seal_reason: 'count-differs' });
      const [voided] = await front.database.query(
        `SELECT count(*)::int AS n FROM sampling.swab WHERE tube_barcode = 'FAM-0001' AND voided_at IS NOT NULL`,
      );
      expect(voided).toEqual({ n: 1 });
      // The one who was registered twice waits in the list, and held nobody up.
      await press(page, /^更多 · 异常/);
      await page.locator('.sheet .has-troubles').click();
      await page.getByText('此人本轮已采过').first().waitFor();
      await shot(page, 'collector-exceptions');
      expect(await lookFaults(page)).toEqual([]);
      await press(page, '返回');
    });

    it('names what is wrong with a person or a tube, and puts an empty tube away', async () => {
      expect(await scanned(page, 'WRONG-0001')).toContain('right');
      await passed(page);
      expect(await scanned(page, people[3]!.idNumber)).toBe('wrong: 欧阳* 本轮免采');
      await dismiss(page);
      expect(await scanned(page, people[5]!.idNumber)).toBe('wrong: 吴* 须单管单采');
      await dismiss(page);
      expect(await scanned(page, idNumberOf(500))).toMatch(/^right: 0\*+/);
      expect(await page.locator('.verdict-hint').innerText()).toBe('不在离线名单，联网后核对');
      await dismiss(page);
      expect(await scanned(page, 'WRONG-0002')).toBe('wrong: 管 WRONG-0001 还开着');
      await dismiss(page);
      const code = await codeOf(front, people[4]!);
      expect(await scanned(page, `${code.slice(0, -4)}AAAA`)).toContain('居民码签名不对');
      await dismiss(page);
      await sealAs(page, 1, '换班');
      expect(await scanned(page, 'EMPTY-0001')).toContain('right');
      await passed(page);
      await press(page, '弃用空管');
      await page.locator('.tube.none').waitFor();
      await dismiss(page);
      await pause(2_100);
      expect(await scanned(page, 'EMPTY-0001')).toBe('wrong: 这支管已弃用');
      await dismiss(page);
      await allSent(page);
      const [tube] = await front.database.query(`SELECT state FROM sampling.tube WHERE barcode = 'EMPTY-0001'`);
      expect(tube).toEqual({ state: 'discarded' });
    });

    it('goes from door to door with the needs of each, and shows a name that is a script as the name that it is', async () => {
      await scanned(page, 'HOME-0001');
      await passed(page);
      await press(page, '敲门');
      await page.locator('.person').first().waitFor();
      await shot(page, 'collector-visits');
      expect(await page.locator('.building h3').innerText()).toContain(nasty);
      expect(await page.locator('.person').innerText()).toContain(nasty);
      expect(await page.locator('.need').allInnerTexts()).toEqual(['88 岁老人', '行动不便']);
      expect(await axeFinds(page)).toEqual([]);
      await page.locator('.person').click();
      await page.locator('.filled[data-filled="1"]').waitFor();
      await passed(page);
      await page.getByText('都采完了').waitFor();
      await press(page, '返回');
      await sealAs(page, 1, '没有人了');
    });

    it('brings each act once, though the house’s answers are lost half-way', async () => {
      let isLosing = true;
      let lost = 0;
      await page.route('**/api/v1/device-batches', async (route) => {
        if (!isLosing) return route.continue();
        await route.fetch();
        lost += 1;
        return route.abort();
      });
      await scanned(page, 'LOST-0001');
      await passed(page);
      for (let n = 0; n < 5; n += 1) {
        await scan(page, idNumberOf(600 + n));
        await page.locator(`.filled[data-filled="${n + 1}"]`).waitFor();
      }
      await dismiss(page);
      await page.getByText('连不上服务器').waitFor();
      isLosing = false;
      await allSent(page);
      expect(lost).toBeGreaterThan(0);
      await page.unroute('**/api/v1/device-batches');
      expect((await swabsInHouse(front)).filter(({ tube }) => tube === 'LOST-0001').map(({ place }) => place)).toEqual([
        1, 2, 3, 4, 5,
      ]);
      complaints.splice(0, complaints.length, ...complaints.filter((line) => !line.includes('net::ERR_FAILED')));
      await sealAs(page, 5, '没有人了');
    });

    it('works in one window alone, and hands over when that is closed', async () => {
      const other = await page.context().newPage();
      await other.goto(page.url());
      await other.getByText('采样已在另一个窗口打开').waitFor();
      await shot(other, 'collector-other-window');
      expect(await axeFinds(other)).toEqual([]);
      await page.close();
      await other.locator('.work').waitFor();
      page = other;
    });

    it('judges at once what is scanned while it still rehearses, and the rehearsal leaves nothing', async () => {
      await scanned(page, 'EARLY-0001').then(() => passed(page));
      const slow = await page.context().newCDPSession(page);
      await slow.send('Emulation.setCPUThrottlingRate', { rate: 10 });
      await page.reload();
      await page.locator('.unseen .work').waitFor({ state: 'attached' });
      await scan(page, idNumberOf(650));
      await slow.send('Emulation.setCPUThrottlingRate', { rate: 1 });
      await page.locator('.work').waitFor();
      await page.locator('.filled[data-filled="1"]').waitFor();
      await dismiss(page);
      const kept = await page.evaluate(async () => {
        const open = indexedDB.open('shihe-collector');
        await new Promise((resolve) => (open.onsuccess = resolve));
        const notes = open.result.transaction('notes').objectStore('notes').getAllKeys();
        await new Promise((resolve) => (notes.onsuccess = resolve));
        open.result.close();
        return notes.result;
      });
      expect(kept).not.toContain('rehearsal');
      await sealAs(page, 1, '没有人了');
    });

    it('can be done by keys alone, and in English', async () => {
      await press(page, /^更多/);
      await press(page, 'English');
      await shot(page, 'collector-more');
      await press(page, 'Back');
      expect(await scanned(page, 'KEYS-0001')).toBe('right: New tube for 10');
      await passed(page);
      await reach(page, 'Type an ID');
      await page.keyboard.press('Enter');
      await page.keyboard.type(idNumberOf(700), { delay: 60 });
      await page.getByText('The check digit is right').waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.verdict.right .main').waitFor();
      await shot(page, 'collector-unlisted');
      // The button has the focus: Enter goes on.
      await pause(60);
      await page.keyboard.press('Enter');
      await page.locator('.verdict').waitFor({ state: 'detached' });
      await shot(page, 'collector-tube');
      expect(await lookFaults(page)).toEqual([]);
      await reach(page, 'Seal 1/10');
      await page.keyboard.press('Enter');
      await reach(page, '1');
      await page.keyboard.press('Enter');
      await reach(page, 'Seal it');
      await page.keyboard.press('Enter');
      await shot(page, 'collector-seal');
      await reach(page, 'Nobody left');
      await page.keyboard.press('Enter');
      await page.locator('.verdict.sealed').waitFor();
      await pause(60);
      await page.keyboard.press('Enter');
      await page.locator('.tube.none').waitFor();
      expect(await axeFinds(page)).toEqual([]);
    });

    it.each([
      [320, 568],
      [844, 390],
      [800, 1280],
      [1366, 768],
    ])('fits a screen of %i by %i', async (width, height) => {
      await page.setViewportSize({ width, height });
      if ((await page.locator('.tube.none').count()) > 0) await scanned(page, `SIZE-${width}`).then(() => passed(page));
      await shot(page, 'collector-tube');
      expect(await lookFaults(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      // What is touched most is in sight without scrolling, on the smallest of them too.
      const { y, height: high } = (await page.locator('.main.big').boundingBox())!;
      expect(y + high).toBeLessThanOrEqual(height);
      await page.setViewportSize(phone);
    });

    it('warns when swabs wait too long in an open tube and when a pair has worked too long, as the settings say', async () => {
      if ((await page.locator('.tube.none').count()) > 0) await scanned(page, 'CLOCK-0001').then(() => passed(page));
      await scan(page, idNumberOf(800));
      await page.locator('.filled[data-filled="1"]').waitFor();
      await dismiss(page);
      // The page finds itself that many minutes later.
      await page.addInitScript(() => {
        const now = Date.now.bind(Date);
        Date.now = () => now() + Number(sessionStorage.getItem('minutes-ahead') ?? 0) * 60_000;
      });
      const later = async (minutes: number) => {
        await page.evaluate((ahead) => sessionStorage.setItem('minutes-ahead', String(ahead)), minutes);
        await page.reload();
        await page.locator('.filled[data-filled="1"]').waitFor();
      };
      await later(61);
      await page.getByText('请尽快封管', { exact: false }).waitFor();
      expect(await page.getByText('请换班休息', { exact: false }).count()).toBe(0);
      await later(121);
      await page.getByText('已连续工作 2 小时，请换班休息', { exact: false }).waitFor();
      await shot(page, 'collector-late');
      expect(await lookFaults(page)).toEqual([]);
      await later(241);
      await page.getByText('必须换班', { exact: false }).waitFor();
    });
  });
});
