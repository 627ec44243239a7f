// Sends batches that were signed beforehand, one device a connection, and counts what was accepted. A process of its own.
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

const { port, file, seconds } = JSON.parse(process.argv[2]);
const devices = JSON.parse(readFileSync(file, 'utf8'));
const ends = performance.now() + seconds * 1_000;
const latencies = [];
const refusals = {};
let accepted = 0;
let sent = 0;

function post(agent, body) {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        port,
        host: '127.0.0.1',
        agent,
        method: 'POST',
        path: '/api/v1/device-batches',
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (answer) => {
        const parts = [];
        answer.on('data', (part) => parts.push(part));
        answer.on('end', () => resolve({ status: answer.statusCode, text: Buffer.concat(parts).toString() }));
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

async function speak(batches) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (const body of batches) {
    if (performance.now() >= ends) break;
    const before = performance.now();
    const { status, text } = await post(agent, body);
    latencies.push(performance.now() - before);
    sent += 1;
    if (status === 200) accepted += text.split('"outcome":"accepted"').length - 1;
    else {
      const code = /"code":"([^"]+)"/.exec(text)?.[1] ?? String(status);
      refusals[code] = (refusals[code] ?? 0) + 1;
    }
  }
  agent.destroy();
}

const began = performance.now();
await Promise.all(devices.map(speak));
const elapsed = (performance.now() - began) / 1_000;
latencies.sort((a, b) => a - b);
const at = (share) => Number((latencies[Math.floor(latencies.length * share)] ?? 0).toFixed(1));
console.log(
  JSON.stringify({ accepted, sent, refusals, perSecond: accepted / elapsed, p50: at(0.5), p99: at(0.99), elapsed }),
);
