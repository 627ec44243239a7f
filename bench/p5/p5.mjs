// P5: 5,000 screens on one process of the boards while 300 swabs a second arrive, against nothing but socket.io.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startApp } from '../support/app-process.mjs';
import { layGround } from '../support/ground.mjs';
import { layRound, scan } from '../support/round.mjs';
import { Screens } from './screen-process.mjs';
import { Changes, laySites } from './sites.mjs';

const sites = 50;
const swabsPerSecond = 300;
const connections = 32;
const reach = { ratio: 0.8, p99: 1_000 };

/** @param {{ screens?: number, seconds?: number, perSecond?: number, say?: (line: string) => void }} options changes a second over all sites */
export async function p5({ screens = 5_000, seconds = 15, perSecond = 100, say = () => undefined } = {}) {
  const ground = await layGround();
  const running = [];
  try {
    const people = 40_000;
    const token = await layRound(ground, people);
    const siteIds = await laySites(ground, sites);
    await ground.sql('ANALYZE');
    const api = await startApp('site-api', ground);
    running.push(() => api.stop());
    let used = 0;
    const stride = Math.floor(people / 2 / connections / 10) * 10;
    /** Counts what the screens receive while the same number of swabs arrives. */
    const measure = async (watching, begin) => {
      const order = { port: api.port, token, connections, stride, rate: swabsPerSecond };
      const swabs = scan({ ...order, seconds: seconds + 2, firstPerson: used });
      used += people / 2;
      await sleep(1_000);
      const end = await begin();
      watching.count();
      await sleep(seconds * 1_000);
      const told = await watching.tell();
      await end();
      return { ...told, swabs: await swabs };
    };

    const display = await startApp('queue-display', ground);
    running.push(() => display.stop());
    const ourScreens = new Screens();
    running.push(() => ourScreens.close());
    say(
      `${screens} screens of ${sites} sites, ${perSecond} changes and ${swabsPerSecond} swabs a second for ${seconds} s`,
    );
    await ourScreens.open({ url: display.url, siteIds, count: screens });
    let changes;
    const ours = await measure(ourScreens, async () => {
      changes = new Changes(ground, siteIds, perSecond);
      return () => changes.stop();
    });
    const frame = await (await fetch(`${display.url}/sites/${siteIds[0]}/board`)).json();
    await ourScreens.close();
    await display.stop();

    const told = JSON.stringify({ frame, siteIds, perSecond });
    const bare = fork(join(import.meta.dirname, 'bare-server.mjs'), [told]);
    running.push(() => bare.kill());
    const [{ url }] = await once(bare, 'message');
    const bareScreens = new Screens();
    running.push(() => bareScreens.close());
    await bareScreens.open({ url, siteIds, count: screens });
    const theirs = await measure(bareScreens, async () => {
      bare.send('begin');
      return async () => undefined;
    });

    const delays = delaysOf(ours.notes, changes.committedAt).toSorted((a, b) => a - b);
    const p = (share) => Math.round(delays[Math.min(delays.length - 1, Math.floor(delays.length * share))] ?? Infinity);
    const ratio = ours.deliveries / theirs.deliveries;
    return {
      work: `${screens} screens on one process of the boards, ${perSecond} changes/s, ${swabsPerSecond} swabs/s (${ours.swabs.acknowledged} taken, p99 ${ours.swabs.p99} ms)`,
      value: Math.round(ours.deliveries / seconds),
      unit: 'pictures/s',
      baseline: Math.round(theirs.deliveries / seconds),
      ratio: Number(ratio.toFixed(2)),
      reach: `${reach.ratio}, change to screen p99 ${reach.p99} ms`,
      p50: p(0.5),
      p99: p(0.99),
      holds: ratio >= reach.ratio && p(0.99) <= reach.p99,
    };
  } finally {
    for (const stop of running.reverse()) await stop();
    await ground.close();
  }
}

/** From the commit of a change to each noted screen; a picture shows every change before it as well. */
function delaysOf(notes, committedAt) {
  const seen = new Map();
  return notes.flatMap(([screen, siteId, version, at]) => {
    const last = seen.get(screen) ?? version - 1;
    seen.set(screen, Math.max(last, version));
    const fresh = [];
    for (let v = last + 1; v <= version; v += 1) {
      const committed = committedAt.get(`${siteId}:${v}`);
      if (committed !== undefined) fresh.push(at - committed);
    }
    return fresh;
  });
}
