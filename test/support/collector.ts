/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import { ResidentCodeDesk } from '#journey/community';
import { scan } from './scanner.js';
import { testPassword, type Front } from './house.js';
import type { Street } from './street.js';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** An ID number that nobody has: no area begins with 00. Its check character is right. */
export function idNumberOf(n: number): string {
  const digits = `0010001990${String((n % 12) + 1).padStart(2, '0')}${String((n % 28) + 1).padStart(2, '0')}${String(n % 1_000).padStart(3, '0')}`;
  const sum = weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  return digits + '10X98765432'.charAt(sum % 11);
}

export interface Listed {
  id: string;
  name: string;
  idNumber: string;
}

/** People who are entered by hand at a desk, so that their documents and codes are real ones of this house. */
export async function listPeople(front: Front, street: Street, names: readonly string[], from = 0): Promise<Listed[]> {
  const people: Listed[] = [];
  for (const [n, name] of names.entries()) {
    const idNumber = idNumberOf(from + n);
    const { status, body } = await front.send('gridworker', 'POST', '/residents', {
      id: uuidv7(),
      name,
      document: { kind: 'resident-id', number: idNumber },
      areaCode: street.buildings[0],
      household: `${901 + Math.floor(n / 3)}`,
    });
    if (status !== 201) throw new Error(`nobody was listed: ${JSON.stringify(body)}`);
    people.push({ id: body.id as string, name, idNumber });
  }
  return people;
}

export async function codeOf(front: Front, person: Listed): Promise<string> {
  return (await front.get(ResidentCodeDesk).issue(person.id, null)).payload;
}

export const filled = async (page: Page) => Number(await page.locator('.filled').getAttribute('data-filled'));

/** Scans and waits for what the whole screen says. */
export async function scanned(page: Page, code: string): Promise<string> {
  const before = await lastVerdict(page);
  await scan(page, code);
  const verdict = page.locator(`.verdict:not([data-n="${before}"])`);
  await verdict.waitFor();
  const shape = (await verdict.getAttribute('class'))?.split(' ')[1] ?? '';
  return `${shape}: ${await verdict.locator('.verdict-text').innerText()}`;
}

async function lastVerdict(page: Page): Promise<string> {
  const verdict = page.locator('.verdict');
  return (await verdict.count()) === 0 ? '' : ((await verdict.getAttribute('data-n')) ?? '');
}

export async function dismiss(page: Page): Promise<void> {
  const button = page.locator('.verdict-actions .main');
  if ((await button.count()) > 0) await button.click();
}

async function signIn(page: Page, username: string): Promise<void> {
  await page.locator('input[name=username]').fill(username);
  await page.locator('input[name=password]').fill(testPassword);
  await page.locator('.sign-in button[type=submit]').click();
}

/**
 * From the first sight of the page to a table at work: signed in, enrolled, approved, list fetched, shift begun.
 * @param look is shown each state on the way
 */
export async function setUp(
  page: Page,
  front: Pick<Front, 'send'>,
  street: Pick<Street, 'siteId'>,
  name = '东门 PDA',
  look: (state: string) => Promise<void> = () => Promise.resolve(),
): Promise<string> {
  await page.locator('.sign-in').waitFor();
  await look('sign-in');
  await signIn(page, 'scanner');
  const made = await front.send('sitelead', 'POST', '/device-enrolments', { siteId: street.siteId });
  await page.locator('input[name=enrolmentId]').waitFor();
  await scan(page, `SE1.${made.body.id}.${made.body.code}`);
  await page.locator('input[name=name]').fill(name);
  await look('enrol');
  await page.locator('form .main').click();
  await page.locator('.waiting .spinner').waitFor();
  await look('approval');
  const deviceId = await approveNewest(front, street);
  await page.locator('.start').waitFor({ timeout: 20_000 });
  await look('no-list');
  await page.locator('.start .choice button').click();
  await page.locator('form .main').waitFor({ timeout: 20_000 });
  await look('start');
  await page.locator('form .main').click();
  await page.locator('.work').waitFor();
  await look('ready');
  return deviceId;
}

