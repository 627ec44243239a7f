import { LabCounter, ReportDesk } from '#journey/lab';
import { ReconcileReport } from '#journey/results';
import { Transactions } from '#platform/database';
import type { Browser, Page } from 'playwright-core';
import { chromiumHere, openBrowser, type Visit } from '../support/browser.js';
import { layControlRoom, type ControlRoom } from '../support/control-room.js';
import { newDevice } from '../support/device.js';
import { openFront, type Front } from '../support/house.js';
import { inOrder, signIn } from '../support/signed-in.js';

let front: Front;
let browser: Browser;
let room: ControlRoom;
beforeAll(async () => {
  front = await openFront();
  browser = await openBrowser();
  room = await layControlRoom(front);
});
afterAll(async () => {
  await browser.close();
  await front.close();
});

const phone = { width: 390, height: 844 };
const onPhone = (as: string, place: string, lang: 'zh-CN' | 'en' = 'zh-CN'): Promise<Visit> =>
  signIn(browser, front, `organiser/{lang}#/${place}`, as, { viewport: phone, lang });

/** What would make somebody scroll sideways, hides a part of a word, or is too small for a thumb. */
const thumbFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults: string[] = [];
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > innerWidth) faults.push(`the page is ${scrollWidth} wide`);
    for (const part of document.querySelectorAll('#content *')) {
      const { width, height, right } = part.getBoundingClientRect();
      if (part.closest('.for-readers, thead') !== null || width <= 1) continue;
      const name = `${part.tagName}.${part.getAttribute('class') ?? ''} "${part.textContent.slice(0, 20)}"`;
      if (right > innerWidth + 1) faults.push(`${name} ends at ${right}`);
      if (part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).overflowX !== 'visible')
        faults.push(`${name} is cut off`);
      const touched = part.matches('[type=checkbox], [type=radio]') ? part.closest('label') : part;
      if (!part.matches('button, input, select, a[href]') || touched === null) continue;
      const target = touched === part ? { width, height } : touched.getBoundingClientRect();
      if (target.width < 43.9 || target.height < 43.9) faults.push(`${name} is ${target.width}x${target.height}`);
    }
    return faults;
  });

async function isHandy(visited: Visit): Promise<void> {
  expect(await thumbFaults(visited.page)).toEqual([]);
  await inOrder(visited);
}

/** A positive tube with everybody in it, and a device that waits for a second person. */
async function layWork(): Promise<void> {
  const { way, street } = room;
  const [box] = await front.database.query<{ barcodes: string[] }>(
    `SELECT array_agg(barcode ORDER BY barcode) AS barcodes FROM transport.box_tube WHERE box_code = 'XZ-0001'`,
  );
  const barcodes = box!.barcodes;
  await front.get(LabCounter).record({ boxCode: 'XZ-0001', accepted: barcodes, rejected: [] }, way.lab);
  const line = { barcode: barcodes[0], outcome: 'positive', testedAt: new Date().toISOString() };
  const report = { bytes: Buffer.from(JSON.stringify(line)), contentType: 'application/x-ndjson' };
  const { id } = await front.get(ReportDesk).upload(report, way.lab);
  await front.get(Transactions).run((tx) => front.get(ReconcileReport).handle(tx, { reportId: id }));
  const { body: code } = await front.send('organiser', 'POST', '/device-enrolments', { siteId: street.siteId });
  const device = await newDevice();
  const enrolmentId = code.id as string;
  const signature = await device.sign({ id: device.id, enrolmentId });
  const asked = {
    id: device.id,
    enrolmentId,
    code: code.code,
    name: '东门 3 号台',
    publicKey: device.publicKey,
    signature,
  };
  expect((await front.send('scanner', 'POST', '/devices', asked)).status).toBe(201);
}

(chromiumHere() === undefined ? describe.skip : describe)('the control room on a phone', () => {
  it('shows each missing person on a card: who, which door, why, the telephone, and what can be done', async () => {
    for (const lang of ['zh-CN', 'en'] as const) {
      const visited = await onPhone('organiser', 'missing/370811013001', lang);
      const { page } = visited;
      const card = page.locator('table.missing tbody tr').first();
      await card.waitFor();
      expect(await card.locator('.is-name').textContent()).toMatch(/\*/);
      const said = await card.locator('td').evaluateAll((cells) =>
        cells.map((cell) => {
          const label = getComputedStyle(cell, '::before').content;
          return `${label === 'none' ? '' : label.slice(1, -1)}: ${cell.textContent}`;
        }),
      );
      expect(said.slice(1)).toEqual(
        lang === 'en'
          ? ['Building · door: 1号楼 · 1', expect.stringMatching(/^Document: 0\*+01$/), 'Telephone: —',
             'Reason: did not come', 'Goes to the door: nobody yet', ': Show in clear']
          : ['楼栋 · 门牌: 1号楼 · 1', expect.stringMatching(/^证件号: 0\*+01$/), '电话: —', '原因: 未到场', '上门人员: 未安排',
             ': 查看原文'],
      ); // prettier-ignore
      const heard = page.getByRole('table').getByRole('row').nth(1);
      expect(await heard.getByRole('rowheader').count()).toBe(1);
      expect(await heard.getByRole('cell').count()).toBeGreaterThan(4);
      await isHandy(visited);
      await card.getByRole('checkbox').check();
      await page.getByText(lang === 'en' ? '1 selected' : '已选 1 人').waitFor();
      await page.getByRole('checkbox', { name: lang === 'en' ? 'Select all shown' : '全选本页' }).check();
      await card.getByRole('button').click();
      await page.locator('dialog[open]').waitFor();
      await isHandy(visited);
      await page.close();
    }
  });

  it('shows every other table as cards as well, and nothing has to be scrolled sideways', async () => {
    await layWork();
    const visited = await onPhone('organiser', 'overview');
    const { page } = visited;
    const goTo = (place: string) => page.goto(page.url().replace(/#.*/, `#/${place}`));
    for (const [place, sight] of [
      ['overview', '.site-load tbody tr'],
      ['coverage', '.bars li'],
      ['recalls', '.tube-recalls tbody tr'],
      ['report', '.paper tbody tr'],
      ['rounds', '.area-tree li'],
      ['sites', '.cards li'],
      [`sites/${room.street.siteId}`, '.chips li'],
      [`devices/${room.street.siteId}`, '.rows tbody tr'],
      ['break-glass', '#content form'],
    ] as const) {
      await goTo(place);
      await page.locator(sight).first().waitFor();
      await isHandy(visited);
    }
    await page.close();
    for (const [as, place, sight] of [
      ['security', 'accounts', '.account-list li'],
      ['auditor', 'journal', '.journal tbody tr'],
    ] as const) {
      const other = await onPhone(as, place, 'en');
      await other.page.locator(sight).first().waitFor();
      await isHandy(other);
      await other.page.close();
    }
  });
});
