import type { Call } from './call-queue.js';

/** The clips of which a call is spoken, in order: names of files in voice/zh and voice/en, without their endings. */
export interface Sentence {
  zh: string[];
  en: string[];
}

/**
 * "请 A 零 幺 二 号，到 十二 号采样台" and "Number A zero one two, to table twelve". Numbers in a row are said as from … to ….
 */
export function spoken({ labels, station }: Pick<Call, 'labels' | 'station'>): Sentence {
  const numbers = runsOf(labels).flatMap((run, n) => [...(n > 0 ? ['and'] : []), ...readOut(run)]);
  return {
    zh: ['please', ...numbers, 'number-to', ...chineseCount(station), 'table'],
    en: ['number', ...numbers, 'to-table', ...englishCount(station)],
  };
}

/** Labels as runs without a gap: A012 A013 A014 B002 → A012–A014, B002. */
export function runsOf(labels: readonly string[]): [first: string, last: string][] {
  const runs: [string, string][] = [];
  for (const label of labels) {
    const run = runs.at(-1);
    if (run !== undefined && follows(run[1], label)) run[1] = label;
    else runs.push([label, label]);
  }
  return runs;
}

function follows(one: string, next: string): boolean {
  return one.charAt(0) === next.charAt(0) && Number(next.slice(1)) === Number(one.slice(1)) + 1;
}

function readOut([first, last]: [string, string]): string[] {
  return first === last ? signs(first) : [...signs(first), 'until', ...signs(last)];
}

/** Sign by sign, as numbers are read out; Chinese says 幺 for a one that is read and 一 for one that is counted. */
function signs(label: string): string[] {
  return Array.from(label, (sign) => (/\d/u.test(sign) ? `read-${sign}` : `letter-${sign.toLowerCase()}`));
}

function chineseCount(count: number): string[] {
  if (count > 99) return signs(String(count));
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  return [
    ...(tens > 1 ? [`count-${tens}`] : []),
    ...(tens > 0 ? ['count-10'] : []),
    ...(ones > 0 ? [`count-${ones}`] : []),
  ];
}

function englishCount(count: number): string[] {
  if (count > 99) return signs(String(count));
  if (count < 20) return [`count-${count}`];
  const ones = count % 10;
  return [`count-${count - ones}`, ...(ones > 0 ? [`count-${ones}`] : [])];
}
