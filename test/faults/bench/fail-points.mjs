// Loaded into an app before its own code, by the fault bench only: tells which commits and publications the app makes,
// ends the process without a word at the one it was told, and lets its clock be off. The app itself knows nothing of it.
import { open } from 'node:fs/promises';
import pg from 'pg';

/** @type {{ name: string, when: 'before' | 'after', how: 'SIGKILL' | 'SIGSTOP', skip: number } | null} */
let armed = null;
const seen = new Set();
const OPEN = Symbol('statements of the open transaction');
const die = () => {
  const how = armed?.how ?? 'SIGKILL';
  armed = null;
  process.kill(process.pid, how);
};
const RealDate = Date;
let clockMs = 0;
globalThis.Date = class Date extends RealDate {
  constructor(...given) {
    super(...(given.length === 0 ? [RealDate.now() + clockMs] : given));
  }
  static now() {
    return RealDate.now() + clockMs;
  }
};

process.on('message', (message) => {
  if (message !== null && typeof message === 'object' && 'failPoint' in message) armed = message.failPoint;
  if (message !== null && typeof message === 'object' && 'forget' in message) seen.clear();
  if (message !== null && typeof message === 'object' && 'clockMs' in message) clockMs = message.clockMs;
});
process.channel?.unref();

/** @returns {'before' | 'after' | undefined} where to die at this point */
function reach(name) {
  if (!seen.has(name)) {
    seen.add(name);
    if (process.connected) process.send({ point: name }, () => undefined);
  }
  if (armed?.name !== name) return undefined;
  if (armed.skip > 0) {
    armed.skip -= 1;
    return undefined;
  }
  return armed.when;
}

/** What a statement writes, in a few words; empty for one that only reads. */
function effectOf(text) {
  const writes = [
    ...text.matchAll(/\b(INSERT INTO|UPDATE|DELETE FROM)\s+(?!SKIP\b|SET\b|OF\b)"?([a-z_]+"?\."?[a-z_]+)/g),
  ];
  const calls = [
    ...text.matchAll(/\b(?:SELECT|FROM)\s+([a-z_]+\.(?:record|call|apply|ensure|take|write|close)[a-z_]*)\(/g),
  ];
  return [
    ...writes.map(([, verb, table]) => `${verb.split(' ')[0]} ${table.replaceAll('"', '')}`),
    ...calls.map(([, name]) => name),
  ];
}

function pointOf(client, text) {
  if (/^\s*(BEGIN|START TRANSACTION)/i.test(text)) client[OPEN] = [];
  else if (/^\s*ROLLBACK/i.test(text) && !/^\s*ROLLBACK TO/i.test(text)) client[OPEN] = undefined;
  else if (/^\s*COMMIT/i.test(text)) {
    const effects = client[OPEN] ?? [];
    client[OPEN] = undefined;
    return effects.length === 0 ? undefined : `commit ${[...new Set(effects)].sort().join(', ')}`;
  } else {
    const effects = effectOf(text);
    if (client[OPEN] !== undefined) client[OPEN].push(...effects);
    else if (effects.length > 0 && !/\bbullmq\b/.test(text)) return `commit ${[...new Set(effects)].sort().join(', ')}`;
  }
  return undefined;
}

const query = pg.Client.prototype.query;
pg.Client.prototype.query = function (...given) {
  const [config] = given;
  const text = typeof config === 'string' ? config : (config?.text ?? '');
  const name = typeof text === 'string' ? pointOf(this, text) : undefined;
  const when = name === undefined ? undefined : reach(name);
  if (when === 'before') die();
  if (when === 'after') {
    const last = given.length - 1;
    if (typeof given[last] === 'function') {
      const told = given[last];
      given[last] = (...answer) => (die(), told(...answer));
    } else return query.apply(this, given).finally(die);
  }
  return query.apply(this, given);
};

/** Makes a method a point that may be died at, before it and after it. */
export function hook(prototype, method, name) {
  const inner = prototype[method];
  prototype[method] = async function (...given) {
    const when = reach(name);
    if (when === 'before') die();
    const answer = await inner.apply(this, given);
    if (when === 'after') die();
    return answer;
  };
}

const handle = await open('/dev/null', 'a');
hook(Object.getPrototypeOf(handle), 'appendFile', 'publish lines to a file');
hook(Object.getPrototypeOf(handle), 'sync', 'a file reaches the disk');
await handle.close();
