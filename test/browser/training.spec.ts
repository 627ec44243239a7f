import type { Browser } from 'playwright-core';
import { axeFinds } from '../support/axe.js';
import { chromiumHere, cutOff, openBrowser, shot, visit } from '../support/browser.js';
import { openDisplay, type Display } from '../support/display.js';
import { openFront, type Front } from '../support/house.js';
import { openSite } from '../support/queue.js';
import { layStreet } from '../support/street.js';

const stripe = '演练 TRAINING';

let front: Front;
let display: Display;
let browser: Browser;
beforeAll(async () => {
  front = await openFront({ SHIHE_TRAINING: 'on' });
  display = await openDisplay(front.settings.databaseUrl, undefined, 0, { SHIHE_TRAINING: 'on' });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await display.close();
  await front.close();
});

(chromiumHere() === undefined ? describe.skip : describe)('a house that trains', () => {
  it.each(['', 'resident/', 'verify/', 'collector/', 'desk/', 'organiser/'])(
    'says so on every page, before anybody signs in: /%s',
    async (page) => {
      for (const viewport of [
        { width: 390, height: 844 },
        { width: 1366, height: 768 },
      ]) {
        const visited = await visit(browser, `${new URL(front.url).origin}/${page}?lang=zh-CN`, { viewport });
        await visited.page.getByText(stripe).waitFor();
        await visited.page.locator('h1').first().waitFor();
        expect(await axeFinds(visited.page)).toEqual([]);
        // It lies over nothing that is read or touched.
        const covered = await visited.page.evaluate(() => {
          const foot = document.querySelector('.training')!.getBoundingClientRect().bottom;
          return [...document.querySelectorAll('h1, button, input, a')]
            .filter((one) => one.getClientRects().length > 0 && !one.matches('.skip, .for-readers'))
            .filter((one) => one.getBoundingClientRect().top < foot)
            .map((one) => one.outerHTML.slice(0, 80));
        });
        expect(covered).toEqual([]);
        expect(visited.complaints).toEqual([]);
        await shot(visited.page, `training-${page === '' ? 'door' : page.slice(0, -1)}`);
        await visited.page.close();
      }
    },
  );

  it('says so on the board, beside everything that a board says', async () => {
    await layStreet(front.database, 6);
    const { siteId } = await openSite(front, 2);
    const { page } = await visit(browser, `${display.url}/board/?site=${siteId}&lang=zh`, {
      viewport: { width: 1920, height: 1080 },
    });
    await page.getByText(stripe).waitFor();
    await page.locator('.board').waitFor();
    expect(await cutOff(page)).toEqual([]);
    await shot(page, 'training-board');
    await page.close();
  });

  it('is believed without a network', async () => {
    const { page } = await visit(browser, `${new URL(front.url).origin}/collector/?lang=zh-CN`);
    await page.getByText(stripe).waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.context().setOffline(true);
    await page.reload();
    await page.getByText(stripe).waitFor();
    await page.close();
  });

  it('is over when the house says so', async () => {
    const address = `${new URL(front.url).origin}/resident/?lang=zh-CN`;
    const { page } = await visit(browser, address, { serviceWorkers: 'block' });
    await page.getByText(stripe).waitFor();
    await page.route('**/house.json', (route) => route.fulfill({ json: { isTraining: false } }));
    await page.reload();
    await page.locator('h1').first().waitFor();
    await page.getByText(stripe).waitFor({ state: 'detached' });
    await page.close();
  });
});
