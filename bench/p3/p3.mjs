// P3: swabs at a steady 725 a second, Tianjin's measured peak (14 million people), and how long each pair waits.
import { startApp } from '../support/app-process.mjs';
import { layGround } from '../support/ground.mjs';
import { layRound, scan, storedSwabs } from '../support/round.mjs';

const rate = 725;
const connections = 64;
const reach = { p50: 10, p99: 50 };

/** @param {{ seconds?: number, say?: (line: string) => void }} options */
export async function p3({ seconds = 60, say = () => undefined } = {}) {
  const people = 100_000;
  const ground = await layGround();
  let api;
  try {
    say(`${people} residents; ${rate} swabs a second for ${seconds} s`);
    const token = await layRound(ground, people);
    await ground.sql('ANALYZE');
    api = await startApp('site-api', ground);
    const stride = Math.floor(people / 2 / connections / 10) * 10;
    const order = { port: api.port, token, connections, stride, rate };
    await scan({ ...order, seconds: 5, firstPerson: people / 2 });
    const before = await storedSwabs(ground);
    const { acknowledged, refusals, perSecond, p50, p99 } = await scan({ ...order, seconds, firstPerson: 0 });
    const stored = (await storedSwabs(ground)) - before;
    const isWhole = stored === acknowledged && Object.keys(refusals).length === 0;
    return {
      work: `one swab per HTTP request at a steady ${rate}/s for ${seconds} s, ${connections} connections`,
      value: Math.round(perSecond),
      unit: 'swabs/s',
      p50,
      p99,
      reach: `p50 ${reach.p50} ms, p99 ${reach.p99} ms`,
      acknowledged,
      stored,
      refusals,
      holds: isWhole && perSecond >= rate * 0.98 && p50 <= reach.p50 && p99 <= reach.p99,
    };
  } finally {
    await api?.stop();
    await ground.close();
  }
}
