import type { Browser, Page } from 'playwright-core';
import { axeFinds } from '../support/axe.js';
import { chromiumHere, cutOff, openBrowser, overlaps, shot, visit } from '../support/browser.js';
import { openDisplay, type Display } from '../support/display.js';
import { openFront, type Front } from '../support/house.js';
import { layPace, openSite } from '../support/queue.js';
import { layStreet } from '../support/street.js';

const wide = { width: 1920, height: 1080 };
const tall = { width: 1080, height: 1920 };

let front: Front;
let display: Display;
let browser: Browser;
let siteId: string;
beforeAll(async () => {
  front = await openFront();
  await layStreet(front.database, 6);
  display = await openDisplay(front.settings.databaseUrl);
  browser = await openBrowser();
  siteId = await layBusyAfternoon();
});
afterAll(async () => {
  await browser.close();
  await display.close();
  await front.close();
});

const hours = (from: number) => new Date(Date.now() + from * 3_600_000).toISOString();

async function done(role: Parameters<Front['send']>[0], method: string, path: string, body: object): Promise<any> {
  const answer = await front.send(role, method, path, body);
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** A site as it is at three in the afternoon: both lanes wait, some did not come, and somebody has something to say. */
async function layBusyAfternoon(): Promise<string> {
  const { siteId: id, stations } = await openSite(front, 4, {
    name: '阜桥街道办事处广场核酸采样点',
    serves: '阜桥社区、古槐社区',
  });
  const session = { kind: 'day', opensAt: hours(-6), closesAt: hours(4), lastEntryAt: hours(3) };
  await done('organiser', 'POST', `/sites/${id}/sessions`, session);
  const tickets: string[] = [];
  for (let n = 0; n < 40; n += 1) {
    const lane = n % 8 === 7 ? 'green' : 'general';
    tickets.push((await done('marshal', 'POST', `/sites/${id}/tickets`, { partySize: (n % 3) + 1, lane })).id);
  }
  await layPace(front.database, id, [2, 3, 2, 4, 3]);
  for (const station of [...stations, ...stations]) {
    await done('scanner', 'POST', `/stations/${station}/calls`, { count: 1 });
  }
  for (const ticket of tickets.slice(0, 2)) await done('marshal', 'PUT', `/tickets/${ticket}/miss`, {});
  await done('marshal', 'POST', `/sites/${id}/announcements`, {
    zh: '今天 18:00 后请到北门入场，地面湿滑，请扶好老人和孩子。',
    en: 'After 18:00 please enter by the north gate. The ground is wet: mind children and the old.',
    expiresAt: hours(3),
  });
  return id;
}

async function board(wish: string, viewport: typeof wide): Promise<{ page: Page; complaints: string[] }> {
  const visited = await visit(browser, `${display.url}/board/?site=${siteId}${wish}`, { viewport });
  await visited.page.locator('.called .number').waitFor();
  await visited.page.locator('.phone svg').waitFor();
  return visited;
}

(chromiumHere() === undefined ? describe.skip : describe)('the board on a busy afternoon', () => {
  it.each([
    ['board-busy', '&lang=zh', wide],
    ['board-busy', '&lang=zh', tall],
    ['board-busy-light', '&lang=en&light', wide],
    ['board-busy-light', '&lang=en&light', tall],
  ])('%s: everything is there, nothing is cut off, axe finds nothing', async (name, wish, viewport) => {
    const { page, complaints } = await board(wish, viewport);
    await shot(page, name);
    expect(await page.locator('.recent tbody tr').count()).toBe(5);
    expect(await page.locator('.missed .labels').innerText()).toMatch(/A002\s+A001/);
    expect(await page.locator('.notice').count()).toBe(1);
    expect(await cutOff(page)).toEqual([]);
    expect(await overlaps(page, '.board > *:not(.sound)')).toEqual([]);
    expect(await axeFinds(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('shows names and numbers of nobody', async () => {
    const { page } = await board('', wide);
    const text = await page.locator('body').innerText();
    expect(text).not.toMatch(/\d{6}(19|20)\d{9}[\dX]|1[3-9]\d{9}|\*/u);
    await page.close();
  });

  it('keeps the last numbers, and says from when they are, while nothing is heard', async () => {
    const { page } = await board('&lang=zh', wide);
    const before = await page.locator('.called .number').innerText();
    await display.close();
    await page.getByText('正在重连').waitFor();
    expect(await page.locator('.called .number').innerText()).toBe(before);
    await shot(page, 'board-stale');
    expect(await cutOff(page)).toEqual([]);
    expect(await overlaps(page, '.board > *:not(.sound)')).toEqual([]);
    expect(await axeFinds(page)).toEqual([]);
    await page.close();
  });
});
