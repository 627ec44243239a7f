import { io, type Socket } from 'socket.io-client';
import { uuidv7 } from 'uuidv7';
import { AccountRegister, roles, ScopeRegister, Sessions, type Role, type Scope } from '#platform/access';
import { FixedClock } from '#platform/clock';
import type { Problem } from '#platform/errors';
import { createSiteApi } from '../../../apps/site-api/src/create-site-api.js';
import { deskPath } from '../../../apps/site-api/src/live/desk-socket.adapter.js';
import { DeskSockets } from '../../../apps/site-api/src/live/desk-sockets.service.js';
import { openFront, testPassword, type Front } from '../../support/house.js';
import { openSite } from '../../support/queue.js';
import { layStreet, type Street } from '../../support/street.js';

const clock = new FixedClock(new Date());
let front: Front;
let street: Street;
let foreignSite: string;
let secondUrl: string;
const sockets: Socket[] = [];
const closing: (() => Promise<void>)[] = [];
beforeAll(async () => {
  front = await openFront(
    { SHIHE_SOCKETS_PER_ACCOUNT: '3', SHIHE_SOCKET_SITES: '2', SHIHE_SOCKET_EVENTS: '10' },
    clock,
  );
  street = await layStreet(front.database, 3);
  foreignSite = (await openSite(front)).siteId;
  const second = await createSiteApi(front.settings, { clock });
  closing.push(() => second.close());
  await second.listen(0, '127.0.0.1');
  secondUrl = (await second.getUrl()).replace('[::1]', '127.0.0.1');
});
afterAll(async () => {
  for (const socket of sockets) socket.disconnect();
  for (const close of closing) await close();
  await front.close();
});

interface Somebody {
  id: string;
  token: string;
}

let number = 0;
async function somebody(role: Role, scopes: Scope[] = [{ kind: 'site', key: street.siteId }]): Promise<Somebody> {
  number += 1;
  const username = `${role}.${number}`;
  const { id } = await front
    .get(AccountRegister)
    .add({ username, role, displayName: username, password: testPassword });
  await front.get(ScopeRegister).put(id, scopes, null);
  const { body } = await front.send(undefined, 'POST', '/sessions', { username, password: testPassword });
  return { id, token: body.token };
}

/** An open socket, or what it was refused with. */
async function connect(
  auth: object,
  { url = new URL(front.url).origin, namespace = '/desk', headers = {} }: Record<string, any> = {},
): Promise<{ socket: Socket; refused?: { code?: string } }> {
  const socket = io(`${url}${namespace}`, {
    path: deskPath,
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    auth,
    extraHeaders: headers,
  });
  sockets.push(socket);
  return new Promise((done) => {
    socket.once('connect', () => done({ socket }));
    socket.once('connect_error', (error: Error & { data?: Problem }) =>
      done({ socket, refused: { code: error.data?.code ?? error.message } }),
    );
  });
}

async function open(who: Somebody, url?: string): Promise<Socket> {
  const { socket, refused } = await connect({ token: who.token }, url === undefined ? {} : { url });
  expect(refused).toBeUndefined();
  return socket;
}

function ask(socket: Socket, event: string, body: unknown): Promise<{ siteId?: string; problem?: Problem }> {
  return socket.timeout(10_000).emitWithAck(event, body) as Promise<{ siteId?: string; problem?: Problem }>;
}

function next(socket: Socket, event: string): Promise<any> {
  return new Promise((done) => socket.once(event, done));
}

/** Something changes at a site that is on its board. */
async function change(siteId: string): Promise<void> {
  const { body } = await front.send('organiser', 'GET', `/sites/${siteId}`);
  const state = body.state === 'open' ? 'paused' : 'open';
  const answer = await front.send('organiser', 'PUT', `/sites/${siteId}/state`, { state, reason: '暴雨' });
  expect(answer.status).toBeLessThan(300);
}

