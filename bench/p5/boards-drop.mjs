// F28: 500 boards lose their server at once and come back together, while swabs arrive: how long until each of them shows
// what the database says, and what the pairs at the tables notice of it.
import { setTimeout as sleep } from 'node:timers/promises';
import { startApp } from '../support/app-process.mjs';
import { layGround } from '../support/ground.mjs';
import { layRound, scan } from '../support/round.mjs';
import { Screens } from './screen-process.mjs';
import { Changes, laySites } from './sites.mjs';

const screens = 500;
const sites = 100;
const swabsPerSecond = 300;
const connections = 32;
const seconds = 15;
const reach = { seconds: 10, p99Times: 2, p99Least: 50 };

/** @param {{ say?: (line: string) => void }} options */
export async function boardsDrop({ say = () => undefined } = {}) {
  const ground = await layGround();
  const running = [];
  try {
    const people = 40_000;
    const token = await layRound(ground, people);
    const siteIds = await laySites(ground, sites);
    await ground.sql('ANALYZE');
    const api = await startApp('site-api', ground);
    running.push(() => api.stop());
    let display = await startApp('queue-display', ground);
    running.push(() => display.stop());
    const { port } = display;
    const watching = new Screens();
    running.push(() => watching.close());
    await watching.open({ url: display.url, siteIds, count: screens });
    const stride = Math.floor(people / 2 / connections / 10) * 10;
    const swabs = (firstPerson) =>
      scan({ port: api.port, token, connections, stride, rate: swabsPerSecond, seconds, firstPerson });

    say(`${screens} boards of ${sites} sites, ${swabsPerSecond} swabs/s; first ${seconds} s in peace`);
    let changes = new Changes(ground, siteIds, 50);
    const calm = await swabs(0);
    say('now their server is killed, and comes back');
    const storm = swabs(people / 2);
    await sleep(2_000);
    await display.stop('SIGKILL');
    await sleep(2_000);
    // What is called while nobody hears it must be seen all the same.
    await changes.stop();
    display = await startApp('queue-display', ground, [], port);
    const back = performance.now();
    const truth = new Map(
      (
        await ground.sql(
          'SELECT s.id, s.version + v.version AS version FROM site.site s JOIN queue.board_version v ON v.site_id = s.id',
        )
      ).map(({ id, version }) => [id, Number(version)]),
    );
    let behind = screens;
    while (behind > 0 && performance.now() - back < 60_000) {
      const seen = await watching.versions();
      behind = seen.filter(([siteId, version, isOpen]) => !isOpen || version !== truth.get(siteId)).length;
      if (behind > 0) await sleep(100);
    }
    const tookSeconds = (performance.now() - back) / 1_000;
    const harmed = await storm;
    const p99AtMost = Math.max(calm.p99 * reach.p99Times, reach.p99Least);
    return {
      work: `${screens} boards come back together, ${swabsPerSecond} swabs/s; swab p99 ${calm.p99} ms in peace, ${harmed.p99} ms in the storm`,
      value: Number(tookSeconds.toFixed(1)),
      unit: `s until ${screens - behind} of ${screens} show what the database says`,
      reach: `${reach.seconds} s; swab p99 at most ${Math.round(p99AtMost)} ms`,
      p50: harmed.p50,
      p99: harmed.p99,
      holds: behind === 0 && tookSeconds <= reach.seconds && harmed.p99 <= p99AtMost,
    };
  } finally {
    for (const stop of running.reverse()) await stop();
    await ground.close();
  }
}
