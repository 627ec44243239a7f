import type { Browser } from 'playwright-core';
import { axeFinds } from '../support/axe.js';
import { chromiumHere, openBrowser, shot, visit } from '../support/browser.js';
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
        await opened.locator('h1').first().waitFor();
        expect(await opened.evaluate('document.documentElement.lang')).toBe(language);
        expect(await axeFinds(opened)).toEqual([]);
        expect(complaints).toEqual([]);
        await opened.close();
      }
    },
  );

  it('leads everybody to their page, in their language, by keyboard as well', async () => {
    const origin = new URL(front.url).origin;
    const sizes = [
      { width: 390, height: 844 },
      { width: 1366, height: 768 },
    ];
    for (const viewport of sizes) {
      const { page, complaints } = await visit(browser, `${origin}/?lang=zh`, { viewport });
      await page.getByRole('heading', { name: '您是哪一位？' }).waitFor();
      await shot(page, 'door');
      await page.getByRole('button', { name: 'English' }).click();
      expect(
        await page.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
      ).toEqual(['resident', 'collector', 'desk', 'organiser', 'verify'].map((name) => `./${name}/?lang=en`));
      await page.getByRole('link', { name: 'Guard at a checkpoint' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Verify a negative proof' }).waitFor();
      expect(complaints).toEqual([]);
      await page.close();
    }
  });

  it('still says in its own words that an address leads nowhere', async () => {
    const answer = await fetch(`${new URL(front.url).origin}/nowhere`);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: 'route-not-found' });
  });
});
