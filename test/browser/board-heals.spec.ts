import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import { chromiumHere, openBrowser, visit } from '../support/browser.js';
import { processesOf, somePlace, StartedShihe, type Place } from '../support/started-shihe.js';

/** From the moment at which the servers answer again. */
const healsWithinMs = 10_000;
const password = 'shihe-demo';

let place: Place;
let shihe: StartedShihe;
let browser: Browser;
beforeAll(async () => {
  place = await somePlace();
  shihe = start();
  await shihe.ready();
  browser = await openBrowser();
}, 180_000);
afterAll(async () => {
  await browser.close();
  await shihe.stop();
  place.remove();
}, 60_000);

function start(): StartedShihe {
  return new StartedShihe(place, { SHIHE_DEMO: 'on', SHIHE_DEMO_RESIDENTS: '100' });
}

const house = () => `http://127.0.0.1:${place.ports.SITE_API_PORT}/api/v1`;

/** Asks until the house answers: it is being killed all the time. */
async function ask(path: string, method = 'GET', body?: object, token?: string): Promise<any> {
  for (;;) {
    try {
      const answer = await fetch(`${house()}${path}`, {
        method,
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      if (answer.ok) return await answer.json();
      if (answer.status < 500) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    } catch (error) {
      if ((error as Error).name !== 'TypeError') throw error;
    }
    await pause(100);
  }
}

/** Every number that was on the screen, in the order in which it was, for as long as the page stays open. */
async function noteNumbers(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { shownNumbers: seen });
    const note = () => {
      const number = document.querySelector('.called .number')?.textContent ?? '';
      if (number !== seen.at(-1)) seen.push(number);
    };
    note();
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

const shownNumbers = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { shownNumbers: string[] }).shownNumbers);

(chromiumHere() === undefined || process.platform !== 'linux' ? describe.skip : describe)('an open board', () => {
  it('heals by itself whatever is killed, and never shows a number that was not called then', async () => {
    const [site] = (await ask('/sites')).items;
    const { token } = await ask('/sessions', 'POST', { username: 'organiser', password });
    const station = (
      (await ask(`/sites/${site.id}/stations`, 'GET', undefined, token)).items as { id: string; lane: string }[]
    ).find(({ lane }) => lane === 'general')!;
    const marshal = (await ask('/sessions', 'POST', { username: 'marshal', password })).token;
    const scanner = (await ask('/sessions', 'POST', { username: 'scanner', password })).token;
    for (let n = 0; n < 6; n += 1) {
      await ask(`/sites/${site.id}/tickets`, 'POST', { partySize: 1, lane: 'general' }, marshal);
    }
    const called: string[] = [];
    const call = async () => {
      // Asked again after a lost answer it is the same call.
      const { tickets } = await ask(`/stations/${station.id}/calls`, 'POST', { id: uuidv7(), count: 1 }, scanner);
      called.push(tickets[0].label);
    };
    // Large and spoken it is when those before it have been spoken.
    const shows = async (page: Page) => {
      const label = called.at(-1)!;
      await page.locator('.recent td', { hasText: label }).waitFor({ timeout: healsWithinMs });
      await page.locator('.called .number', { hasText: label }).waitFor({ timeout: 60_000 });
    };

    await call();
    const board = `http://127.0.0.1:${place.ports.QUEUE_DISPLAY_PORT}/board/?site=${site.id}`;
    const { page } = await visit(browser, board);
    await shows(page);
    await noteNumbers(page);

    for (const app of ['queue-display', 'site-api', 'job-runner']) {
      const back = `${app} is back`;
      process.kill(processesOf(place.dataDir).find(({ command }) => command.includes(`${app}.js`))!.pid, 'SIGKILL');
      await call();
      while (!shihe.output.includes(back)) await pause(50);
      await shows(page);
    }

    const [postmaster] = readFileSync(join(place.dataDir, 'postgresql', 'postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(postmaster), 'SIGKILL');
    while (!shihe.output.includes('PostgreSQL is back')) await pause(50);
    await call();
    await shows(page);

    // The whole house: nothing answers until it stands again.
    await shihe.stop();
    await page.locator('.stale-banner').waitFor();
    shihe = start();
    await shihe.ready();
    await call();
    await shows(page);
    await page.locator('.stale-banner').waitFor({ state: 'detached' });

    expect(await shownNumbers(page)).toEqual(called);
  }, 180_000);
});
