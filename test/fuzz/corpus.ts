/** What people and programs send by mistake or on purpose, in place of what was agreed. */
export const badValues: unknown[] = [
  null, true, -1, 0, 1.5, 2 ** 53, 1e308, '', ' ', 'x'.repeat(5_000), 'a\u0000b', '\ud800', '👩‍🚀', '\u202etxt', '=1+1',
  "'; DROP TABLE access.account; --", '../../etc/passwd', '2026-02-30T25:61:00Z', '0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z',
  '+275760-09-13T00:00:00Z', '00000000-0000-0000-0000-000000000000', [], {}, [null], [[]], { $ne: null },
  { constructor: { prototype: {} } }, Array.from({ length: 3_000 }, () => 'x'),
]; // prettier-ignore

/** More of the same, for whoever has time: numbers beyond numbers, dates that are none, lines for logs and tables. */
export const moreBadValues: unknown[] = [
  false, -0, -2_147_483_649, 2_147_483_648, 9_007_199_254_740_993, '1e999', 'NaN', 'Infinity', '-1', '0x10', '١٢٣', 'null',
  'undefined', '\r\nSet-Cookie: a=b', 'line\nlevel=fatal msg="forged"', '+cmd|calc', '@SUM(A1)', '\tTAB', '<script>alert(1)</script>',
  '${7*7}', '{{7*7}}', '%s%n', '\ufeffBOM', 'é'.normalize('NFD'), '‮עברית', '12:61', '2026-13-01', '1970-01-01T00:00:00Z',
  '2026-01-01T00:00:00', 'x'.repeat(64), 'x'.repeat(65), '"', '\\', '😀'.repeat(40), { toString: 'x' }, { length: 1e9 },
  [1, 'two', null], { __proto__x: 1, hasOwnProperty: 1 }, [[[[[[[[[[]]]]]]]]]],
]; // prettier-ignore

export const badPaths = [
  'x',
  '%00',
  '%ff',
  '..%2f..',
  'a'.repeat(250),
  '%F0%9F%92%A3',
  '-1',
  "'%20OR%201=1",
  '__proto__',
];

export const badQueries = ['', 'x', '%00', '%ff', '-1', '1e9', 'a'.repeat(3_000), "'--"];

export const rawBodies: [string, string | Uint8Array][] = [
  ['half a JSON', '{"id":'],
  ['a __proto__', '{"__proto__":{"admin":true}}'],
  ['a nested __proto__', '{"a":{"__proto__":{"admin":true}}}'],
  ['broken UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
  ['a number beyond numbers', '{"id":1e999}'],
  ['nothing', ''],
  ['a list', '[]'],
  ['a very deep list', '['.repeat(20_000) + ']'.repeat(20_000)],
];

/** What may stand in a header: control characters do not leave any client. */
export const badHeaders = [
  '',
  'x',
  '-1',
  'NaN',
  '2026-02-30T25:61:00Z',
  '\u00ff',
  'x'.repeat(5_000),
  '${jndi:ldap://x}',
  'a, b',
];
