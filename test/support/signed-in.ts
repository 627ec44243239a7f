/// <reference lib="dom" />
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { axeFinds } from './axe.js';
import { visit, type Visit } from './browser.js';
import { testPassword, type Front } from './house.js';

/** How somebody looks at a page: a desk of the usual size and Chinese unless told. */
export interface Look extends BrowserContextOptions {
  lang?: 'zh-CN' | 'en';
}

/**
 * Opens a page and signs in by keyboard.
 * @param address below the house's own; `{lang}` stands where the language goes
 * @param as the name of the account
 */
export async function signIn(
  browser: Browser,
  front: Front,
  address: string,
  as: string,
  look: Look = {},
): Promise<Visit> {
  const { lang = 'zh-CN', ...context } = look;
  const place = `${new URL(front.url).origin}/${address.replace('{lang}', `?lang=${lang}`)}`;
  const visited = await visit(browser, place, { viewport: { width: 1440, height: 900 }, ...context });
  const { page } = visited;
  await page.locator('[name=username]').fill(as);
  await page.locator('[name=password]').fill(testPassword);
  await page.keyboard.press('Enter');
  await page.locator('.sign-in').waitFor({ state: 'detached' });
  return visited;
}

/** Nothing for axe, nothing that was stopped or broke, nothing wider than the screen. */
export async function inOrder({ page, complaints }: Visit): Promise<void> {
  expect(await axeFinds(page)).toEqual([]);
  expect(complaints).toEqual([]);
  const tooWide = await page.evaluate(() =>
    document.documentElement.scrollWidth <= innerWidth
      ? []
      : [...document.querySelectorAll('body *')]
          .filter((one) => one.getBoundingClientRect().right > innerWidth)
          .map(({ tagName, className }) => `${tagName} ${className}`),
  );
  expect(tooWide).toEqual([]);
}
