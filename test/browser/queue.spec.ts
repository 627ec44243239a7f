import type { Browser, Page } from 'playwright-core';
import { axeFinds } from '../support/axe.js';
import { chromiumHere, openBrowser, shot, visit } from '../support/browser.js';
import { openFront, testPassword, type Front } from '../support/house.js';
import { openSite } from '../support/queue.js';
import { layStreet } from '../support/street.js';

let front: Front;
let browser: Browser;
beforeAll(async () => {
  front = await openFront();
  await layStreet(front.database, 6);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await front.close();
});

async function signIn(username: string, language: string) {
  const viewport = { width: 1366, height: 768 };
  const visited = await visit(browser, `${new URL(front.url).origin}/desk/?lang=${language}`, { viewport });
  const { page } = visited;
  await page.locator('input[name=username]').fill(username);
  await page.locator('input[name=password]').fill(testPassword);
  await page.keyboard.press('Enter');
  return visited;
}

async function lead(language: string, siteName: string) {
  const visited = await signIn('marshal', language);
  const { page } = visited;
  await page.getByRole('button', { name: siteName }).click();
  await page.locator('.call-panel').waitFor();
  return visited;
}

const labels = (page: Page, state: string) => page.locator(`.tickets.${state} li b`).allInnerTexts();

(chromiumHere() === undefined ? describe.skip : describe)('whoever leads a queue', () => {
  it('takes numbers for people without a phone, calls, and sees to whoever does not come', async () => {
    await openSite(front, 2, { name: '文化广场采样点' });
    const { page, complaints } = await lead('zh-CN', '文化广场采样点');
    await page.getByText('这条通道没有人在等').waitFor();
    expect(await axeFinds(page)).toEqual([]);
    for (const party of [1, 2, 3]) {
      await page.getByLabel('几个人').fill(String(party));
      await page.getByRole('button', { name: '取号' }).click();
      await page.locator('.given b', { hasText: `A00${party}` }).waitFor();
    }
    await page.getByRole('button', { name: '叫下一位' }).click();
    await page.locator('.just-called', { hasText: 'A001' }).waitFor();
    await page.getByText('2 号台', { exact: false }).first().click();
    await page.getByRole('button', { name: '叫 10 人' }).click();
    await page.locator('.just-called', { hasText: 'A002' }).waitFor();
    await page.getByRole('button', { name: 'A002 没来' }).click();
    await page.locator('.tickets.missed li').waitFor();
    expect(await labels(page, 'missed')).toEqual(['A002']);
    await page.getByRole('button', { name: 'A001 已采样' }).click();
    await page.locator('.tickets.called li', { hasText: 'A001' }).waitFor({ state: 'detached' });
    await page.evaluate(() => scrollTo(0, 0));
    await shot(page, 'desk-queue');
    // Whoever opens the page anew still has them all.
    await page.reload();
    await page.locator('.tickets.missed li').waitFor();
    expect(await labels(page, 'called')).toEqual(['A003']);
    await page.getByRole('button', { name: 'A002 回来了' }).click();
    await page.locator('.tickets.waiting li', { hasText: 'A002' }).waitFor();
    expect(await axeFinds(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('says on the board what everybody has to know, and works in English', async () => {
    const { siteId } = await openSite(front, 1, { name: '"><img src=x onerror=alert(1)>' });
    const { page, complaints } = await lead('en', '"><img src=x onerror=alert(1)>');
    await page.getByLabel('Chinese').fill('<script>alert(2)</script> 请戴好口罩');
    await page.getByRole('button', { name: 'Show it' }).click();
    await page.getByText('It is on the board').waitFor();
    const [said] = await front.database.query('SELECT zh FROM queue.announcement WHERE site_id = $1', [siteId]);
    expect(said).toEqual({ zh: '<script>alert(2)</script> 请戴好口罩' });
    expect(await axeFinds(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('knows the sites whatever was looked at before, and those that open meanwhile', async () => {
    await openSite(front, 1, { name: '早开的采样点' });
    const { page, complaints } = await signIn('organiser', 'en');
    await page.getByRole('heading', { name: 'To be settled' }).waitFor();
    await page
      .getByRole('link', { name: 'Queue' })
      .or(page.getByRole('button', { name: 'Queue' }))
      .click();
    await page.getByRole('button', { name: '早开的采样点' }).waitFor();
    await openSite(front, 1, { name: '后开的采样点' });
    await page.getByRole('button', { name: '后开的采样点' }).waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });
});