describe('a socket of staff', () => {
  it('opens for whoever has a session, and for nobody else', async () => {
    const resident = (await front.get(Sessions).openForResident(street.residents[0]!.id)).token;
    for (const [auth, code] of [
      [{}, 'not-signed-in'],
      [{ token: 'x' }, 'not-signed-in'],
      [{ token: ['A'.repeat(43)] }, 'not-signed-in'],
      [{ token: 'A'.repeat(43) }, 'not-signed-in'],
      [{ token: resident }, 'not-allowed'],
    ] as const) {
      expect((await connect(auth)).refused?.code).toBe(code);
    }
    const { token } = await somebody('marshal');
    expect((await connect({ token }, { namespace: '/' })).refused?.code).toBe('connect to /desk');
    expect((await connect({ token }, { headers: { origin: 'https://evil.example' } })).refused).toBeDefined();
    const { host, origin } = new URL(front.url);
    expect((await connect({ token }, { headers: { origin } })).refused).toBeUndefined();
    expect((await connect({ token }, { headers: { origin: `https://${host}` } })).refused).toBeUndefined();
  });

  it('hears of the sites in its scope alone, whatever its role: foreign, missing and impossible ones are all the same', async () => {
    const wrong: string[] = [];
    for (const role of roles) {
      const socket = await open(await somebody(role));
      const own = await ask(socket, 'watch', { siteId: street.siteId });
      if (own.siteId !== street.siteId) wrong.push(`${role} own: ${own.problem?.code}`);
      const foreign = await ask(socket, 'watch', { siteId: foreignSite });
      const missing = await ask(socket, 'watch', { siteId: uuidv7() });
      if (missing.problem?.code !== 'site-not-found') wrong.push(`${role} missing: ${JSON.stringify(missing)}`);
      if (JSON.stringify(foreign) !== JSON.stringify(missing))
        wrong.push(`${role} foreign: ${JSON.stringify(foreign)}`);
      for (const body of [{ siteId: 'S1' }, { siteId: street.siteId, all: true }, undefined, [], 'x']) {
        const odd = await ask(socket, 'watch', body);
        if (odd.problem?.code !== 'invalid-request') wrong.push(`${role} odd: ${JSON.stringify(odd)}`);
      }
      socket.disconnect();
    }
    expect(wrong).toEqual([]);
  });

  it('is told that something changed, and nothing else, at whichever process it is', async () => {
    const [here, there] = [await open(await somebody('sitelead')), await open(await somebody('sitelead'), secondUrl)];
    const stranger = await open(await somebody('sitelead', [{ kind: 'site', key: foreignSite }]));
    const heardByStranger: unknown[] = [];
    stranger.on('changed', (message) => heardByStranger.push(message));
    for (const socket of [here, there]) await ask(socket, 'watch', { siteId: street.siteId });
    await ask(stranger, 'watch', { siteId: street.siteId });
    await ask(stranger, 'watch', { siteId: foreignSite });
    const told = Promise.all([next(here, 'changed'), next(there, 'changed')]);
    await change(street.siteId);
    expect(await told).toEqual([{ siteId: street.siteId }, { siteId: street.siteId }]);
    const own = next(stranger, 'changed');
    await change(foreignSite);
    await own;
    expect(heardByStranger).toEqual([{ siteId: foreignSite }]);
  });

  it('is closed at once in every process when its session or its account ends', async () => {
    const ends: [string, (who: Somebody) => Promise<unknown>][] = [
      [
        'signed out',
        ({ token }) =>
          front.send(undefined, 'DELETE', '/sessions/current', undefined, { authorization: `Bearer ${token}` }),
      ],
      ['disabled', ({ id }) => front.send('security', 'PUT', `/accounts/${id}/disabling`, { reason: '离岗' })],
      ['sessions ended', ({ id }) => front.send('security', 'DELETE', `/accounts/${id}/sessions`)],
      [
        'another password',
        ({ id }) => front.send('admin', 'PUT', `/accounts/${id}/password`, { password: 'another-horse' }),
      ],
    ];
    for (const [, end] of ends) {
      const who = await somebody('scanner');
      const both = [await open(who), await open(who, secondUrl)];
      for (const socket of both) await ask(socket, 'watch', { siteId: street.siteId });
      const closed = Promise.all(both.map((socket) => next(socket, 'disconnect')));
      await end(who);
      await closed;
      expect((await connect({ token: who.token })).refused?.code).toBe('not-signed-in');
    }
  });

  it('hears no more of a site that left its scope, and of one that was lent as long as it is lent', async () => {
    const who = await somebody('sitelead', [{ kind: 'site', key: foreignSite }]);
    const security = await somebody('security');
    const as = ({ token }: Somebody): Record<string, string> => ({ authorization: `Bearer ${token}` });
    const request = { reason: '相邻采样点停电', scope: { kind: 'site', key: street.siteId }, minutes: 5 };
    const { id } = (await front.send(undefined, 'POST', '/break-glass', request, as(who))).body;
    const socket = await open(who);
    expect((await ask(socket, 'watch', { siteId: street.siteId })).problem?.code).toBe('site-not-found');
    await front.send(undefined, 'PUT', `/break-glass/${id}/approval`, undefined, as(security));
    expect((await ask(socket, 'watch', { siteId: street.siteId })).siteId).toBe(street.siteId);
    const left = next(socket, 'unwatched');
    await front.send(undefined, 'PUT', `/break-glass/${id}/ending`, undefined, as(security));
    expect(await left).toEqual({ siteId: street.siteId });
    expect((await ask(socket, 'watch', { siteId: foreignSite })).siteId).toBe(foreignSite);
    const leftToo = next(socket, 'unwatched');
    await front.send('security', 'PUT', `/accounts/${who.id}/scopes`, { scopes: [] });
    expect(await leftToo).toEqual({ siteId: foreignSite });
    expect(socket.connected).toBe(true);
  });

  it('keeps to its limits: so many an account, so many sites, so many events, and no large message', async () => {
    const who = await somebody('organiser', [{ kind: 'all', key: '*' }]);
    const own = [await open(who), await open(who), await open(who)];
    expect((await connect({ token: who.token })).refused?.code).toBe('too-many-sockets');
    own[2]!.disconnect();
    const [socket, second] = own as [Socket, Socket];
    const third = (await openSite(front)).siteId;
    const answers = [];
    for (const siteId of [street.siteId, foreignSite, third, street.siteId])
      answers.push(await ask(socket, 'watch', { siteId }));
    expect(answers.map(({ siteId, problem }) => siteId ?? problem?.code)).toEqual([
      street.siteId,
      foreignSite,
      'too-many-watched',
      street.siteId,
    ]);
    expect((await ask(socket, 'unwatch', { siteId: foreignSite })).siteId).toBe(foreignSite);
    expect((await ask(socket, 'watch', { siteId: third })).siteId).toBe(third);
    for (let n = 0; n < 6; n += 1) socket.emit('noise', n);
    expect((await ask(socket, 'watch', { siteId: third })).problem?.code).toBe('too-many-events');
    const cutOff = next(socket, 'disconnect');
    for (let n = 0; n < 10; n += 1) socket.emit('noise', n);
    await cutOff;
    const tooLarge = next(second, 'disconnect');
    second.emit('watch', { siteId: 'x'.repeat(20_000) });
    await tooLarge;
    expect((await front.send('organiser', 'GET', '/sites')).status).toBe(200);
  });

  it('is closed when the session ends by itself, which it does not keep alive by being open', async () => {
    const socket = await open(await somebody('organiser'));
    await ask(socket, 'watch', { siteId: street.siteId });
    clock.moveBy(14 * 60_000);
    await front.get(DeskSockets).lookAgain();
    expect(socket.connected).toBe(true);
    const closed = next(socket, 'disconnect');
    clock.moveBy(60_000);
    await front.get(DeskSockets).lookAgain();
    await closed;
  });
});
