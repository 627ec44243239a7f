// Where the time of a process went, from the file that node --cpu-prof leaves: self time by package or own file.
import { readdirSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @param {string} folder @param {number} most @returns {{ where: string, share: number }[]} the dearest first */
export function dearest(folder, most = 25) {
  const file = readdirSync(folder).find((name) => name.endsWith('.cpuprofile'));
  if (file === undefined) return [];
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const place = new Map(nodes.map(({ id, callFrame }) => [id, placeOf(callFrame)]));
  const time = new Map();
  let total = 0;
  samples.forEach((id, n) => {
    const where = place.get(id);
    if (where === '(idle)') return;
    time.set(where, (time.get(where) ?? 0) + timeDeltas[n]);
    total += timeDeltas[n];
  });
  return [...time]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([where, spent]) => ({ where, share: Number(((100 * spent) / total).toFixed(1)) }));
}

const maps = new Map();

/** Where a line of an app's one file came from. */
function sourceOf({ url, lineNumber, columnNumber }) {
  if (!url.includes('/bundles/')) return url;
  if (!maps.has(url)) maps.set(url, new SourceMap(JSON.parse(readFileSync(`${fileURLToPath(url)}.map`, 'utf8'))));
  return maps.get(url).findEntry(lineNumber, columnNumber).originalSource ?? url;
}

function placeOf({ functionName, ...position }) {
  if (functionName.startsWith('(')) return functionName;
  const url = sourceOf(position);
  const modules = url.lastIndexOf('node_modules/');
  if (modules >= 0) {
    const [scope, name] = url.slice(modules + 'node_modules/'.length).split('/');
    return scope.startsWith('@') ? `${scope}/${name}` : scope;
  }
  return url.startsWith('node:') ? url : url.replace(/^.*\/(dist|libs|apps)\//, '$1/') || functionName;
}
