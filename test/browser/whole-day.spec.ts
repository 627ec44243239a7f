/// <reference lib="dom" />
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { Role } from '#platform/access';
import { chromiumHere, openBrowser, shot, visit } from '../support/browser.js';
import { allSent, dismiss, idNumberOf, scanned, setUp } from '../support/collector.js';
import { filmOfCodes } from '../support/fake-camera.js';
import { testPassword, type Front } from '../support/house.js';
import { scan } from '../support/scanner.js';
import { somePlace, StartedShihe, type Place } from '../support/started-shihe.js';

/** The whole house as a city starts it, with its demonstration street. */
let place: Place;
let shihe: StartedShihe;
let browser: Browser;
let withCamera: Browser | undefined;
let folder: string;
const complaints: string[] = [];

const phone = { viewport: { width: 390, height: 844 } };
const desk = { viewport: { width: 1366, height: 768 } };
const screen = { viewport: { width: 1920, height: 1080 } };

const tokens = new Map<Role, string>();
/** As in the tests of the rooms, over the network to the started house. */
const house: Pick<Front, 'send'> = {
  async send(role, method, path, body) {
    const address = `http://127.0.0.1:${place.ports.SITE_API_PORT}/api/v1`;
    const headers: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    if (role !== undefined) {
      if (!tokens.has(role)) {
        const sent = await house.send(undefined, 'POST', '/sessions', { username: role, password: testPassword });
        tokens.set(role, sent.body.token as string);
      }
      headers.authorization = `Bearer ${tokens.get(role)}`;
    }
    const answer = await fetch(`${address}${path}`, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? undefined : JSON.parse(text), headers: answer.headers };
  },
};

interface Person {
  name: string;
  code: string;
  ending: string;
}

async function register(n: number, name: string, areaCode: string): Promise<Person> {
  const number = idNumberOf(n);
  const document = { kind: 'resident-id', number };
  const { body } = await house.send('gridworker', 'POST', '/residents', { name, document, areaCode });
  const code = await house.send('gridworker', 'POST', `/residents/${body.id}/codes`);
  return { name, code: code.body.payload as string, ending: number.slice(-4) };
}

let site: { id: string; name: string; areaCode: string };
let grandmother: Person;
let grandson: Person;

