import type { Browser, Page } from 'playwright-core';
import { ResultReconciler } from '#journey/results';
import { Transactions } from '#platform/database';
import { axeFinds } from '../support/axe.js';
import { chromiumHere, openBrowser, shot, visit, type Visit } from '../support/browser.js';
import { registerWithCode, type FamilyMember } from '../support/family.js';
import { openFront, type Front } from '../support/house.js';
import { Outcomes } from '../support/outcomes.js';
import { scan } from '../support/scanner.js';

const phone = { viewport: { width: 390, height: 844 } };

let front: Front;
let browser: Browser;
let person: FamilyMember;
/** A proof as the house signs it. */
let proof: string;

beforeAll(async () => {
  front = await openFront();
  const outcomes = await Outcomes.lay(front.database, 3);
  person = await registerWithCode(front, outcomes.street.buildings[0], '欧阳小明');
  await outcomes.tube('V1', '10', [person.id]);
  const report = await outcomes.report({ V1: 'negative' });
  await front.get(Transactions).run((tx) => front.get(ResultReconciler).reconcileReport(tx, report));
  const { body } = await front.send('gridworker', 'GET', `/residents/${person.id}/proofs/${outcomes.street.roundId}`);
  proof = body.payload as string;
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await front.close();
});

/** With the page's keys fetched and the page itself kept on the phone. */
async function open(more = ''): Promise<Visit> {
  const visited = await visit(browser, `${new URL(front.url).origin}/verify/?lang=zh${more}`, phone);
  await visited.page.getByText('可离线使用').waitFor();
  return visited;
}

const verdict = (page: Page, word: string) => page.getByRole('heading', { level: 2, name: word, exact: true });

/** The same text with one bit of its signature turned over. */
function turned(text: string): string {
  const place = text.lastIndexOf('.') + 20;
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const other = alphabet.charAt(alphabet.indexOf(text.charAt(place)) ^ 1);
  return text.slice(0, place) + other + text.slice(place + 1);
}

(chromiumHere() === undefined ? describe.skip : describe)('the page of a checkpoint', () => {
  it('finds valid what the house signed, and shows what has to be compared and nothing more', async () => {
    const visited = await open();
    const { page, complaints } = visited;
    await shot(page, 'verify-ready');
    expect(await axeFinds(page)).toEqual([]);
    await scan(page, proof);
    await verdict(page, '有效').waitFor();
    expect(await page.locator('.verdict .compare dd').allInnerTexts()).toEqual(['欧阳*', person.ending]);
    await shot(page, 'verify-valid');
    expect(await axeFinds(page)).toEqual([]);
    await page.getByRole('button', { name: 'English' }).click();
    await verdict(page, 'Valid').waitFor();
    await shot(page, 'verify-valid');
    await page.getByRole('button', { name: 'Next person' }).click();
    expect(await page.locator('.verdict').count()).toBe(0);
    expect(await page.evaluate('JSON.stringify(localStorage)')).not.toContain(person.ending);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('finds a changed bit, a resident code and anything else not valid, by keyboard alone', async () => {
    const { page, complaints } = await open();
    for (const [text, word] of [
      [turned(proof), '无效'],
      [person.code, '这是居民码'],
      ['<img src=x onerror=alert(1)>', '无效'],
      ['"><script>alert(2)</script>', '无效'],
      [proof, '有效'],
    ] as const) {
      await page.getByLabel('或粘贴、输入').focus();
      await page.keyboard.insertText(text);
      await page.keyboard.press('Enter');
      await verdict(page, word).waitFor();
      if (text === turned(proof)) await shot(page, 'verify-not-valid');
      expect(await axeFinds(page)).toEqual([]);
    }
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('works without a network once it was open, and knows when a proof has run out', async () => {
    const { page, complaints } = await open();
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await page.context().setOffline(true);
    await page.reload();
    await page.getByText('可离线使用').waitFor();
    await scan(page, proof);
    await verdict(page, '有效').waitFor();
    await page.clock.setFixedTime(new Date(Date.now() + 47.5 * 3_600_000));
    await scan(page, proof);
    await verdict(page, '已过期').waitFor();
    await shot(page, 'verify-expired');
    expect(await axeFinds(page)).toEqual([]);
    await page.clock.setFixedTime(new Date(Date.now() - 20 * 3_600_000));
    await scan(page, proof);
    await verdict(page, '手机时间不对').waitFor();
    expect(complaints.filter((complaint) => !complaint.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
    await page.close();
  });

  it('asks to connect once where it has no keys, and judges by itself as soon as it has them', async () => {
    const page = await browser.newPage(phone);
    await page.route('**/api/v1/proof-keys', (route) => route.abort());
    await page.goto(`${new URL(front.url).origin}/verify/?lang=zh`);
    await page.getByText('请先联网一次').waitFor();
    await scan(page, proof);
    await verdict(page, '需要联网一次').waitFor();
    await shot(page, 'verify-connect');
    expect(await axeFinds(page)).toEqual([]);
    await page.unroute('**/api/v1/proof-keys');
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await verdict(page, '有效').waitFor();
    await page.close();
  });

  it('reads the QR off a photo with the decoder that it brings along', async () => {
    const { page, complaints } = await open();
    const picture = await pictureOf(proof);
    await page.getByLabel('从照片识别').setInputFiles({ name: 'proof.png', mimeType: 'image/png', buffer: picture });
    await verdict(page, '有效').waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('says what to do where the camera may not be used', async () => {
    const { page } = await open('&training=1');
    await page.getByText('演练').waitFor();
    await page.getByRole('button', { name: '打开摄像头扫码' }).click();
    await page.locator('.camera-reader .wrong').waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await shot(page, 'verify-no-camera');
    await page.close();
  });
});

/** The QR of a text as a picture, drawn by a browser. */
async function pictureOf(text: string): Promise<Buffer> {
  const { renderSVG } = await import('uqr');
  const page = await browser.newPage({ viewport: { width: 600, height: 600 } });
  await page.setContent(renderSVG(text, { ecc: 'M', border: 4 }));
  const picture = await page.screenshot();
  await page.close();
  return picture;
}
