// The baseline: nothing but socket.io, which sends the same bytes to the same rooms as often.
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const { frame, siteIds, perSecond } = JSON.parse(process.argv[2]);
const server = createServer();
const sockets = new Server(server, { transports: ['websocket'], perMessageDeflate: false, serveClient: false });
const boards = sockets.of('/board');
boards.on('connection', (socket) => {
  socket.on('watch', async ({ siteId }, answer) => {
    await socket.join(`site:${siteId}`);
    answer({ board: { ...frame, siteId, version: 1 } });
  });
});

let version = 1;
let next = 0;
let due = performance.now();
process.on('message', () => {
  due = performance.now();
  setInterval(() => {
    const now = performance.now();
    for (; due <= now; due += 1_000 / perSecond) {
      const siteId = siteIds[next % siteIds.length];
      next += 1;
      version += 1;
      boards.to(`site:${siteId}`).emit('board', { ...frame, siteId, version });
    }
  }, 5);
});
server.listen(0, '127.0.0.1', () => process.send({ url: `http://127.0.0.1:${server.address().port}` }));
