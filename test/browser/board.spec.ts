import type { Browser, Page } from 'playwright-core';
import { openBrowser, chromiumHere, cutOff, shot, visit } from '../support/browser.js';
import { openDisplay, type Display } from '../support/display.js';
import { openFront, type Front } from '../support/house.js';
import { layPace, openSite } from '../support/queue.js';
import { layStreet } from '../support/street.js';

const sizes = {
  'a television': { width: 1920, height: 1080 },
  'a standing screen': { width: 1080, height: 1920 },
  'a 4K wall': { width: 3840, height: 2160 },
};

let front: Front;
let display: Display;
let browser: Browser;
beforeAll(async () => {
  front = await openFront();
  await layStreet(front.database, 6);
  display = await openDisplay(front.settings.databaseUrl);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await display.close();
  await front.close();
});

const marshal = (method: 'POST' | 'PUT', path: string, body: object) => front.send('marshal', method, path, body);

async function take(siteId: string, times: number, lane = 'general'): Promise<void> {
  for (let n = 0; n < times; n += 1) await marshal('POST', `/sites/${siteId}/tickets`, { partySize: 2, lane });
}

const call = (station: string, count = 1) => front.send('scanner', 'POST', `/stations/${station}/calls`, { count });

function boardOf(siteId: string, more = ''): string {
  return `${display.url}/board/?site=${siteId}${more}`;
}

const called = (page: Page) => page.locator('.called .number').innerText();

(chromiumHere() === undefined ? describe.skip : describe)('the board', () => {
  it.each(Object.entries(sizes))('can be read from afar on %s, and cuts nothing off', async (name, viewport) => {
    const { siteId, stations } = await openSite(front, 2, {
      name: '阜桥街道办事处广场核酸采样点',
      serves: '阜桥社区、古槐社区',
    });
    await take(siteId, 12);
    await layPace(front.database, siteId, [2, 3, 2, 4, 3]);
    await call(stations[0]!);
    await call(stations[1]!, 4);
    const { page, complaints } = await visit(browser, boardOf(siteId, '&lang=zh'), { viewport });
    await page.locator('.called .number').waitFor();
    const number = (await page.locator('.called .number').boundingBox())!;
    if (name !== 'a standing screen') expect(number.height).toBeGreaterThan(viewport.height / 4);
    await shot(page, 'board');
    expect(await cutOff(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('calls whom a table calls, one after the other', async () => {
    const { siteId, stations } = await openSite(front, 2);
    await take(siteId, 3);
    const { page } = await visit(browser, boardOf(siteId));
    await page.getByText('还没有叫号').waitFor();
    await call(stations[0]!);
    await call(stations[1]!);
    await page.locator('.called.lit .number', { hasText: 'A001' }).waitFor();
    await page.locator('.called.lit .number', { hasText: 'A002' }).waitFor();
    expect(await page.locator('.called .table b').innerText()).toBe('2');
    expect(await page.locator('.recent tbody tr').allInnerTexts()).toEqual(['A002\t2', 'A001\t1']);
    await page.close();
  });

  it('says that its numbers are old while the server is away, and heals by itself when it is back', async () => {
    const { siteId, stations } = await openSite(front);
    await take(siteId, 3);
    await call(stations[0]!);
    const { page } = await visit(browser, boardOf(siteId));
    await page.locator('.called .number', { hasText: 'A001' }).waitFor();
    const shown = new Set<string>();
    const { port } = new URL(display.url);
    await display.close();
    await call(stations[0]!);
    await page.locator('.stale-banner').waitFor();
    shown.add(await called(page));
    display = await openDisplay(front.settings.databaseUrl, undefined, Number(port));
    await page.locator('.called .number', { hasText: 'A002' }).waitFor({ timeout: 10_000 });
    expect([...shown]).toEqual(['A001']);
    expect(await page.locator('.stale-banner').count()).toBe(0);
    await page.close();
  });

  it('shows a name that is a script as the name that it is', async () => {
    const name = '<img src=x onerror=alert(1)><script>alert(2)</script>';
    const { siteId } = await openSite(front, 1, { name, serves: '"><svg onload=alert(3)>' });
    const { page, complaints } = await visit(browser, boardOf(siteId));
    expect(await page.locator('.site h1').innerText()).toBe(name);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('asks where it stands when nobody has said so, or what was said is no site', async () => {
    const { page } = await visit(browser, `${display.url}/board/?lang=en`);
    await page.getByText('At which site does this screen stand?').waitFor();
    await page.close();
    const other = await visit(browser, boardOf('00000000-0000-7000-8000-00000000dead', '&lang=en'));
    await other.page.getByText('No such site').waitFor();
    await other.page.close();
  });
});