async function approveNewest(front: Pick<Front, 'send'>, street: Pick<Street, 'siteId'>): Promise<string> {
  const { body } = await front.send('organiser', 'GET', `/sites/${street.siteId}/devices`);
  const { id } = (body.devices as { id: string; state: string }[]).find(({ state }) => state === 'waiting')!;
  const approved = await front.send('organiser', 'PUT', `/devices/${id}/approval`);
  if (approved.status !== 200) throw new Error(`not approved: ${JSON.stringify(approved.body)}`);
  return id;
}

/** Until the page says that nothing is unsent. */
export const allSent = (page: Page) => page.locator('.unsent[data-unsent="0"]').waitFor({ timeout: 30_000 });

/** The swabs that the house has of one device's acts: tube, place, resident. */
export async function swabsInHouse(
  front: Front,
): Promise<{ id: string; tube: string; place: number; resident: string | null }[]> {
  return front.database.query(
    'SELECT id, tube_barcode AS tube, place, resident_id AS resident FROM sampling.swab ORDER BY tube_barcode, place',
  );
}

/**
 * What a person in gloves, in the sun, could not see or hit: texts below 18 px or with less contrast than 7:1, targets below
 * 64 px, and targets nearer than 16 px to each other.
 */
export function lookFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const isShown = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      const inert = element.closest('[inert], .for-readers, [aria-hidden="true"]') !== null;
      return !inert && width > 1 && height > 1 && getComputedStyle(element).visibility !== 'hidden';
    };
    const colour = (text: string) => (/[\d.]+/gu[Symbol.match](text) ?? []).map(Number);
    const luminance = ([red = 0, green = 0, blue = 0]: number[]) => {
      const [r, g, b] = [red, green, blue].map((part) => {
        const share = part / 255;
        return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
    };
    const ground = (element: Element | null): number[] => {
      for (let at = element; at !== null; at = at.parentElement) {
        const parts = colour(getComputedStyle(at).backgroundColor);
        if (parts.length === 3 || (parts[3] ?? 0) > 0) return parts;
      }
      return [255, 255, 255];
    };
    const isCovered = (element: Element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const over = document.elementFromPoint(left + width / 2, top + height / 2);
      return over !== null && !element.contains(over) && !over.contains(element);
    };
    for (const element of document.querySelectorAll('body *')) {
      const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim() !== '');
      if (!own || !isShown(element) || isCovered(element) || element.closest(':disabled') !== null) continue;
      const style = getComputedStyle(element);
      const [a, b] = [luminance(colour(style.color)), luminance(ground(element))].sort((x, y) => y - x);
      const contrast = (a! + 0.05) / (b! + 0.05);
      const word = `${element.tagName}.${element.className} "${element.textContent.trim().slice(0, 20)}"`;
      if (contrast < 7) faults.push(`${word} has contrast ${contrast.toFixed(2)}`);
      if (parseFloat(style.fontSize) < 18) faults.push(`${word} is ${style.fontSize}`);
    }
    const targets = [...document.querySelectorAll('button, input, select, a[href]')].filter(
      (element) => isShown(element) && !isCovered(element),
    );
    // What is scrolled half out of sight ends where its list ends.
    const boxes = targets.map((element) => {
      const whole = element.getBoundingClientRect();
      const list = element.closest('.sheet-body')?.getBoundingClientRect() ?? whole;
      const [top, bottom] = [Math.max(whole.top, list.top), Math.min(whole.bottom, list.bottom)];
      return { name: element.textContent, whole, box: { left: whole.left, right: whole.right, top, bottom } };
    });
    for (const [n, { name, whole, box }] of boxes.entries()) {
      if (whole.height < 64 || whole.width < 64) faults.push(`"${name}" is ${whole.width}x${whole.height}`);
      for (const { name: other, box: next } of boxes.slice(n + 1)) {
        const across = Math.max(next.left - box.right, box.left - next.right);
        const down = Math.max(next.top - box.bottom, box.top - next.bottom);
        if (Math.max(across, down) < 15.9) faults.push(`"${name}" and "${other}" are too near`);
      }
    }
    return faults;
  });
}
