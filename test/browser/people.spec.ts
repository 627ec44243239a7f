import type { Browser, Page } from 'playwright-core';
import { AccountRegister, ScopeRegister } from '#platform/access';
import { chromiumHere, isTakingPictures, openBrowser, shot } from '../support/browser.js';
import { idNumberOf, listPeople, type Listed } from '../support/collector.js';
import { openFront, testPassword, type Front } from '../support/house.js';
import { scan } from '../support/scanner.js';
import { inOrder, signIn, type Look } from '../support/signed-in.js';
import { layStreet, type Street } from '../support/street.js';

const door = isTakingPictures ? '9-2-901' : '9<img src=x onerror=alert(1)>';
const phone = { viewport: { width: 390, height: 844 } };

let front: Front;
let browser: Browser;
let street: Street;
let people: Listed[];
beforeAll(async () => {
  front = await openFront();
  browser = await openBrowser();
  street = await layStreet(front.database, 2);
  const gate = { username: 'gate', role: 'marshal', displayName: '门口', password: testPassword } as const;
  const { id } = await front.get(AccountRegister).add(gate);
  await front.get(ScopeRegister).put(id, [{ kind: 'site', key: street.siteId }], null);
  people = await listPeople(front, street, ['王五', '李四', '赵六']);
});
afterAll(async () => {
  await browser.close();
  await front.close();
});

const atDesk = (as: string, look: Look = {}) => signIn(browser, front, 'desk/{lang}#/people', as, look);

/** Presses a button and takes the code that the house answers with. */
async function issued(page: Page, press: () => Promise<void>): Promise<string> {
  const [answer] = await Promise.all([page.waitForResponse((one) => one.url().endsWith('/codes')), press()]);
  return ((await answer.json()) as { payload: string }).payload;
}

async function walkHome(page: Page, levels = 6): Promise<void> {
  const way = [
    ['市', '济宁市'],
    ['区县', '任城区'],
    ['街道', '阜桥街道'],
    ['社区', '第一社区'],
    ['网格', ''],
    ['楼栋', ''],
  ] as const;
  for (const [level, name] of way.slice(0, levels)) {
    const list = page.getByRole('combobox', { name: level, exact: true });
    const option = list
      .locator('option')
      .filter({ hasText: name })
      .nth(name === '' ? 1 : 0);
    await option.waitFor({ state: 'attached' });
    await list.selectOption(await option.getAttribute('value'));
  }
}

const inLedger = async (door: string) =>
  (
    await front.database.query<{ id: string }>(
      'SELECT r.id FROM community.resident r JOIN community.household h ON h.id = r.household_id WHERE h.door = $1',
      [door],
    )
  ).length;

