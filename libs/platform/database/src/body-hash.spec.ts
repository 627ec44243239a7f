import { bodyHash, canonicalMembers, CanonicalPart, canonicalText, NestedTooDeep, textOf } from './body-hash.js';

describe('the canonical text', () => {
  it('is the same whatever the order of the keys, without spaces, and leaves out what is undefined', () => {
    const text = '{"a":[1,null,"é\\n"],"b":{"x":true,"y":-0.5}}';
    expect(canonicalText({ b: { y: -0.5, x: true, z: undefined }, a: [1, undefined, 'é\n'] })).toBe(text);
    expect(canonicalText(JSON.parse(text))).toBe(text);
  });

  it('orders keys by their characters, also those that a class of objects knows by the same name', () => {
    expect(canonicalText(JSON.parse('{"b":1,"__proto__":2,"B":3,"10":4,"9":5}'))).toBe(
      '{"10":4,"9":5,"B":3,"__proto__":2,"b":1}',
    );
  });

  it('can be put together from parts and taken apart into members', () => {
    const whole = { n: 1, list: [{ k: 'v' }] };
    expect(canonicalText({ ...whole, list: new CanonicalPart('[{"k":"v"}]') })).toBe(canonicalText(whole));
    const members = canonicalMembers(whole);
    expect(textOf(members)).toBe(canonicalText(whole));
    expect(textOf(members.filter(({ key }) => key !== 'n'))).toBe('{"list":[{"k":"v"}]}');
    expect(textOf([])).toBe('{}');
  });

  it('ends at a depth that nobody means, before the stack does', () => {
    const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));
    expect(canonicalText(nested(60))).toHaveLength(120);
    expect(() => canonicalText(nested(5_000))).toThrow(NestedTooDeep);
    expect(() => bodyHash({ a: nested(5_000) })).toThrow(NestedTooDeep);
  });
});
