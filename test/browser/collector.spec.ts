import type { Browser, Page } from 'playwright-core';
import { axeFinds } from '../support/axe.js';
import { chromiumHere, openBrowser, shot, visit } from '../support/browser.js';
import {
  allSent,
  codeOf,
  dismiss,
  filled,
  idNumberOf,
  listPeople,
  scan,
  scanned,
  setUp,
  swabsInHouse,
  type Listed,
} from '../support/collector.js';
import { openFront, type Front } from '../support/house.js';
import { layStreet, type Street } from '../support/street.js';

const phone = { width: 390, height: 844 };
const nasty = '<img src=x onerror=alert(1)>';

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
  return { ...visited, context };
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();

(chromiumHere() === undefined ? describe.skip : describe)('a table', () => {
  it('works through a shift by its scanner: set up, sampled, sealed, sent, and gone home', async () => {
    const { page, complaints, context } = await openCollector();
    await page.locator('.sign-in').waitFor();
    await shot(page, 'collector-sign-in-390-zh');
    await setUp(page, front, street);
    await page.getByText('请扫一支采样管').waitFor();
    await shot(page, 'collector-ready-390-zh');
    expect(await axeFinds(page)).toEqual([]);

    expect(await scanned(page, people[0]!.idNumber)).toBe('wrong: 还没有管');
    expect(await scanned(page, 'BX-0001')).toBe('wrong: 这是箱码，不是采样管');
    await shot(page, 'collector-wrong-390-zh');
    await dismiss(page);
    expect(await scanned(page, 'FQ-0001')).toBe('right: 新管，可采 10 人');
    await shot(page, 'collector-right-390-zh');
    expect(await scanned(page, people[0]!.idNumber)).toBe('right: 李*  1');
    expect(await scanned(page, await codeOf(front, people[1]!))).toContain('right: ');
    expect(await filled(page)).toBe(2);
    expect(await scanned(page, people[2]!.idNumber)).toBe('right: 赵*  3');
    await shot(page, 'collector-sampled-390-zh');
    // The same code again at once is nothing; a moment later it is told.
    await scan(page, people[2]!.idNumber);
    expect(await filled(page)).toBe(3);
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect(await scanned(page, people[2]!.idNumber)).toBe('already: 赵* 已在这支管里');
    await shot(page, 'collector-already-390-zh');
    await dismiss(page);
    await shot(page, 'collector-tube-390-zh');
    expect(await axeFinds(page)).toEqual([]);

    await press(page, /^封管/);
    await press(page, '2');
    await press(page, '确认封管');
    await page.getByText('数了 2，登记 3').waitFor();
    await shot(page, 'collector-seal-differs-390-zh');
    await press(page, '返回');
    await press(page, '删一位');
    await press(page, '3');
    await shot(page, 'collector-seal-390-zh');
    expect(await axeFinds(page)).toEqual([]);
    await press(page, '确认封管');
    await shot(page, 'collector-seal-reason-390-zh');
    await press(page, '没有人了');
    await page.locator('.verdict.sealed').waitFor();
    await dismiss(page);
    expect(await scanned(page, 'FQ-0001')).toBe('sealed: 管 FQ-0001 已封，不能再用');
    await shot(page, 'collector-sealed-390-zh');
    await dismiss(page);
    await allSent(page);
    const swabs = (await swabsInHouse(front)).filter(({ tube }) => tube === 'FQ-0001');
    expect(swabs.map(({ resident }) => resident)).toEqual(people.slice(0, 3).map(({ id }) => id));
    const [tube] = await front.database.query(
      `SELECT state, counted_swabs, seal_reason FROM sampling.tube WHERE barcode = 'FQ-0001'`,
    );
    expect(tube).toEqual({ state: 'sealed', counted_swabs: 3, seal_reason: 'last-in-line' });

    await press(page, '更多');
    await shot(page, 'collector-more-390-zh');
    await press(page, '下班');
    await page.locator('.start').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
