// So many screens as real clients, in a process of their own: told what to do and asked what they saw over IPC.
import { io } from 'socket.io-client';

/** One in so many notes when it saw which version. */
const oneIn = 20;

const screens = [];
let isCounting = false;
let deliveries = 0;
let notes = [];

async function open({ url, siteIds, count }) {
  for (let n = 0; n < count; n += 1) {
    const siteId = siteIds[n % siteIds.length];
    const screen = { siteId, version: 0 };
    // As the page does it.
    const socket = io(`${url}/board`, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 300,
      reconnectionDelayMax: 2_000,
      timeout: 4_000,
      perMessageDeflate: false,
    });
    screen.socket = socket;
    const see = (frame) => {
      screen.version = frame.version;
      if (!isCounting) return;
      deliveries += 1;
      if (n % oneIn === 0) notes.push([n, siteId, frame.version, Number(process.hrtime.bigint()) / 1e6]);
    };
    socket.on('board', see);
    const watching = new Promise((done) => {
      socket.on('connect', async () => {
        const answer = await socket
          .timeout(10_000)
          .emitWithAck('watch', { siteId })
          .catch(() => undefined);
        if (answer?.board === undefined) return;
        see(answer.board);
        done();
      });
    });
    screens.push(screen);
    // A few at a time: the queue of new connections of a machine is short.
    if (n % 50 === 49) await Promise.race([watching, new Promise((late) => setTimeout(late, 2_000))]);
    screen.watching = watching;
  }
  await Promise.all(screens.map(({ watching }) => watching));
}

process.on('message', async ({ what, ...more }) => {
  if (what === 'open') {
    await open(more);
    process.send({ what: 'open' });
  }
  if (what === 'count') {
    isCounting = true;
    deliveries = 0;
    notes = [];
  }
  if (what === 'tell') {
    isCounting = false;
    process.send({ what: 'told', deliveries, notes });
  }
  if (what === 'versions') {
    process.send({
      what: 'versions',
      versions: screens.map(({ siteId, version, socket }) => [siteId, version, socket.connected]),
    });
  }
  if (what === 'close') {
    for (const { socket } of screens) socket.close();
    process.exit(0);
  }
});
