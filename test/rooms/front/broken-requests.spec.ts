import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import { Transactions } from '#platform/database';
import { openFront, type Front } from '../../support/house.js';

let front: Front;
beforeAll(async () => {
  front = await openFront();
});
afterAll(() => front.close().catch(() => undefined));

function plug(to = front): { socket: Socket; heard: () => string; closed: Promise<void> } {
  const socket = connect(Number(new URL(to.url).port), '127.0.0.1');
  let heard = '';
  socket.on('data', (data) => (heard += data.toString()));
  socket.on('error', () => undefined);
  return { socket, heard: () => heard, closed: new Promise((done) => socket.once('close', () => done())) };
}

/** What comes back to bytes that are no proper request. */
async function answerTo(bytes: string): Promise<{ status: number; type: string; code: string; zh: string }> {
  const { socket, heard, closed } = plug();
  socket.write(bytes);
  await closed;
  const [head = '', body = ''] = heard().split('\r\n\r\n');
  const problem = JSON.parse(body) as { code: string; messages: { 'zh-CN': string } };
  const type = /content-type: ([^;\r]+)/i.exec(head)?.[1] ?? '';
  return { status: Number(head.slice(9, 12)), type, code: problem.code, zh: problem.messages['zh-CN'] };
}

describe('a request that is none', () => {
  it('is refused in words too: headers without end, another protocol, two lengths at once', async () => {
    const type = 'application/problem+json';
    const huge = `GET /api/v1/sites HTTP/1.1\r\nhost: a\r\ncookie: ${'b'.repeat(70_000)}\r\n\r\n`;
    expect(await answerTo(huge)).toMatchObject({ status: 431, type, code: 'headers-too-large' });
    expect(await answerTo('\u0016\u0003\u0001 hello\r\n\r\n')).toMatchObject({
      status: 400,
      type,
      code: 'unreadable-request',
    });
    const double =
      'POST /api/v1/sessions HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n';
    expect(await answerTo(double)).toMatchObject({ status: 400, type, code: 'unreadable-request' });
    expect((await front.send('organiser', 'GET', '/sites')).status).toBe(200);
  });
});

describe('closing the house', () => {
  it('ends what it had begun and asks whoever comes later, in words, to come again', async () => {
    const ask = `GET /api/v1/tickets/${uuidv7()} HTTP/1.1\r\nhost: a\r\n\r\n`;
    const { socket, heard, closed } = plug();
    let closing: Promise<void> | undefined;
    await front.get(Transactions).run(async (tx) => {
      await tx.query('LOCK TABLE queue.ticket IN ACCESS EXCLUSIVE MODE');
      socket.write(ask);
      await pause(300);
      closing = front.close();
      socket.write(ask);
      await pause(300);
    });
    await closing;
    await closed;
    const answers = heard().split('HTTP/1.1 ').slice(1);
    expect(answers.map((answer) => answer.slice(0, 3))).toEqual(['404', '503']);
    expect(answers[1]).toMatch(/retry-after: 2/i);
    expect(answers[1]).toContain('"code":"service-busy"');
  });

  it('does not wait for a request that never arrives whole', async () => {
    const other = await openFront();
    const { socket, closed } = plug(other);
    socket.write(
      'POST /api/v1/sessions HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{',
    );
    const trickle = setInterval(() => socket.write(' '), 200);
    await pause(300);
    await other.close();
    clearInterval(trickle);
    await closed;
  });
});
