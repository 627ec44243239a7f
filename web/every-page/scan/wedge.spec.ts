import { Wedge } from './wedge.js';

function type(wedge: Wedge, text: string, gapMs: number, from = 0): string | undefined {
  let at = from;
  let found: string | undefined;
  const keys = [...Array.from(text, (sign) => keyOf(sign)), { code: 'Enter', key: 'Enter', shiftKey: false }];
  for (const key of keys) {
    at += gapMs;
    found = wedge.press({ isComposing: false, at, ...key }) ?? found;
  }
  return found;
}

function keyOf(sign: string): { code: string; key: string; shiftKey: boolean } {
  if (/\d/u.test(sign)) return { code: `Digit${sign}`, key: sign, shiftKey: false };
  if (sign === '-') return { code: 'Minus', key: sign, shiftKey: false };
  return { code: `Key${sign.toUpperCase()}`, key: sign, shiftKey: sign !== sign.toLowerCase() };
}

describe('a scanner that acts as a keyboard', () => {
  it('is told from a person by how fast it types', () => {
    expect(type(new Wedge(), 'TB24-0001', 8)).toBe('TB24-0001');
    expect(type(new Wedge(), 'TB24-0001', 80)).toBeUndefined();
  });

  it('does not take along what somebody typed before', () => {
    const wedge = new Wedge();
    wedge.press({ code: 'KeyX', key: 'x', shiftKey: false, isComposing: false, at: 0 });
    expect(type(wedge, 'TB240001', 5, 500)).toBe('TB240001');
  });

  it('reads by place, whatever an input method makes of the keys', () => {
    const wedge = new Wedge();
    let at = 0;
    let found: string | undefined;
    for (const code of ['KeyA', 'Digit1', 'Digit2', 'Digit3', 'Enter']) {
      at += 5;
      found = wedge.press({ code, key: 'Process', shiftKey: false, isComposing: true, at });
    }
    expect(found).toBe('a123');
  });

  it('is not an Enter by hand after something short', () => {
    expect(type(new Wedge(), 'abc', 5)).toBeUndefined();
  });
});
