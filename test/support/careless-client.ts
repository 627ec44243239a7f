import { io } from 'socket.io-client';
import { uuidv7 } from 'uuidv7';
import type { Canary, CanaryWatch } from './canaries.js';

interface Doors {
  siteApi: string;
  queueDisplay: string;
  jobRunner: string;
  password: string;
}

interface Said {
  status: number;
  text: string;
}

/**
 * Puts names, numbers and phones where they do not belong (addresses, headers, wrong fields, broken bodies, sockets) and
 * looks at everything that the three processes say to it: no answer may repeat them.
 * @returns the statuses that it was answered with
 */
export async function beCareless(
  doors: Doors,
  { name, idNumber, phone }: Canary,
  watch: CanaryWatch,
): Promise<Set<number>> {
  const statuses = new Set<number>();
  const api = `${doors.siteApi}/api/v1`;
  const hear = (where: string, { status, text }: Said): Said => {
    statuses.add(status);
    watch.look(`an answer to ${where} (${status})`, text);
    return { status, text };
  };
  const ask = async (where: string, url: string, init: RequestInit = {}): Promise<Said> => {
    const answer = await fetch(url, init);
    const headers = JSON.stringify([...answer.headers]);
    return hear(where, { status: answer.status, text: `${headers} ${await answer.text()}` });
  };
  const signIn = await fetch(`${api}/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'organiser', password: doors.password }),
  });
  const { token } = (await signIn.json()) as { token: string };
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const post = (path: string, body: unknown) =>
    ask(path, `${api}${path}`, {
      method: 'POST',
      headers,
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const areas = (await (await fetch(`${api}/areas`, { headers })).json()) as { items: { code: string }[] };
  const person = (extra: object = {}) => ({
    name,
    phone,
    document: { kind: 'resident-id', number: idNumber },
    areaCode: areas.items[0]?.code ?? '3708',
    ...extra,
  });
  await post('/residents', person({ areaCode: '999999999999' }));
  await post('/residents', person({ phone: `${phone}${phone}` }));
  await post('/residents', person({ document: { kind: 'resident-id', number: `${idNumber}${name}` } }));
  await post('/residents', person({ sex: name, lane: phone, categories: [idNumber] }));
  await post('/residents', `{"name": "${name}", "phone": "${phone}", "document": {"number": "${idNumber}"`);
  await post('/residents', `${name} ${idNumber} ${phone}`);
  await post('/residents', person({ name: `${name}\u0000` }));
  await post('/resident-searches', { phone, idNumber });
  await post('/resident-searches', { phone });
  await post('/resident-searches', { idNumber, cursor: Buffer.from(name).toString('base64url') });
  await post(`/rounds/${uuidv7()}/exemptions`, { residentId: uuidv7(), reason: 'other', note: `${name} ${phone}` });
  await post('/sessions', { username: phone, password: idNumber });
  await post('/resident-sessions', { code: `${idNumber}.${phone}`, documentEnding: idNumber.slice(-4) });
  await post(`/tubes/${idNumber}/swabs`, { resident: { idNumber }, scannedAt: new Date().toISOString() });
  await post('/ledger-imports', name);
  for (const word of [name, idNumber, phone]) {
    const encoded = encodeURIComponent(word);
    await ask('/residents?idNumber', `${api}/residents?idNumber=${encoded}`, { headers });
    await ask('/residents/:id', `${api}/residents/${encoded}`, { headers });
    await ask('no route', `${api}/${encoded}?q=${encoded}`, { headers });
    await ask('no session', `${api}/residents`, { headers: { authorization: `Bearer ${encoded}` } });
    await ask('the board', `${doors.queueDisplay}/${encoded}`);
    await ask('the runner', `${doors.jobRunner}/${encoded}`);
  }
  for (const door of [doors.siteApi, doors.queueDisplay, doors.jobRunner]) await ask('metrics', `${door}/metrics`);
  await watchBoards(doors, api, [name, idNumber, phone], (text) => watch.look('a socket', text));
  return statuses;
}

/** Looks at every board's first picture, and at what a board says to words that are no site. */
async function watchBoards(doors: Doors, api: string, words: string[], look: (text: string) => void): Promise<void> {
  const socket = io(`${doors.queueDisplay}/board`, { transports: ['websocket'], reconnection: false });
  socket.onAny((...said: unknown[]) => look(JSON.stringify(said)));
  try {
    await new Promise<void>((connected, failed) => {
      socket.once('connect', connected);
      socket.once('connect_error', failed);
    });
    const { items = [] } = (await (await fetch(`${api}/sites`)).json()) as { items?: { id: string }[] };
    for (const id of [...items.map((site) => site.id), ...words]) {
      look(JSON.stringify(await socket.timeout(5_000).emitWithAck('watch', { id })));
    }
  } finally {
    socket.disconnect();
  }
}