(chromiumHere() === undefined ? describe.skip : describe)('resident codes at the desk', () => {
  it('finds somebody by what a reader types, and prints a code that lets them in', async () => {
    const visited = await atDesk('marshal');
    const { page } = visited;
    await inOrder(visited);
    await shot(page, 'desk-people-start');
    await scan(page, 'SH1.k.r.1.2.s');
    await page.getByText('这个人已经有码').waitFor();
    await scan(page, people[0]!.idNumber);
    const person = page.locator('.found li');
    await person.waitFor();
    expect(await person.innerText()).not.toContain(people[0]!.idNumber);
    const payload = await issued(page, () => person.getByRole('button', { name: '发居民码' }).press('Enter'));
    await person.getByText('已发').waitFor();
    expect(await person.getByRole('button').count()).toBe(0);
    const ending = people[0]!.idNumber.slice(-4);
    const admitted = await front.send(undefined, 'POST', '/resident-sessions', {
      code: payload,
      documentEnding: ending,
    });
    expect([admitted.status, admitted.body.residentId]).toEqual([201, people[0]!.id]);
    await page.getByLabel('证件号或手机号').fill(people[1]!.idNumber);
    await page.keyboard.press('Enter');
    await page.locator('.found li', { hasText: '李' }).getByRole('button').press('Enter');
    await page.getByRole('heading', { name: '打印单：2 张' }).waitFor();
    await inOrder(visited);
    await shot(page, 'desk-people');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.code-sheet li:visible').count()).toBe(2);
    expect(await page.locator('.found, .find-people, button').filter({ visible: true }).count()).toBe(0);
    await shot(page, 'desk-people-paper');
    await page.emulateMedia({ media: null });
    await page.getByRole('button', { name: /^移除 李/ }).press('Enter');
    await page.getByRole('heading', { name: '打印单：1 张' }).waitFor();
    await page.getByRole('button', { name: '清空' }).press('Enter');
    expect(await page.locator('.code-sheet').count()).toBe(0);
    await page.close();
  });

  it('registers whoever is not in the ledger, once, though the answer is lost', async () => {
    // Who leads the queue of this one site, and reaches nothing else.
    const visited = await atDesk('gate', phone);
    const { page } = visited;
    const idNumber = idNumberOf(77);
    await page.getByLabel('证件号或手机号').fill(idNumber);
    await page.keyboard.press('Enter');
    await page.getByText('台账中没有找到').waitFor();
    await shot(page, 'desk-people-nobody');
    await page.locator('.state').getByRole('button', { name: '现场登记' }).press('Enter');
    expect(await page.getByLabel('证件号', { exact: true }).inputValue()).toBe(idNumber);
    await page.getByLabel('姓名').fill('钱七');
    await page.getByLabel(/^户号/).fill(door);
    await walkHome(page, 3);
    await page.getByRole('button', { name: '登记', exact: true }).press('Enter');
    await page.getByText('请选到社区、网格或楼栋').waitFor();
    await walkHome(page);
    await page.getByLabel(/绿色通道/).check();
    await inOrder(visited);
    await shot(page, 'desk-people-register');
    await page.route('**/api/v1/residents', async (route) => {
      await route.fetch();
      await route.abort();
    });
    const save = page.getByRole('button', { name: '登记', exact: true });
    await save.press('Enter');
    await page.locator('.wrong').waitFor();
    await page.unrouteAll();
    await save.press('Enter');
    await page.getByText('已登记').waitFor();
    expect(await inLedger(door)).toBe(1);
    await issued(page, () => page.getByRole('button', { name: '发居民码' }).press('Enter'));
    // The end of the document signs somebody in: it does not stand beside the code.
    expect(await page.locator('.code-sheet li').innerText()).not.toContain(idNumber.slice(-4));
    expect(await page.locator('.card-name').innerText()).toContain(door);
    visited.complaints.splice(
      0,
      visited.complaints.length,
      ...visited.complaints.filter((one) => !one.includes('ERR_FAILED')),
    );
    await inOrder(visited);
    // Registered meanwhile by somebody else: it says so, and nobody is there twice.
    await page.getByRole('button', { name: '现场登记' }).press('Enter');
    await page.getByLabel('证件号', { exact: true }).fill(idNumber);
    await page.getByLabel('姓名').fill('钱七');
    await walkHome(page);
    await page.getByRole('button', { name: '登记', exact: true }).press('Enter');
    await page.getByText('此证件已登记').waitFor();
    await page.close();
  });

  it('registers a child without a document under its guardian, and a foreigner by passport and nationality', async () => {
    const { page } = await atDesk('gridworker', { lang: 'en' });
    const register = page.getByRole('button', { name: 'Register', exact: true });
    await register.press('Enter');
    await page.locator('select[name=kind]').selectOption('none');
    await page.getByLabel('ID number of the guardian').fill(people[2]!.idNumber);
    await page.getByLabel('Name', { exact: true }).fill('小赵');
    await page.getByLabel(/^Household/).fill('9-9-902');
    for (const nth of [0, 1, 2, 3, 4, 5]) {
      const list = page.locator('.area-picker select').nth(nth);
      await list.locator('option').nth(1).waitFor({ state: 'attached' });
      await list.selectOption({ index: 1 });
    }
    await register.press('Enter');
    await page.getByRole('heading', { name: 'Registered', exact: true }).waitFor();
    expect(await inLedger('9-9-902')).toBe(1);
    await page.getByLabel('Passport').check();
    await page.getByLabel('Document or phone number').fill('E1234567');
    await page.getByLabel(/^Nationality/).fill('Atlantis');
    await page.keyboard.press('Enter');
    await page.locator('.wrong', { hasText: 'nationality' }).waitFor();
    await page.getByLabel(/^Nationality/).fill('JPN');
    await page.keyboard.press('Enter');
    await page.getByText('Not in the ledger').waitFor();
    await page.locator('.state').getByRole('button', { name: 'Register' }).press('Enter');
    expect(await page.getByLabel(/^Nationality/).inputValue()).toBe('JPN');
    expect(await page.getByLabel('Number of the document').inputValue()).toBe('E1234567');
    await page.close();
  });

  it('issues codes for a whole building, and keeps those that were issued when the server goes away', async () => {
    const visited = await atDesk('gridworker');
    const { page } = visited;
    await page.getByText('按楼栋查找').press('Enter');
    await walkHome(page);
    await page.getByRole('button', { name: '查找这里的人' }).press('Enter');
    const all = page.getByRole('button', { name: /^给这 \d+ 人发码/ });
    await all.waitFor();
    await inOrder(visited);
    await shot(page, 'desk-people-building');
    let asked = 0;
    await page.route('**/codes', (route) => ((asked += 1) > 2 ? route.abort() : route.continue()));
    await all.press('Enter');
    await page.locator('.wrong').waitFor();
    await page.getByRole('heading', { name: '打印单：2 张' }).waitFor();
    await page.unrouteAll();
    const left = Number(/\d+/.exec(await all.innerText())?.[0]);
    await all.press('Enter');
    await page.getByRole('heading', { name: `打印单：${left + 2} 张` }).waitFor();
    expect(await page.locator('.wrong').count()).toBe(0);
    const each = await front.database.query<{ codes: number }>(
      `SELECT count(*)::int AS codes FROM community.resident_code c JOIN access.account a ON a.id = c.issued_by
        WHERE a.username = 'gridworker' GROUP BY c.resident_id`,
    );
    expect(each).toEqual(Array.from({ length: left + 2 }, () => ({ codes: 1 })));
    await page.close();
  });
});
