import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { axeFinds } from '../support/axe.js';
import { chromiumHere, shot, visit } from '../support/browser.js';
import { allSent, codeOf, listPeople, setUp, swabsInHouse } from '../support/collector.js';
import { filmOfCodes } from '../support/fake-camera.js';
import { openFront, type Front } from '../support/house.js';
import { layStreet, type Street } from '../support/street.js';

let front: Front;
let street: Street;
let browser: Browser;
let folder: string;
let personId: string;

beforeAll(async () => {
  front = await openFront();
  street = await layStreet(front.database, 3);
  const [person] = await listPeople(front, street, ['郑十']);
  personId = person!.id;
  folder = mkdtempSync(join(tmpdir(), 'shihe-camera-'));
  const film = join(folder, 'codes.y4m');
  await filmOfCodes(film, ['CAM-0001', await codeOf(front, person!)]);
  browser = await chromium.launch({
    executablePath: chromiumHere(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
  });
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
  await front.close();
});

const address = () => `${new URL(front.url).origin}/collector/?lang=zh-CN`;
const viewport = { width: 390, height: 844 };

(chromiumHere() === undefined ? describe.skip : describe)('the camera of a telephone', () => {
  it('reads a tube and the code of a person, with what the page brought along', async () => {
    const { page, complaints } = await visit(browser, address(), { viewport });
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).host));
    await setUp(page, front, street);
    await page.getByRole('button', { name: '扫码', exact: true }).click();
    await page.getByText('把码放进框里').waitFor();
    await page.locator('.filled[data-filled="1"]').waitFor({ timeout: 30_000 });
    await shot(page, 'collector-camera');
    const dismiss = page.locator('.verdict-actions .main');
    if ((await dismiss.count()) > 0) await dismiss.click();
    await page.getByRole('button', { name: '关闭摄像头', exact: true }).click();
    await page.locator('.camera').waitFor({ state: 'detached' });
    await allSent(page);
    expect((await swabsInHouse(front)).map(({ tube, resident }) => [tube, resident])).toEqual([['CAM-0001', personId]]);
    expect([...new Set(fetched)]).toEqual([new URL(front.url).host]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('says what to do instead where nobody may use it', async () => {
    const { page, complaints } = await visit(browser, address(), { viewport });
    await page.evaluate(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
    await setUp(page, front, street);
    await page.getByRole('button', { name: '扫码', exact: true }).click();
    await page.getByText('没有摄像头权限', { exact: false }).waitFor();
    expect(await axeFinds(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
