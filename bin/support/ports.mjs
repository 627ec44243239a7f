import { createServer } from 'node:net';

/** @returns {Promise<number>} a TCP port of 127.0.0.1 that nobody listens on at this moment */
export async function freePort() {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

/**
 * @param {number} port
 * @returns {Promise<boolean>} whether nobody listens on it, on 127.0.0.1 or on all addresses
 */
export async function isFree(port) {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => done(true)));
  });
}
