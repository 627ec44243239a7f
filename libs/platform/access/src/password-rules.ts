/** Why a new password is too easily guessed. */
export type PasswordWeakness = 'short' | 'plain' | 'named' | 'common';

const shortest = 10;
const fewestDistinct = 5;
/** What people type when they are asked for something long. */
const everybodys = [
  'password',
  'qwerty',
  'asdfgh',
  'zxcvbn',
  'admin',
  'letmein',
  'welcome',
  'iloveyou',
  'woaini',
  'shihe',
];
/** Runs of neighbours on a keyboard or in the alphabet, both ways round. */
const runs = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'].flatMap((run) => [
  run,
  Array.from(run).reverse().join(''),
]);

/**
 * The first reason why a password will not do; undefined for one that will. Length, variety, nothing of one's own name, and
 * nothing that is tried first (after NIST SP 800-63B); no demands for signs and capitals, which make people write it down.
 * @param names that others know of its owner
 */
export function weaknessOf(password: string, names: readonly string[]): PasswordWeakness | undefined {
  const lower = password.toLowerCase();
  if (Array.from(password).length < shortest) return 'short';
  if (new Set(lower).size < fewestDistinct) return 'plain';
  if (names.some((name) => name.length >= 3 && lower.includes(name.toLowerCase()))) return 'named';
  if (restOf(lower).length < shortest / 2) return 'common';
  return undefined;
}

/** What is left without what everybody tries: common words, and runs of four neighbours or more. */
function restOf(password: string): string {
  let rest = password;
  for (const word of everybodys) rest = rest.replaceAll(word, '');
  for (const run of runs) {
    for (let length = run.length; length >= 4; length -= 1) {
      for (let from = 0; from + length <= run.length; from += 1)
        rest = rest.replaceAll(run.slice(from, from + length), '');
    }
  }
  return rest;
}
