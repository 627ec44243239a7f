// Sends swabs over plain keep-alive connections, one request at a time on each, and counts what was acknowledged.
// Says so as one JSON line. A process of its own; it speaks just enough HTTP to stay out of the way of what is measured.
import { connect } from 'node:net';
import { uuidv7 } from 'uuidv7';

const { port, token, connections, seconds, firstPerson, stride, rate } = JSON.parse(process.argv[2]);

const head = (path, length) =>
  `POST ${path} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;

function requestFor(person) {
  const body = JSON.stringify({
    id: uuidv7(),
    resident: { id: `00000000-0000-7000-8000-${person.toString(16).padStart(12, '0')}` },
    scannedAt: new Date().toISOString(),
  });
  return head(`/api/v1/tubes/T${Math.floor(person / 10)}/swabs`, body.length) + body;
}

const started = performance.now();
const ends = started + seconds * 1_000;
const latencies = [];
const refusals = {};
let acknowledged = 0;

function speak(connection) {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let person = firstPerson + connection * stride;
    const last = person + stride;
    let sent = 0;
    let held = '';
    const next = () => {
      if (performance.now() >= ends || person >= last) {
        socket.end();
        resolve();
        return;
      }
      sent = performance.now();
      socket.write(requestFor(person));
      person += 1;
    };
    // With a rate asked for, each connection keeps its own even beat; a late answer is counted from its beat.
    const beat = rate === undefined ? 0 : (connections / rate) * 1_000;
    let due = started + (connection / connections) * beat;
    const onward = () => {
      if (beat === 0) return next();
      due += beat;
      const wait = due - performance.now();
      if (wait > 1) setTimeout(next, wait);
      else next();
    };
    socket.setEncoding('latin1');
    socket.on('connect', next);
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      held += chunk;
      const bodyAt = held.indexOf('\r\n\r\n') + 4;
      if (bodyAt < 4) return;
      const length = Number(/content-length: (\d+)/i.exec(held)?.[1] ?? 0);
      if (held.length < bodyAt + length) return;
      latencies.push(performance.now() - sent);
      if (held.startsWith('HTTP/1.1 201')) acknowledged += 1;
      else {
        const code = /"code":"([^"]+)"/.exec(held)?.[1] ?? held.slice(0, 12);
        refusals[code] = (refusals[code] ?? 0) + 1;
      }
      held = '';
      onward();
    });
  });
}

await Promise.all(Array.from({ length: connections }, (_, n) => speak(n)));
const elapsed = (performance.now() - started) / 1_000;
latencies.sort((a, b) => a - b);
const at = (share) => Number((latencies[Math.floor(latencies.length * share)] ?? 0).toFixed(1));
console.log(
  JSON.stringify({
    acknowledged,
    refusals,
    perSecond: acknowledged / elapsed,
    p50: at(0.5),
    p99: at(0.99),
    most: at(0.9999),
  }),
);
