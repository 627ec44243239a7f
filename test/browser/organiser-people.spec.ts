import { AccountRegister, ScopeRegister } from '#platform/access';
import type { Browser, Locator, Page } from 'playwright-core';
import { chromiumHere, openBrowser, shot, visit } from '../support/browser.js';
import { hostile } from '../support/control-room.js';
import { newDevice } from '../support/device.js';
import { openFront, testPassword, type Front } from '../support/house.js';
import { inOrder, signIn, type Look } from '../support/signed-in.js';
import { account, layStreet, streetCode, type Street } from '../support/street.js';

let front: Front;
let browser: Browser;
let street: Street;
beforeAll(async () => {
  front = await openFront();
  browser = await openBrowser();
  street = await layStreet(front.database, 6);
});
afterAll(async () => {
  await browser.close();
  await front.close();
});

const signedIn = (as: string, place = '', look: Look = {}) =>
  signIn(browser, front, `organiser/{lang}#/${place}`, as, look);

/** From the city down to the street by keyboard alone: an arrow chooses, the next list is the next stop. */
async function walkDown(page: Page): Promise<void> {
  const list = (level: string) => page.getByRole('combobox', { name: level, exact: true });
  await list('市').locator('option').nth(1).waitFor({ state: 'attached' });
  await list('市').focus();
  for (const next of ['区县', '街道', '社区']) {
    await page.keyboard.press('ArrowDown');
    await list(next).locator('option').nth(1).waitFor({ state: 'attached' });
    await page.keyboard.press('Tab');
    expect(await list(next).evaluate((select) => select === document.activeElement)).toBe(true);
  }
  expect(await page.locator('.picked').textContent()).toBe(`已选 任城区 › 阜桥街道 ${streetCode}`);
  expect(await list('街道').locator('option').allTextContents()).toContain(`阜桥街道 · ${streetCode}`);
}

/** A field comes to show what the house says. */
async function shows(field: Locator, value: string): Promise<void> {
  const input = await field.elementHandle();
  await field.page().waitForFunction(([at, text]) => (at as HTMLInputElement).value === text, [input, value] as const);
}

