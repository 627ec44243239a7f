import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import { ResultReconciler } from '#journey/results';
import { Transactions } from '#platform/database';
import { axeFinds } from '../support/axe.js';
import { chromiumHere, isTakingPictures, openBrowser, shot, visit, type Visit } from '../support/browser.js';
import { registerWithCode, type FamilyMember } from '../support/family.js';
import { openFront, type Front } from '../support/house.js';
import { Outcomes } from '../support/outcomes.js';
import { layPace, openSite, type TestSite } from '../support/queue.js';

const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true };

let front: Front;
let outcomes: Outcomes;
let browser: Browser;
let address: string;

beforeAll(async () => {
  front = await openFront({ SHIHE_SITE_LIST_SECONDS: '0' });
  outcomes = await Outcomes.lay(front.database, 3);
  browser = await openBrowser();
  address = new URL(front.url).origin;
});
afterAll(async () => {
  await browser.close();
  await front.close();
});

const open = (path = '', how: BrowserContextOptions = phone): Promise<Visit> =>
  visit(browser, `${address}/resident/${path}`, how);

const register = (name?: string, extra?: object): Promise<FamilyMember> =>
  registerWithCode(front, outcomes.street.buildings[0], name, extra);

async function publish(told: Parameters<Outcomes['report']>[0]): Promise<void> {
  const report = await outcomes.report(told);
  await front.get(Transactions).run((tx) => front.get(ResultReconciler).reconcileReport(tx, report));
}

/** Adds somebody as they would: the code's text and the end of their document. */
async function addMember(page: Page, { code, ending }: FamilyMember, relation?: string): Promise<void> {
  await page.getByLabel('或粘贴、输入').fill(code);
  await page.getByRole('button', { name: '下一步', exact: true }).click();
  if (relation !== undefined) await page.getByLabel('这是谁').selectOption(relation);
  await page.getByLabel('最后四位').fill(ending);
  await page.getByRole('button', { name: '添加', exact: true }).click();
}

/** Opens the page with these people already on the phone. */
async function openWith(members: FamilyMember[], path = '', how = phone): Promise<Visit> {
  const opened = await open('?lang=zh#/add', how);
  for (const [nth, member] of members.entries()) {
    if (nth > 0) await opened.page.goto(`${address}/resident/#/add`);
    await addMember(opened.page, member);
    await opened.page.getByRole('heading', { level: 1, name: member.maskedName }).waitFor();
  }
  if (path !== '') await opened.page.goto(`${address}/resident/${path}`);
  return opened;
}

async function busySite(name: string, extra: object = {}): Promise<TestSite> {
  const site = await openSite(front, 3, { name, ...extra });
  const hours = (h: number) => new Date(Date.now() + h * 3_600_000).toISOString();
  await front.send('organiser', 'POST', `/sites/${site.siteId}/sessions`, {
    kind: 'day',
    opensAt: hours(-1),
    closesAt: hours(4),
  });
  return site;
}

const queueUp = async (siteId: string, parties: number, lane = 'general') => {
  for (let n = 0; n < parties; n += 1) {
    await front.send('marshal', 'POST', `/sites/${siteId}/tickets`, { partySize: 3, lane });
  }
};
const call = (station: string, count: number) => front.send('scanner', 'POST', `/stations/${station}/calls`, { count });

/** Somebody takes the phone out of their pocket again. */
const lookAgain = (page: Page) =>
  page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));

/** The page is not wider than the phone: nobody has to scroll sideways. */
const overhang = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');

/** Buttons and links that a thumb misses. */
const tooSmall = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, a, select, input:not([type=radio]):not([type=file])')]
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        return width > 1 && (height < 43.5 || width < 43.5);
      })
      .map((element) => element.textContent),
  );

async function isSound({ page, complaints }: Visit): Promise<void> {
  expect(await axeFinds(page)).toEqual([]);
  expect(await overhang(page)).toBeLessThanOrEqual(0);
  expect(await tooSmall(page)).toEqual([]);
  expect(complaints).toEqual([]);
}