beforeAll(async () => {
  place = await somePlace();
  shihe = new StartedShihe(place, {
    SHIHE_DEMO: 'on',
    SHIHE_DEMO_RESIDENTS: '300',
    SHIHE_DEMO_PASSWORD: testPassword,
    SHIHE_SITE_LIST_SECONDS: '0',
  });
  await shihe.ready();
  const sites = (await house.send(undefined, 'GET', '/sites')).body.items as (typeof site)[];
  site = sites[0]!;
  const grids = await house.send('organiser', 'GET', `/areas?parent=${site.areaCode}`);
  const grid = (grids.body.items as { code: string }[])[0]!.code;
  const buildings = await house.send('organiser', 'GET', `/areas?parent=${grid}`);
  const building = (buildings.body.items as { code: string }[])[0]?.code ?? grid;
  grandmother = await register(11, '王秀英', building);
  grandson = await register(12, '王小宝', building);
  folder = mkdtempSync(join(tmpdir(), 'shihe-day-'));
  const film = join(folder, 'grandson.y4m');
  await filmOfCodes(film, [grandson.code]);
  browser = await openBrowser();
  withCamera = await chromium.launch({
    executablePath: chromiumHere(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
  });
}, 240_000);
afterAll(async () => {
  await withCamera?.close();
  await browser.close();
  await shihe.stop();
  place.remove();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

async function open(path: string, how: typeof phone, where: Browser = browser): Promise<Page> {
  const visited = await visit(where, `http://127.0.0.1:${place.ports.SITE_API_PORT}/${path}`, how);
  const { page } = visited;
  page.setDefaultTimeout(30_000);
  page.on('close', () => complaints.push(...visited.complaints));
  return page;
}

async function openDesk(role: Role, path = 'desk/?lang=zh', how = desk): Promise<Page> {
  const page = await open(path, how);
  await page.locator('input[name=username]').fill(role);
  await page.locator('input[name=password]').fill(testPassword);
  await page.keyboard.press('Enter');
  await page.locator('input[name=password]').waitFor({ state: 'detached' });
  return page;
}

/** What a scanner types at the desk, and what the desk says of it. */
async function scanAtDesk(page: Page, code: string, word?: string): Promise<void> {
  await page.locator('.scan-field').waitFor();
  await scan(page, code);
  if (word === undefined) return;
  await page.locator('.last-scans li').first().filter({ hasText: code }).filter({ hasText: word }).waitFor();
}

async function addMember(page: Page, person: Person): Promise<void> {
  await page.getByLabel('或粘贴、输入').fill(person.code);
  await page.getByRole('button', { name: '下一步', exact: true }).click();
  await page.getByLabel('最后四位').fill(person.ending);
  await page.getByRole('button', { name: '添加', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '王*' }).waitFor();
}

/** 应检 已采 已送 已检 复核中, as they stand in the organisers' first line. */
async function figures(page: Page): Promise<number[]> {
  await page.locator('.figure strong').first().waitFor();
  return (await page.locator('.figure strong').allTextContents()).map((text) => Number(text.replaceAll(',', '')));
}

async function untilFigures(page: Page, fits: (now: number[]) => boolean): Promise<number[]> {
  for (let attempt = 0; ; attempt += 1) {
    const now = await figures(page);
    if (fits(now)) return now;
    if (attempt === 60) throw new Error(`the first line stays at ${now.join(' ')}`);
    await page.waitForTimeout(500);
  }
}

(chromiumHere() === undefined ? describe.skip : describe)('a day of one family, from the queue to the answer', () => {
  it('goes through every page', async () => {
    const control = await openDesk('organiser', 'organiser/?lang=zh');
    const [, sampledBefore = 0, sentBefore = 0, testedBefore = 0] = await figures(control);

    // On the way to the site, on the telephone.
    const mobile = await open('resident/?lang=zh#/add', phone);
    await addMember(mobile, grandmother);
    await mobile.goto(`http://127.0.0.1:${place.ports.SITE_API_PORT}/resident/?lang=zh&site=${site.id}`);
    await mobile.getByRole('button', { name: '取号排队' }).click();
    await mobile.getByText('A001').first().waitFor();

    // At the site: the board waits, whoever leads the queue calls.
    const board = await browser.newPage(screen);
    await board.goto(`http://127.0.0.1:${place.ports.QUEUE_DISPLAY_PORT}/board/?site=${site.id}&lang=zh`);
    await board.getByText('还没有叫号').waitFor();
    const marshal = await openDesk('marshal');
    await marshal.getByRole('button', { name: site.name }).click();
    await marshal.getByRole('button', { name: '叫下一位' }).click();
    await board.locator('.called .number', { hasText: 'A001' }).waitFor();
    expect(await board.locator('.called .table b').innerText()).toBe('1');
    await mobile.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
    await mobile.getByRole('heading', { name: '请到 1 号台' }).waitFor();

    // At the table: the tube and the grandmother by scanner, the grandson by camera.
    const table = await open('collector/?lang=zh', phone, withCamera);
    await setUp(table, house, { siteId: site.id });
    expect(await scanned(table, 'DAY-TUBE-1')).toContain('right');
    expect(await scanned(table, grandmother.code)).toContain('right: 王*');
    await table.getByRole('button', { name: '扫码', exact: true }).click();
    await table.locator('.filled[data-filled="2"]').waitFor();
    await dismiss(table);
    await table.getByRole('button', { name: '关闭摄像头', exact: true }).click();
    await table.getByRole('button', { name: /^封管/ }).click();
    await table.getByRole('button', { name: '2', exact: true }).click();
    await table.getByRole('button', { name: '确认封管', exact: true }).click();
    await table.getByRole('button', { name: '没有人了', exact: true }).click();
    await dismiss(table);
    await allSent(table);
    await marshal.getByRole('button', { name: 'A001 已采样' }).click();
    await untilFigures(control, ([, sampled]) => sampled === sampledBefore + 2);

    // The box: packed, carried, received.
    const packer = await openDesk('packer');
    await packer.locator('.place select').first().selectOption(site.id);
    await packer.locator('.place select').nth(1).selectOption('LAB-1');
    await scanAtDesk(packer, 'DAY-BOX-1');
    await packer.getByText('新箱 DAY-BOX-1').waitFor();
    await scanAtDesk(packer, 'DAY-BOX-1');
    await packer.locator('.bench').waitFor();
    await scanAtDesk(packer, 'DAY-TUBE-1', '已装箱');
    await packer.locator('input[name=counted]').fill('1');
    await packer.keyboard.press('Enter');
    await packer.getByText('已封箱 · 1').waitFor();
    const courier = await openDesk('courier', 'desk/?lang=zh', phone);
    await scanAtDesk(courier, 'DAY-BOX-1', '已列入');
    await courier.locator('input[name=givenBy]').fill('packer');
    await courier.getByRole('button', { name: /双方签字/ }).click();
    await courier.getByText('1 箱已交接').waitFor();
    await untilFigures(control, ([, , sent]) => sent === sentBefore + 2);
    const laboratory = await openDesk('lab');
    await scanAtDesk(laboratory, 'DAY-BOX-1');
    await laboratory.getByRole('button', { name: '双方签字，收下本箱' }).click();
    await scanAtDesk(laboratory, 'DAY-TUBE-1', '收下');
    await laboratory.getByRole('button', { name: '完成收样' }).click();
    await laboratory.getByRole('button', { name: '确认，记录收样' }).click();
    await laboratory.getByText('收样已记录').waitFor();

    // The laboratory's file, and what it means for the two of them.
    const testedAt = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'short',
      timeStyle: 'medium',
    }).format(new Date());
    await laboratory.getByRole('link', { name: '检测报告' }).click();
    await laboratory.locator('input[type=file]').setInputFiles({
      name: '结果.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`采样管编号,检测结果,检测时间\nDAY-TUBE-1,阴性,${testedAt}\n`),
    });
    await laboratory.getByRole('button', { name: '确认登记 1 行' }).click();
    await laboratory.getByText('已登记 1 行').waitFor();
    await untilFigures(control, ([, , , tested]) => tested === testedBefore + 2);
    await shot(control, 'organiser-after-the-day');

    await mobile.goto(`http://127.0.0.1:${place.ports.SITE_API_PORT}/resident/?lang=zh#/family`);
    await mobile.getByText('王*').first().click();
    await mobile.getByText('阴性').first().waitFor();
    await shot(mobile, 'resident-negative');
    for (const page of [control, mobile, marshal, table, packer, courier, laboratory]) await page.close();
    // A box that nobody knows yet is asked for and not found: the browser notes that by itself.
    expect(complaints.filter((one) => !/status of 404/u.test(one))).toEqual([]);
  }, 240_000);
});
