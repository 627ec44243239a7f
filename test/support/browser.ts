/// <reference lib="dom" />
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

/** The Chromium of this machine; undefined where there is none. `SHIHE_CHROMIUM` names another. */
export function chromiumHere(): string | undefined {
  const { SHIHE_CHROMIUM: named, PATH = '' } = process.env;
  if (named !== undefined && named !== '') return named;
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  return PATH.split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumHere(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

export interface Visit {
  page: Page;
  /** What the page did that it should not: scripts that were stopped, errors, dialogs. */
  complaints: string[];
}

/** Opens an address as somebody would, and notes whatever goes wrong in the page. */
export async function visit(browser: Browser, address: string, how: BrowserContextOptions = {}): Promise<Visit> {
  const page = await browser.newPage(how);
  const complaints: string[] = [];
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`stopped by the policy: ${violatedDirective} ${blockedURI}`);
    });
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('dialog', (dialog) => {
    complaints.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(address);
  return { page, complaints };
}

/** Pictures show ordinary names; every other run shows what an enemy would type. */
export const isTakingPictures = process.env.SHIHE_SCREENS !== undefined;

/**
 * Keeps pictures of the page in both languages where pictures were asked for: `npm run screens` puts them into
 * docs/screens/, by page, state, size and language.
 */
export async function shot(page: Page, state: string): Promise<void> {
  const { SHIHE_SCREENS: folder } = process.env;
  if (folder === undefined) return;
  const { width, height } = page.viewportSize()!;
  const before = await page.evaluate(() => document.documentElement.lang);
  for (const language of ['zh-CN', 'en']) {
    // A board keeps to the language of its address.
    if ((await speak(page, language)) !== language) continue;
    await page.screenshot({ path: join(folder, `${state}-${width}x${height}-${language.slice(0, 2)}.png`) });
  }
  await speak(page, before);
}

/** As if the language had been chosen in another window of this browser. @returns what the page speaks now */
function speak(page: Page, language: string): Promise<string> {
  return page.evaluate(async (chosen) => {
    dispatchEvent(new StorageEvent('storage', { key: 'shihe-language', newValue: chosen }));
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    return document.documentElement.lang;
  }, language);
}

/** Texts that do not fit where they stand, or lie outside of the screen. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wrong: string[] = [];
    for (const element of document.querySelectorAll('body *')) {
      const text = element.textContent.trim();
      const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim() !== '');
      if (!own || text === '') continue;
      const { left, top, right, bottom, width } = element.getBoundingClientRect();
      if (width <= 1 || getComputedStyle(element).visibility === 'hidden') continue;
      const outside = left < 0 || top < 0 || right > innerWidth + 1 || bottom > innerHeight + 1;
      const clipped = element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflow !== 'visible';
      if (outside || clipped) wrong.push(`${element.tagName} ${element.className}: ${text.slice(0, 60)}`);
    }
    return wrong;
  });
}

/** Which of these lie over one another, or over the edge of the place that holds them. */
export function overlaps(page: Page, selector: string): Promise<string[]> {
  return page.evaluate((asked) => {
    const boxes = [...document.querySelectorAll(asked)].map((element) => ({
      name: element.className,
      inside: getComputedStyle(element).overflow === 'visible' || element.scrollHeight <= element.clientHeight + 1,
      box: element.getBoundingClientRect(),
    }));
    const spilling = boxes.filter(({ inside }) => !inside).map(({ name }) => `${name} holds more than it shows`);
    const crossing = boxes.flatMap((a, i) =>
      boxes.slice(i + 1).flatMap((b) => {
        const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        return across > 1 && down > 1 ? [`${a.name} over ${b.name}`] : [];
      }),
    );
    return [...spilling, ...crossing];
  }, selector);
}
