import type { Browser } from 'playwright-core';
import { axeFinds } from '../support/axe.js';
import { chromiumHere, openBrowser, visit } from '../support/browser.js';
import { openFront, type Front } from '../support/house.js';

let front: Front;
let browser: Browser;
beforeAll(async () => {
  front = await openFront();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await front.close();
});

(chromiumHere() === undefined ? describe.skip : describe)('the pages of the house', () => {
  it.each(['', 'resident/', 'verify/', 'collector/', 'desk/', 'organiser/'])(
    'opens /%s in both languages',
    async (page) => {
      for (const language of ['zh-CN', 'en']) {
        const { page: opened, complaints } = await visit(
          browser,
          `${new URL(front.url).origin}/${page}?lang=${language}`,
        );
        await opened.locator('#page *').first().waitFor();
        expect(await opened.evaluate('document.documentElement.lang')).toBe(language);
        expect(await axeFinds(opened)).toEqual([]);
        expect(complaints).toEqual([]);
        await opened.close();
      }
    },
  );

  it('still says in its own words that an address leads nowhere', async () => {
    const answer = await fetch(`${new URL(front.url).origin}/nowhere`);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: 'route-not-found' });
  });
});