(chromiumHere() === undefined ? describe.skip : describe)('administration', () => {
  it('plans a round by keyboard, opens it, and adds a site with a table, hours and an announcement', async () => {
    const visited = await signedIn('organiser', 'rounds');
    const { page } = visited;
    await page.getByLabel('名称').fill(`第三轮 ${hostile}`);
    const city = page.getByRole('checkbox', { name: /济宁市/ });
    await city.waitFor();
    await page.getByRole('button', { name: '展开 济宁市' }).press('Enter');
    await page.getByRole('checkbox', { name: /任城区/ }).press('Space');
    await inOrder(visited);
    await page.getByRole('button', { name: '保存为草稿' }).press('Enter');
    const card = page.locator('.cards li', { hasText: '第三轮' });
    await card.getByRole('button', { name: '开启' }).press('Enter');
    await page.getByRole('button', { name: '确定' }).press('Enter');
    await card.getByText('进行中').waitFor();
    await shot(page, 'organiser-rounds');
    const rounds = await front.database.query(`SELECT state FROM campaign.round WHERE name LIKE '第三轮%'`);
    expect(rounds).toEqual([{ state: 'open' }]);

    await page.goto(page.url().replace(/#.*/, '#/sites'));
    await page.getByLabel('编号').fill('S9');
    await page.getByRole('textbox', { name: '名称' }).fill(hostile);
    await page.getByLabel('地址').fill('文化路 1 号');
    await page.getByText('还没有选').waitFor();
    await walkDown(page);
    await inOrder(visited);
    await page.getByRole('button', { name: '添加' }).press('Enter');
    await page.getByRole('heading', { name: hostile }).waitFor();
    await page.getByRole('button', { name: '加一个台' }).click();
    await page.locator('.chips').getByText('1 号台').waitFor();
    const placed = await front.database.query(`SELECT area_code FROM site.site WHERE code = 'S9'`);
    expect(placed).toEqual([{ area_code: streetCode }]);
    await page.getByRole('button', { name: '添加场次' }).click();
    await page.locator('.plain li').first().waitFor();
    await page.getByLabel('公告内容').fill('请带好身份证');
    await page.getByRole('button', { name: '发布' }).click();
    await page.getByText(/已发布，显示到/).waitFor();
    await inOrder(visited);
    await shot(page, 'organiser-site');
    await page.close();
  });

  it('changes the settings of a round and of a site while they run: what was not touched stays', async () => {
    const visited = await signedIn('organiser', 'rounds');
    const { page } = visited;
    const [round] = await front.database.query<{ name: string }>('SELECT name FROM campaign.round WHERE id = $1', [
      street.roundId,
    ]);
    await page.getByRole('link', { name: `更改 ${round!.name}` }).press('Enter');
    await page.getByRole('heading', { name: round!.name }).waitFor();
    const settings = page.locator('[aria-labelledby=round-settings]');
    const save = settings.getByRole('button', { name: '保存' });
    await save.press('Enter');
    await settings.getByText('没有改动。').waitFor();
    await page.getByLabel('单采复核时限（小时）').fill('8');
    await page.getByLabel('仍未封管').fill('45');
    // A colleague changes something else meanwhile.
    const path = `/rounds/${street.roundId}`;
    await front.send('organiser', 'PATCH', path, { settings: { undispatchedAlarmMinutes: 90 } });
    await save.press('Enter');
    await settings.getByText('已保存，立即生效。').waitFor();
    const { body } = await front.send('organiser', 'GET', path);
    expect(body.settings).toMatchObject({
      retestDeadlineHours: 8,
      openTubeAlarmMinutes: 45,
      undispatchedAlarmMinutes: 90,
      unboxedAlarmMinutes: 120,
    });
    await inOrder(visited);
    await shot(page, 'organiser-round-settings');
    // What was typed and kept follows the house again: it is not put back with the next change.
    await front.send('organiser', 'PATCH', path, { name: '改名轮', settings: { retestDeadlineHours: 10 } });
    await page.getByLabel('仍未封管').fill('50');
    await save.press('Enter');
    await shows(page.getByLabel('单采复核时限（小时）'), '10');
    const itself = page.locator('[aria-labelledby=round-name]');
    await shows(itself.getByLabel('名称'), '改名轮');
    await front.send('organiser', 'PATCH', path, { name: '又改名轮' });
    await itself.getByLabel('截止时间').fill('2030-01-01T08:00');
    await itself.getByRole('button', { name: '保存' }).press('Enter');
    await shows(itself.getByLabel('名称'), '又改名轮');
    const changed = (await front.send('organiser', 'GET', path)).body;
    expect([changed.name, changed.settings.retestDeadlineHours, changed.settings.openTubeAlarmMinutes]).toEqual([
      '又改名轮',
      10,
      50,
    ]);
    // Whoever goes on typing before the house has answered loses nothing of it.
    let letGo: () => void = () => undefined;
    const isLetGo = new Promise<void>((resolve) => (letGo = resolve));
    await page.route('**/api/v1/rounds/*', async (route) => {
      await isLetGo;
      await route.continue();
    });
    await page.getByLabel('仍未封管').fill('55');
    await save.press('Enter');
    await page.getByLabel('目标覆盖率（%）').fill('101');
    letGo();
    await settings.getByText('已保存，立即生效。').waitFor();
    await page.unrouteAll();
    await shows(page.getByLabel('目标覆盖率（%）'), '101');
    await save.press('Enter');
    await settings.locator('.wrong', { hasText: '100' }).waitFor();
    expect(visited.complaints.splice(0)).toEqual([expect.stringContaining('400')]);

    await page.goto(page.url().replace(/#.*/, `#/sites/${street.siteId}`));
    await page.getByLabel('服务范围').fill(`东区 ${hostile}`);
    const sitePath = `/sites/${street.siteId}`;
    const bands = { crowdedAfterMinutes: 70 };
    await front.send('organiser', 'PATCH', sitePath, { address: '同事改的地址', bands });
    await page.getByLabel(/“忙碌”/).fill('30');
    await page.locator('[aria-labelledby=site-itself]').getByRole('button', { name: '保存' }).press('Enter');
    await page.locator('.intro', { hasText: '东区' }).waitFor();
    await page.getByLabel('一个号最多几人').fill('6');
    await page.locator('[aria-labelledby=site-settings]').getByRole('button', { name: '保存' }).press('Enter');
    await page.getByText('已保存，立即生效。').nth(1).waitFor();
    await inOrder(visited);
    await page.locator('[aria-labelledby=site-itself]').scrollIntoViewIfNeeded();
    await shot(page, 'organiser-site-settings');
    const site = (await front.send('organiser', 'GET', sitePath)).body;
    expect([site.serves, site.settings.partyAtMost, site.address]).toEqual([`东区 ${hostile}`, 6, '同事改的地址']);
    expect(site.bands).toEqual({ busyAfterMinutes: 30, crowdedAfterMinutes: 70 });
    await page.close();
  });

  it('lets a device in by a code and a second person, and stops it', async () => {
    const visited = await signedIn('organiser', `devices/${street.siteId}`);
    const { page } = visited;
    await page.getByRole('button', { name: '出登记码' }).click();
    const code = (await page.locator('.code-number').textContent()) ?? '';
    const enrolmentId = (await page.locator('.enrolment code').textContent()) ?? '';
    await page.getByRole('img', { name: new RegExp(code) }).waitFor();
    expect(await page.getByRole('timer').textContent()).toMatch(/还可用 \d+:\d\d/);
    await inOrder(visited);
    await shot(page, 'organiser-enrolment');
    const device = await newDevice();
    const signature = await device.sign({ id: device.id, enrolmentId });
    const asked = { id: device.id, enrolmentId, code, name: hostile, publicKey: device.publicKey, signature };
    expect((await front.send('scanner', 'POST', '/devices', asked)).status).toBe(201);
    await page.getByText('待批准').waitFor();
    await page.getByRole('button', { name: '批准' }).click();
    await page.locator('.wrong').waitFor();
    await page.close();

    const second = await signedIn('sitelead', `devices/${street.siteId}`);
    await second.page.getByRole('button', { name: '批准' }).click();
    await second.page.locator('.state-word.approved').waitFor();
    await second.page.getByRole('button', { name: '停用' }).click();
    await second.page.getByLabel(/停用.*的原因/).fill(hostile);
    await second.page.getByRole('button', { name: '停用' }).click();
    await second.page.locator('.state-word.revoked').waitFor();
    expect(second.complaints).toEqual([]);
    await second.page.close();
  });

  it('lists laboratories and says who reports for each, until there are two', async () => {
    const accounts = front.get(AccountRegister);
    for (const username of ['huayan', 'fuhe']) {
      await accounts.add({ username, role: 'lab', displayName: `${username} ${hostile}`, password: testPassword });
    }
    const visited = await signedIn('admin', 'labs');
    const { page } = visited;
    await page.getByText('还没有实验室').waitFor();
    await page.getByLabel(/^编码/).fill('LAB-1');
    await page.getByLabel('名称', { exact: true }).fill(`疾控中心实验室 ${hostile}`);
    await page.getByRole('button', { name: '添加', exact: true }).press('Enter');
    await page.locator('.cards h2', { hasText: '疾控中心实验室' }).waitFor();
    for (const name of ['huayan', 'fuhe']) {
      await page.getByText('可登录的人员不足两名').waitFor();
      const choice = page.getByLabel('实验室岗位账号');
      const option = choice.locator('option', { hasText: name });
      await choice.selectOption((await option.getAttribute('value')) ?? '');
      await page.getByRole('button', { name: '归属到这里' }).press('Enter');
      await page.locator('.members li', { hasText: name }).waitFor();
    }
    await page.getByText('可登录的人员不足两名').waitFor({ state: 'detached' });
    await inOrder(visited);
    await shot(page, 'organiser-labs');
    await page.getByLabel(/^编码/).fill('实验室');
    await page.getByLabel('名称', { exact: true }).fill('第二实验室');
    await page.getByRole('button', { name: '添加', exact: true }).click();
    await page.locator('[aria-labelledby=new-lab] .wrong', { hasText: '只能用字母、数字和连字符' }).waitFor();
    // The browser itself complains of what is refused.
    expect(visited.complaints.splice(0)).toEqual([expect.stringContaining('400')]);
    await page.close();
  });

  it('makes an account that security enables and gives a scope, and nobody does both', async () => {
    const visited = await signedIn('admin', 'accounts');
    const { page } = visited;
    await page.getByLabel('用户名', { exact: true }).fill('wangge');
    await page.getByLabel('姓名或岗位').fill(`王格 ${hostile}`);
    await page.getByLabel(/初始密码/).fill(testPassword);
    await page.locator('[name=role]').selectOption('gridworker');
    await page.getByRole('button', { name: '新建', exact: true }).press('Enter');
    await page.getByText('已建账号 wangge').waitFor();
    await inOrder(visited);
    await shot(page, 'organiser-accounts');
    await page.close();

    const guard = await signedIn('security', 'accounts');
    await guard.page.getByLabel('查找').fill('wangge');
    await guard.page.getByRole('button', { name: /管理/ }).click();
    await guard.page.getByText('没有管辖范围').waitFor();
    const add = guard.page.getByRole('button', { name: '加上' });
    expect(await add.isDisabled()).toBe(true);
    await walkDown(guard.page);
    await inOrder(guard);
    await add.press('Enter');
    await guard.page.getByText('没有管辖范围').waitFor({ state: 'detached' });
    for (const kind of ['采样点', '轮次']) {
      await guard.page.getByRole('combobox', { name: '范围', exact: true }).selectOption(kind);
      const choice = guard.page.getByRole('combobox', { name: kind, exact: true });
      await choice.locator('option').nth(1).waitFor({ state: 'attached' });
      await choice.press('ArrowDown');
      await inOrder(guard);
      await add.press('Enter');
    }
    const [site] = await front.database.query<{ id: string; name: string; code: string }>(
      'SELECT id, name, code FROM site.site ORDER BY code LIMIT 1',
    );
    const chips = guard.page.locator('.chips li');
    await chips.nth(2).waitFor();
    expect(await chips.allTextContents()).toEqual([
      `区域 任城区 › 阜桥街道 ${streetCode}✕`,
      `采样点 ${site!.name} ${site!.code}✕`,
      expect.stringMatching(/^轮次 .*✕$/),
    ]);
    await guard.page.getByRole('button', { name: /^去掉 轮次/ }).press('Enter');
    await guard.page.getByRole('button', { name: '保存范围' }).click();
    await inOrder(guard);
    await shot(guard.page, 'organiser-scopes');
    const id = await account(front.database, 'wangge', 'gridworker');
    const scopes = () =>
      front.database.query(`SELECT kind, key FROM access.scope WHERE account_id = $1 AND withdrawn_at IS NULL`, [id]);
    for (let tries = 0; tries < 50 && (await scopes()).length < 2; tries += 1) await guard.page.waitForTimeout(100);
    expect(await scopes()).toEqual(
      expect.arrayContaining([
        { kind: 'area', key: streetCode },
        { kind: 'site', key: site!.id },
      ]),
    );
    await guard.page.close();
    const own = await signedIn('wangge');
    await own.page.getByRole('link', { name: '漏检名单' }).first().waitFor();
    expect(await own.page.getByRole('link', { name: '账号' }).count()).toBe(0);
    await own.page.close();
  });

  it('shows the auditor what happened and whether the journal is whole; a request to break glass takes a second person', async () => {
    const lead = await account(front.database, 'sitelead');
    await front.get(ScopeRegister).put(lead, [{ kind: 'site', key: street.siteId }], null);
    const asking = await signedIn('sitelead', 'break-glass');
    await asking.page.getByLabel('原因').fill(hostile);
    await asking.page.getByLabel('范围').selectOption('all');
    await asking.page.getByRole('button', { name: '申请' }).click();
    await asking.page.getByText('等待批准').waitFor();
    expect(await asking.page.getByRole('button', { name: '批准' }).count()).toBe(0);
    await inOrder(asking);
    await asking.page.close();
    const guard = await signedIn('security', 'break-glass');
    await guard.page.getByRole('button', { name: '批准' }).click();
    await guard.page.getByText('生效中').waitFor();
    await guard.page.close();

    const visited = await signedIn('auditor', '', { lang: 'en' });
    const { page } = visited;
    await page.getByText('The whole journal was never verified yet').waitFor();
    await page.locator('table.journal tbody tr').first().waitFor();
    await page.getByLabel('Event').fill('access.glass-broken');
    await page.getByRole('button', { name: 'Search', exact: true }).press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('table.journal tbody tr').length === 1);
    await page.getByLabel('Id of the resident').fill(street.residents[0]!.id);
    await page.getByRole('button', { name: 'Ask' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /CSV/ }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^journal-.*\.csv$/);
    await inOrder(visited);
    await shot(page, 'organiser-journal');
    await page.close();
  });
});

(chromiumHere() === undefined ? describe.skip : describe)(
  'what the control room says when there is nothing to show',
  () => {
    it('says what comes first where there is no round', async () => {
      const visited = await signedIn('gridworker', '');
      await visited.page.route('**/api/v1/rounds*', (route) => route.fulfill({ json: { items: [], next: null } }));
      await visited.page.reload();
      await visited.page.getByText('还没有轮次').waitFor();
      await inOrder(visited);
      await visited.page.close();
      const planner = await signedIn('organiser', '');
      await planner.page.route('**/api/v1/rounds*', (route) => route.fulfill({ json: { items: [], next: null } }));
      await planner.page.reload();
      await planner.page.getByRole('link', { name: '去计划第一个轮次' }).waitFor();
      await shot(planner.page, 'organiser-empty');
      await planner.page.close();
    });

    it('keeps the last numbers while the server is away, and says so', async () => {
      const { page } = await signedIn('organiser', 'coverage');
      await page.locator('.bars li').first().waitFor();
      const before = await page.locator('.figure strong').allTextContents();
      await page.context().setOffline(true);
      await page.locator('.as-of.stale').waitFor();
      expect(await page.locator('.figure strong').allTextContents()).toEqual(before);
      await shot(page, 'organiser-offline');
      await page.context().setOffline(false);
      await page.locator('.as-of.stale').waitFor({ state: 'detached' });
      await page.close();
    });

    it('asks an administrator for a second factor before anything else', async () => {
      const strict = await openFront({ SHIHE_SECOND_FACTOR: 'on' });
      try {
        const visited = await signIn(browser, strict, 'organiser/{lang}', 'admin');
        const { page } = visited;
        await page.getByRole('img', { name: '动态码的二维码' }).waitFor();
        await inOrder(visited);
        await shot(page, 'organiser-factor');
        await page.getByLabel(/6 位动态码/).fill('000000');
        await page.getByRole('button', { name: '确认' }).press('Enter');
        await page.locator('.wrong').waitFor();
        expect(await page.getByRole('link', { name: '账号' }).count()).toBe(0);
        await page.close();
      } finally {
        await strict.close();
      }
    });

    it('serves a grid worker on a phone', async () => {
      const look = { viewport: { width: 390, height: 844 } };
      const visited = await signedIn('gridworker', 'missing', look);
      await visited.page.locator('table.missing tbody tr').first().waitFor();
      await inOrder(visited);
      await shot(visited.page, 'organiser-missing');
      await visited.page.close();
    });

    it('says what went wrong, who may not be here, and that a training is one', async () => {
      const broken = await signedIn('organiser', 'coverage');
      await broken.page.route('**/coverage*', (route) => route.fulfill({ status: 500, body: 'no' }));
      await broken.page.reload();
      await broken.page.getByRole('alert').getByRole('button', { name: '重试' }).waitFor();
      await broken.page.close();
      const stranger = await signedIn('scanner', '', { lang: 'en' });
      await stranger.page.getByText('This account has nothing to do here').waitFor();
      await inOrder(stranger);
      await stranger.page.close();
      const { page, complaints } = await visit(browser, `${new URL(front.url).origin}/organiser/?training&lang=zh-CN`);
      await page.getByText('演练').first().waitFor();
      expect(complaints).toEqual([]);
      await page.close();
    });
  },
);