(chromiumHere() === undefined ? describe.skip : describe)('the page of the residents', () => {
  it('says so when there is no site, and lists them by wait, or by way when somebody says where they are', async () => {
    await front.database.query(`UPDATE site.site SET state = 'closed'`);
    const near = { coordinates: { latitude: 35.407, longitude: 116.587 } };
    const far = { coordinates: { latitude: 35.452, longitude: 116.587 } };
    const crowded = await busySite('文化广场采样点', { ...near, serves: '阜桥社区、古槐社区居民' });
    await busySite('运河小学采样点', far);
    const paused = await busySite('体育馆南门采样点', near);
    await front.send('organiser', 'PUT', `/sites/${paused.siteId}/state`, {
      state: 'paused',
      reason: '暴雨，暂停采样',
    });
    await queueUp(crowded.siteId, 9);
    await layPace(front.database, crowded.siteId, [4, 5, 3, 6, 4, 5], 2);
    const geolocation = { latitude: 35.4075, longitude: 116.587 };
    const visited = await open('?lang=zh', { ...phone, geolocation, permissions: ['geolocation'] });
    const { page } = visited;
    await page.getByText('运河小学采样点').waitFor();
    const names = () => page.locator('.site-name').allInnerTexts();
    expect((await names()).slice(0, 2)).toEqual(['运河小学采样点', '文化广场采样点']);
    await page.getByText('暴雨，暂停采样').waitFor();
    await isSound(visited);
    await shot(page, 'resident-sites');
    await page.getByRole('button', { name: '离我近的在前' }).click();
    await page.getByText('约 50 米').first().waitFor();
    expect((await names()).slice(0, 2).sort()).toEqual(['体育馆南门采样点', '文化广场采样点'].sort());
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Where to be sampled' }).waitFor();
    await isSound(visited);
    await shot(page, 'resident-sites');
    await page.close();
  });

  it('lets a family queue from the QR of the board: one ticket, however often somebody taps, until they are called', async () => {
    const { siteId, stations } = await busySite('古槐路采样点');
    await queueUp(siteId, 3);
    await layPace(front.database, siteId, [4, 5, 3, 6, 4, 5], 2);
    const [grandmother, child] = [await register('王秀英'), await register('王小宝')];
    const visited = await open(`?site=${siteId}&lang=zh`);
    const { page, complaints } = visited;
    await page.getByRole('link', { name: '添加自己或家人' }).click();
    await isSound(visited);
    await shot(page, 'resident-add');
    await addMember(page, grandmother, '奶奶／外婆');
    await page.getByRole('button', { name: '取号排队' }).waitFor();
    await page.goto(`${address}/resident/#/add`);
    await addMember(page, child, '孩子');
    await page.getByRole('heading', { level: 1, name: child.maskedName }).waitFor();
    await page.goto(`${address}/resident/#/family`);
    await page.getByText('奶奶／外婆（王*）').waitFor();
    await isSound(visited);
    await shot(page, 'resident-family');
    await page.goto(`${address}/resident/#/site/${siteId}`);
    await page.getByText('2 人', { exact: true }).waitFor();
    await page.getByRole('button', { name: '增加一人' }).click();
    await page.getByRole('button', { name: '增加一人' }).click();
    await isSound(visited);
    await shot(page, 'resident-take');
    await page.getByRole('button', { name: '取号排队' }).dblclick();
    await page.getByText('A004').waitFor();
    await page.getByText('9 人').waitFor();
    await page.getByRole('heading', { name: '请在附近等候' }).waitFor();
    await isSound(visited);
    await shot(page, 'resident-waiting');
    const books = await front.send('organiser', 'GET', `/sites/${siteId}/queue/books`);
    const { lanes } = books.body as { lanes: { lane: string; counted: number }[] };
    expect(lanes.find(({ lane }) => lane === 'general')?.counted).toBe(4);

    await call(stations[0]!, 6);
    await lookAgain(page);
    await page.getByRole('heading', { name: '快到您了' }).waitFor();
    await shot(page, 'resident-soon');
    await call(stations[0]!, 3);
    await call(stations[1]!, 4);
    await lookAgain(page);
    await page.getByRole('heading', { name: '请到 2 号台' }).waitFor();
    await isSound(visited);
    await shot(page, 'resident-called');

    const [held] = await front.database.query<{ id: string }>(
      `SELECT id FROM queue.ticket WHERE site_id = $1 AND label = 'A004'`,
      [siteId],
    );
    await front.send('scanner', 'PUT', `/tickets/${held!.id}/miss`);
    await lookAgain(page);
    await page.getByRole('heading', { name: '您已过号' }).waitFor();
    await isSound(visited);
    await shot(page, 'resident-missed');
    await front.send('marshal', 'PUT', `/tickets/${held!.id}/return`);
    await lookAgain(page);
    await page.getByRole('heading', { name: '快到您了' }).waitFor();
    await page.getByRole('button', { name: '不排了' }).click();
    await page.getByRole('button', { name: '确定，不排了' }).click();
    await page.getByRole('heading', { name: '已取消排队' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: '已取消排队' }).waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('says in the house’s words why there is no ticket, and shows the way on', async () => {
    const { siteId } = await busySite('太白楼采样点');
    const other = await busySite('任城路采样点');
    const waiting = await register('李建国');
    const single = await register('张三', { singleOnly: true });
    const { page, complaints } = await openWith([waiting, single], `#/site/${siteId}`);
    await front.send('marshal', 'POST', `/sites/${siteId}/tickets`, {
      residentId: waiting.id,
      partySize: 1,
      lane: 'general',
    });
    const take = page.getByRole('button', { name: '取号排队' });
    // The house gives the ticket, and the answer is lost on its way: asked for again it is the same.
    await page.goto(`${address}/resident/#/site/${other.siteId}`);
    const answerOnItsWay = (url: URL) => url.pathname.endsWith(`${other.siteId}/tickets`);
    await page.route(answerOnItsWay, async (route) => {
      await route.fetch();
      await route.abort();
    });
    await take.click();
    await page.getByText('暂时连不上服务器').waitFor();
    await page.unroute(answerOnItsWay);
    await take.click();
    await page.getByText('A001').waitFor();
    await page.goto(`${address}/resident/#/site/${siteId}`);
    await take.click();
    const refusal = page.getByText('今天在本采样点已有排队号 A001');
    await refusal.waitFor();
    // It is said where it is read, not below the fold.
    expect((await refusal.boundingBox())!.y).toBeLessThan(844);
    await shot(page, 'resident-refused');
    await page.getByRole('button', { name: '查看 A001 号' }).click();
    await page.getByRole('heading', { name: '快到您了' }).first().waitFor();
    await page.goto(`${address}/resident/#/site/${siteId}`);
    await page.getByLabel(single.maskedName).check();
    await take.click();
    await page.getByRole('button', { name: '改走单采通道' }).click();
    await page.getByText('Y001').waitFor();
    await page.goto(`${address}/resident/#/site/${siteId}`);
    await front.send('marshal', 'PUT', `/sites/${siteId}/queue/closure`);
    await page.getByLabel(single.maskedName).check();
    await take.click();
    await page.locator('.wrong').waitFor();
    // The browser itself notes each answer that is a refusal.
    expect(complaints.filter((complaint) => !/409|ERR_FAILED/u.test(complaint))).toEqual([]);
    await page.close();
  });

  it('tells where the result is, gate by gate, and proves a negative one without a network', async () => {
    const [negative, reviewed, onTheWay, missing] = [
      await register('陈桂兰'), await register('陈明'), await register('陈小雨'), await register('陈强'),
    ]; // prettier-ignore
    await outcomes.tube('R1', '10', [negative.id]);
    await outcomes.tube('R2', '10', [reviewed.id]);
    await outcomes.tube('R3', '10', [onTheWay.id]);
    await publish({ R1: 'negative', R2: 'positive' });
    const visited = await openWith([negative, reviewed, onTheWay, missing], `#/member/${negative.id}`);
    const { page, complaints } = visited;
    await page.getByRole('heading', { name: '阴性', exact: true }).waitFor();
    expect(await page.locator('.gates b').allInnerTexts()).toEqual([
      '已采', '已封管', '运送中', '实验室已收', '检测中', '复核中', '已出',
    ]); // prettier-ignore
    await isSound(visited);
    await shot(page, 'resident-negative');
    await page.getByRole('button', { name: '出示阴性证明' }).click();
    await page.getByRole('img', { name: '阴性证明' }).waitFor();
    await isSound(visited);
    await shot(page, 'resident-proof');
    await page.goto(`${address}/resident/#/member/${reviewed.id}`);
    await page.getByRole('heading', { name: '复核中' }).waitFor();
    await page.getByText('前完成这次采样').waitFor();
    await isSound(visited);
    await shot(page, 'resident-review');
    await page.goto(`${address}/resident/#/member/${onTheWay.id}`);
    await page.getByText('下一步：装箱运往实验室。').waitFor();
    await page.goto(`${address}/resident/#/member/${missing.id}`);
    await page.getByRole('heading', { name: '未采样' }).waitFor();
    await page.getByRole('button', { name: '出示居民码' }).click();
    await isSound(visited);
    await shot(page, 'resident-code');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.code-card .qr').isVisible()).toBe(true);
    expect(await page.locator('.sections, .round, main button').locator('visible=true').count()).toBe(0);
    await shot(page, 'resident-print');
    await page.emulateMedia({ media: 'screen' });

    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await page.context().setOffline(true);
    await page.goto(`${address}/resident/#/member/${negative.id}`);
    await page.reload();
    await page.getByText('没有网络').waitFor();
    await page.getByRole('button', { name: '出示阴性证明' }).click();
    await page.getByRole('img', { name: '阴性证明' }).waitFor();
    await page.getByRole('button', { name: '出示居民码' }).click();
    await page.getByRole('img', { name: '居民码' }).waitFor();
    // A proof runs longer than a session.
    await page.evaluate(() => {
      const kept = JSON.parse(localStorage.getItem('shihe-resident') ?? '{}') as { members: { session?: object }[] };
      for (const member of kept.members) delete member.session;
      localStorage.setItem('shihe-resident', JSON.stringify(kept));
    });
    await page.reload();
    await page.getByRole('button', { name: '出示阴性证明' }).click();
    await page.getByRole('img', { name: '阴性证明' }).waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await shot(page, 'resident-offline');
    expect(complaints.filter((complaint) => !complaint.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
    await page.close();
  });

  it('makes a case of what somebody says is wrong, and says who sees to it', async () => {
    const [missing, sampled] = [await register('赵敏'), await register('赵刚')];
    await outcomes.tube('C1', '10', [sampled.id]);
    const site = await busySite('红星路采样点');
    const visited = await openWith([missing, sampled], `#/member/${missing.id}`);
    const { page, complaints } = visited;
    await page.getByRole('button', { name: '我采过样，但没有记录' }).click();
    await page.getByLabel('在哪个采样点采的').selectOption(site.siteId);
    await page.getByLabel('补充说明').fill('<img src=x onerror=alert(1)>');
    await isSound(visited);
    await shot(page, 'resident-case');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('由采样点点长处理').waitFor();
    const note = '"><script>alert(2)</script>';
    const [opened] = await front.database.query<{ id: string }>(
      `SELECT id FROM sampling.exception WHERE details ->> 'residentId' = $1`,
      [missing.id],
    );
    await front.send('organiser', 'PUT', `/cases/${opened!.id}/resolution`, { outcome: 'unfounded', note });
    await page.reload();
    await page.getByText('没有找到相应的采样').waitFor();
    await page.getByText(note).waitFor();
    await shot(page, 'resident-case-settled');
    await page.goto(`${address}/resident/#/member/${sampled.id}`);
    await page.getByRole('button', { name: '这不是我的采样' }).click();
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('您已提出异议，正在核实。').waitFor();
    await isSound(visited);
    const { body } = await front.send('sitelead', 'GET', '/exceptions');
    expect(JSON.stringify(body)).toContain(missing.id);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('works by keyboard alone, in English, and shows scripts as the text that they are', async () => {
    const script = isTakingPictures ? '文化广场采样点' : '<img src=x onerror=alert(1)>"><script>alert(2)</script>';
    const { siteId } = await busySite(script.slice(0, 90), { serves: 'javascript:alert(3)', address: script });
    const person = await register('Anna Müller');
    const { page, complaints } = await open(`?lang=en&site=${siteId}`);
    await page.getByRole('heading', { level: 1, name: script.slice(0, 90), exact: true }).waitFor();
    const press = async (name: string, role: 'button' | 'link' = 'button') => {
      const wanted = page.getByRole(role, { name, exact: true });
      await wanted.waitFor();
      for (let tabs = 0; tabs < 40; tabs += 1) {
        if (await wanted.evaluate((element) => element === document.activeElement)) break;
        await page.keyboard.press('Tab');
      }
      await page.keyboard.press('Enter');
    };
    await press('Add myself or family', 'link');
    await page.getByLabel('Or paste or type').focus();
    await page.keyboard.insertText(person.code);
    await press('Next');
    await page.getByLabel('Last four').focus();
    await page.keyboard.insertText(person.ending);
    await page.keyboard.press('Enter');
    await press('Take a ticket');
    await page.getByText('A001').waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await shot(page, 'resident-ticket');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('asks again where a session ended, stays usable when the house is away, and is not mistaken in a training', async () => {
    const person = await register('孙立');
    const { page } = await openWith([person], `?training=1#/member/${person.id}`);
    await page.getByText('演练').waitFor();
    await front.database.query('UPDATE access.session SET revoked_at = now() WHERE resident_id = $1', [person.id]);
    await page.evaluate(() => {
      const kept = JSON.parse(localStorage.getItem('shihe-resident') ?? '{}') as { members: { session?: object }[] };
      kept.members[0]!.session = { token: 'ended', expiresAt: new Date(Date.now() + 3_600_000).toISOString() };
      localStorage.setItem('shihe-resident', JSON.stringify(kept));
    });
    await page.reload();
    await page.getByLabel('最后四位').fill('0000');
    await page.getByRole('button', { name: '继续' }).click();
    await page.getByText('证件号码后四位不符').waitFor();
    await page.getByLabel('最后四位').fill(person.ending);
    await page.getByRole('button', { name: '继续' }).click();
    await page.getByRole('heading', { name: '未采样' }).waitFor();
    await shot(page, 'resident-training');
    await page.route('**/api/**', (route) => route.abort());
    await page.goto(`${address}/resident/?lang=zh#/`);
    await page.reload();
    await page.getByText('暂时连不上服务器').waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await shot(page, 'resident-error');
    await page.unroute('**/api/**');
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByRole('heading', { name: '去哪里采样' }).waitFor();
    await page.goto(`${address}/resident/#/site/${uuidv7()}`);
    await page.getByText('没有这个采样点').waitFor();
    await page.goto(`${address}/resident/#/ticket`);
    await page.getByText('还没有排队号').waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await page.route('**/api/v1/sites', (route) => route.fulfill({ json: { items: [] } }));
    await page.goto(`${address}/resident/#/`);
    await page.reload();
    await page.getByText('现在没有采样点').waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await shot(page, 'resident-empty');
    await page.close();
  });

  it('can be read at twice the size without scrolling sideways', async () => {
    const { siteId } = await busySite('济州古城采样点');
    const person = await register('周福来');
    const visited = await openWith([person], '', { viewport: { width: 195, height: 422 }, hasTouch: true });
    for (const path of ['#/', `#/site/${siteId}`, '#/ticket', '#/family', `#/member/${person.id}`, '#/add']) {
      await visited.page.goto(`${address}/resident/${path}`);
      await visited.page.locator('main h1, main h2').first().waitFor();
      expect([path, await overhang(visited.page)]).toEqual([path, 0]);
    }
    await visited.page.close();
  });
});
