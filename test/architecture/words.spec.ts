import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '#platform/errors';
import { journey } from '../../architecture/journey.mjs';

const root = process.cwd();

/** All that the files of one kind export, under the file they are from. */
async function exportsOf(ending: string): Promise<{ file: string; name: string; thing: unknown }[]> {
  const files = ['apps', 'libs'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith(ending))
      .map((file) => join(folder, file)),
  );
  const all = [];
  for (const file of files.sort()) {
    const exported = (await import(join(root, file))) as Record<string, unknown>;
    all.push(...Object.entries(exported).map(([name, thing]) => ({ file, name, thing })));
  }
  return all;
}

/** Stands for whatever a refusal is told: reads as `word`, is a list of nothing, answers every call with itself. */
function standIn(word: string): unknown {
  const one: unknown = new Proxy(() => one, {
    get(_, key) {
      if (key === Symbol.toPrimitive || key === 'toString' || key === 'join') return () => word;
      if (key === Symbol.iterator) return () => [][Symbol.iterator]();
      return key === 'then' ? undefined : one;
    },
    apply: () => one,
  });
  return one;
}

type RefusalClass = new (...told: unknown[]) => DomainError;

/** Numbers, states and acts; the refusals that look up a word for a state or an act take these. */
const told = [
  ['1', '1', '1', '1'],
  ['open', 'open', 'open', 'open'],
  ['A001', 'waiting', 'waiting', '1'],
  ['B1', 'open', 'seal', '1'],
  ['short', 'short', 'short', 'short'],
];

function oneOf(refusal: RefusalClass): DomainError {
  for (const words of told) {
    try {
      return new refusal(...words.map(standIn));
    } catch (trouble) {
      if (!(trouble instanceof TypeError)) throw trouble;
    }
  }
  throw new Error(`${refusal.name} takes none of the words that this test knows: add them.`);
}

async function refusals(): Promise<{ name: string; refusal: DomainError }[]> {
  return (await exportsOf('errors.ts'))
    .filter(({ thing }) => typeof thing === 'function' && thing.prototype instanceof DomainError)
    .map(({ file, name, thing }) => ({ name: `${name} (${file})`, refusal: oneOf(thing as RefusalClass) }));
}

describe('every refusal', () => {
  it('is told in Chinese and in English, under a stable code', async () => {
    const all = await refusals();
    expect(all.length).toBeGreaterThan(80);
    const wrong = all
      // What these say is handed to them, each time with its own code.
      .filter(({ refusal: { code } }) => typeof code === 'string')
      .filter(
        ({ refusal: { code, words } }) =>
          !/^[a-z]+(-[a-z0-9]+)*$/u.test(code) ||
          !/[\u4e00-\u9fff]/u.test(words['zh-CN']) ||
          /undefined|\[object/u.test(words['zh-CN'] + words.en) ||
          !/^[A-Z0-9“"].*[.!]$/su.test(words.en) ||
          /[\u4e00-\u9fff]/u.test(words.en),
      );
    expect(wrong.map(({ name, refusal: { code, words } }) => ({ name, code, ...words }))).toEqual([]);
  });

  it('means one thing by its code, and no two classes say the same', async () => {
    const kinds = new Map<string, string>();
    const sentences = new Map<string, string>();
    const wrong: string[] = [];
    for (const { name, refusal } of await refusals()) {
      const { code, kind, words } = refusal;
      if (typeof code !== 'string') continue;
      if ((kinds.get(code) ?? kind) !== kind) wrong.push(`${code} is ${kinds.get(code)} and ${kind}`);
      kinds.set(code, kind);
      const sentence = `${code}: ${words['zh-CN']}`;
      if (sentences.has(sentence)) wrong.push(`${name} says what ${sentences.get(sentence)} says`);
      sentences.set(sentence, name);
    }
    expect(wrong).toEqual([]);
  });
});

describe('every event', () => {
  it('has a topic of its own that begins with its room', async () => {
    const topics = (await exportsOf('.events.ts'))
      .filter(({ thing }) => typeof (thing as { topic?: unknown } | null)?.topic === 'string')
      .map(({ file, thing }) => ({ file, topic: (thing as { topic: string }).topic }));
    expect(topics.length).toBeGreaterThan(20);
    const seen = topics.map(({ topic }) => topic);
    expect(seen.filter((topic, index) => seen.indexOf(topic) !== index)).toEqual([]);
    const home = (topic: string) => {
      const [room = ''] = topic.split('.');
      return new RegExp(`^(libs/(journey|platform)/${room}|apps/job-runner/src/${room})/`, 'u');
    };
    const strangers = topics.filter(({ file, topic }) => !home(topic).test(file));
    expect(strangers).toEqual([]);
  });
});

describe('the glossary', () => {
  it('names every room of the journey in both languages', () => {
    const glossary = readFileSync(join(root, 'GLOSSARY.md'), 'utf8');
    const missing = journey.filter(
      ({ room, zh }) => !new RegExp(`\\b${room}\\b`, 'u').test(glossary) || !glossary.includes(zh),
    );
    expect(missing).toEqual([]);
  });
});
