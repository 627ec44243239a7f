/** One key as a scanner that acts as a keyboard sends it. */
export interface Key {
  code: string;
  key: string;
  shiftKey: boolean;
  isComposing: boolean;
  /** Milliseconds, of any clock that does not go back. */
  at: number;
}

/** Whoever types is slower than this between two keys; a scanner never is. */
const gapMs = 35;
/** Shorter than any code of ours. */
const leastSigns = 4;

/**
 * Tells what a scanner types from what a person types. Keys are read by where they are on the keyboard, so that an input
 * method that is switched on does not garble a code.
 */
export class Wedge {
  private signs: string[] = [];
  private lastAt = -Infinity;

  /** @returns the code, when this key ends one */
  press(key: Key): string | undefined {
    const isQuick = key.at - this.lastAt < gapMs;
    if (!isQuick) this.signs = [];
    if (key.code === 'ShiftLeft' || key.code === 'ShiftRight') return undefined;
    this.lastAt = key.at;
    if (key.code === 'Enter' || key.code === 'NumpadEnter' || key.code === 'Tab') {
      const code = this.signs.join('');
      this.signs = [];
      return isQuick && code.length >= leastSigns ? code : undefined;
    }
    const sign = signOf(key);
    if (sign !== undefined) this.signs.push(sign);
    return undefined;
  }

  /** So many signs have come as fast as only a scanner types. */
  get length(): number {
    return this.signs.length;
  }
}

function signOf({ code, key, shiftKey }: Key): string | undefined {
  const letter = /^Key([A-Z])$/u.exec(code)?.[1];
  if (letter !== undefined) return shiftKey ? letter : letter.toLowerCase();
  const digit = /^(?:Digit|Numpad)(\d)$/u.exec(code)?.[1];
  if (digit !== undefined && !(shiftKey && code.startsWith('Digit'))) return digit;
  const plain = shiftKey ? shifted[code] : unshifted[code];
  return plain ?? (key.length === 1 ? key : undefined);
}

const unshifted: Readonly<Record<string, string>> = {
  Minus: '-',
  Equal: '=',
  Period: '.',
  Comma: ',',
  Slash: '/',
  Semicolon: ';',
  Space: ' ',
  NumpadSubtract: '-',
  NumpadDecimal: '.',
  NumpadAdd: '+',
  NumpadDivide: '/',
};

const shifted: Readonly<Record<string, string>> = {
  Minus: '_',
  Equal: '+',
  Semicolon: ':',
  Slash: '?',
  Digit2: '@',
  Digit3: '#',
  Digit4: '$',
  Digit5: '%',
  Digit7: '&',
  Digit8: '*',
};
