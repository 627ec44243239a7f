import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { chromiumHere, shot } from '../support/browser.js';
import { allSent, filled, idNumberOf, setUp, swabsInHouse } from '../support/collector.js';
import { openFront, type Front } from '../support/house.js';
import { scan } from '../support/scanner.js';
import { layStreet, type Street } from '../support/street.js';

let front: Front;
let street: Street;
let profile: string;

beforeAll(async () => {
  front = await openFront();
  street = await layStreet(front.database, 6);
  profile = mkdtempSync(join(tmpdir(), 'shihe-collector-'));
});
afterAll(async () => {
  rmSync(profile, { recursive: true, force: true });
  await front.close();
});

interface Opened {
  context: BrowserContext;
  page: Page;
  /** Ends the browser as a flat battery does. */
  kill: () => Promise<void>;
}

/** A browser of its own with a profile that outlives it, which is what a telephone is. */
async function openTelephone(folder = profile): Promise<Opened> {
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: chromiumHere(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    viewport: { width: 390, height: 844 },
  });
  const page = context.pages()[0] ?? (await context.newPage());
  // The first process of this profile is the browser itself; the others end with it.
  const pid = await browserPid(folder);
  return {
    context,
    page,
    kill: async () => {
      process.kill(pid, 'SIGKILL');
      await context.close().catch(() => undefined);
      await pause(300);
      rmSync(join(folder, 'SingletonLock'), { force: true });
    },
  };
}

async function browserPid(folder: string): Promise<number> {
  const { readdirSync, readFileSync } = await import('node:fs');
  const found = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .find((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return command.includes(`--user-data-dir=${folder}`) && !command.includes('--type=');
      } catch {
        return false;
      }
    });
  if (found === undefined) throw new Error('the browser is not there');
  return Number(found);
}

const address = () => `${new URL(front.url).origin}/collector/?lang=zh-CN`;

const openTubes = (page: Page) => page.locator('.filled').count();

(chromiumHere() === undefined ? describe.skip : describe)('a table without a network', () => {
  it('loses nothing that was green and doubles nothing, though its browser is killed three times', async () => {
    let { context, page, kill } = await openTelephone();
    await page.goto(address());
    await setUp(page, front, street);
    // Kept on the device from here on.
    await page.evaluate('navigator.serviceWorker.ready');
    await context.setOffline(true);

    const green: string[] = [];
    let person = 0;
    let tubes = 0;
    let killed = 0;
    const acts = () => green.length;
    while (acts() < 200) {
      if ((await openTubes(page)) === 0) {
        tubes += 1;
        await scan(page, `OFF-${String(tubes).padStart(4, '0')}`);
        await page.locator('.filled').waitFor();
        green.push(`tube ${tubes}`);
      }
      const before = await filled(page);
      if (before === 10) {
        await page.getByRole('button', { name: '封管 10/10', exact: true }).click();
        await page.getByRole('button', { name: '1', exact: true }).click();
        await page.getByRole('button', { name: '0', exact: true }).click();
        await page.getByRole('button', { name: '确认封管', exact: true }).click();
        await page.locator('.tube.none').waitFor();
        await page.locator('.verdict.sealed .main').click();
        green.push(`seal ${tubes}`);
        continue;
      }
      person += 1;
      await scan(page, idNumberOf(person));
      await page.locator(`.filled[data-filled="${before + 1}"]`).waitFor();
      green.push(`person ${person}`);
      const dismiss = page.locator('.verdict-actions .main');
      if ((await dismiss.count()) > 0) await dismiss.click();
      if (killed < 3 && acts() >= 50 * (killed + 1)) {
        killed += 1;
        // One more is on its way while the browser ends: it was never green, and may be there or not.
        person += 1;
        void scan(page, idNumberOf(person)).catch(() => undefined);
        await kill();
        ({ context, page, kill } = await openTelephone());
        await context.setOffline(true);
        await page.goto(address());
        await page.locator('.work').waitFor({ timeout: 20_000 });
        const now = (await openTubes(page)) === 0 ? 0 : await filled(page);
        // Everything that was green is there; whatever was on its way at most besides.
        const here = green.filter((word) => word.startsWith('person')).length;
        const shown = Number(await page.locator('[data-today]').getAttribute('data-today'));
        expect([here, here + 1]).toContain(shown);
        if (shown > here) green.push(`person ${person}`);
        expect(now).toBeLessThanOrEqual(10);
      }
    }
    await shot(page, 'collector-offline');
    await page.getByText('离线', { exact: true }).waitFor();
    // The shift does not end while anything is unsent.
    await page.getByRole('button', { name: '更多', exact: true }).click();
    expect(await page.getByRole('button', { name: '下班', exact: true }).isDisabled()).toBe(true);
    await page.getByText('未上传，不能下班', { exact: false }).waitFor();
    await shot(page, 'collector-unsent');
    await page.getByRole('button', { name: '返回', exact: true }).click();
    const unsent = Number(await page.locator('.unsent').getAttribute('data-unsent'));
    expect(unsent).toBe(green.length);

    await context.setOffline(false);
    await allSent(page);
    const swabs = await swabsInHouse(front);
    const people = green.filter((word) => word.startsWith('person')).length;
    expect(swabs).toHaveLength(people);
    expect(new Set(swabs.map(({ id }) => id)).size).toBe(people);
    expect(Number(await page.locator('[data-today]').getAttribute('data-today'))).toBe(people);
    const [books] = await front.database.query(
      'SELECT received, arrived, repeated, (SELECT count(*)::int FROM sampling.device_book_difference) AS differs FROM sampling.device_book',
    );
    expect(books).toEqual({ received: green.length, arrived: green.length, repeated: 0, differs: 0 });
    const holes = await front.database.query(
      `SELECT 1 FROM sampling.exception WHERE kind IN ('sequence-hole', 'device-cloned')`,
    );
    expect(holes).toEqual([]);
    await context.close();
  });
});
