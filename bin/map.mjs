// `npm run map`: writes the map of the rooms into ARCHITECTURE.md, from architecture/journey.mjs and the folders.
// `npm run map -- --check` only says whether it is fresh.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { journey, platform } from '../architecture/journey.mjs';
import { explain, Refusal } from './support/refusal.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const file = join(root, 'ARCHITECTURE.md');
const [begin, end] = ['<!-- map: written by npm run map -->', '<!-- /map -->'];

try {
  const current = readFileSync(file, 'utf8');
  const fresh = await withMap(current);
  if (fresh === current) console.log('The map in ARCHITECTURE.md is fresh.');
  else if (process.argv.includes('--check')) {
    console.error('The map in ARCHITECTURE.md does not show the rooms as they are: run npm run map and commit it.');
    process.exitCode = 1;
  } else {
    writeFileSync(file, fresh);
    console.log('The map in ARCHITECTURE.md is written anew.');
  }
} catch (error) {
  explain(error);
  process.exitCode = 1;
}

async function withMap(text) {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Refusal(`ARCHITECTURE.md has lost its markers: ${begin} … ${end}`);
  const whole = `${text.slice(0, from + begin.length)}\n\n${map()}\n\n${text.slice(to)}`;
  return format(whole, { ...(await resolveConfig(file)), filepath: file });
}

function map() {
  const rooms = journey.map(({ room, zh, holds }, n) => {
    const folder = `libs/journey/${room}`;
    const door = `apps/site-api/src/${room}`;
    return `| ${n + 1} | [${room}](${link(folder)}) ${zh} | ${holds} | [HTTP](${link(door)}) | [SQL](${migrationOf(room)}) |`;
  });
  const parts = platform.map((part) => `[${part}](${link(`libs/platform/${part}`)})`).join(' · ');
  return [
    '| | room | holds | its door | its schema |',
    '| --- | --- | --- | --- | --- |',
    ...rooms,
    '',
    `Under all of them, with no word of a testing site in it: ${parts}.`,
  ].join('\n');
}

function link(folder) {
  if (!existsSync(join(root, folder))) throw new Refusal(`architecture/journey.mjs names what is not there: ${folder}`);
  return folder;
}

function migrationOf(room) {
  const found = readdirSync(join(root, 'db/migrations')).find((name) => name.endsWith(`-${room}.sql`));
  if (found === undefined) throw new Refusal(`No migration makes the schema of the room ${room}.`);
  return `db/migrations/${found}`;
}
