/** Names of fields in acts: they say what is meant and nothing about anybody. */
const fieldNames = new Set(
  'seq id kind at actorId tube resident code idNumber reason text countedSwabs barcode roundId stationId poolClass swabId box barcodes count station'.split(
    ' ',
  ),
);
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const moment = /^\d{4}-\d\d-\d\dT[\d:.]{5,12}(Z|[+-]\d\d:\d\d)$/;

/**
 * What was read or written at a table, so that one sees what it was and not whom it names: the shape of an act with the
 * names of its fields, ids and times; of everything else that could be a name or a number only its first sign and its end.
 */
export function maskedReading(raw: string): string {
  const act = actIn(raw);
  return act === undefined ? maskedText(raw) : JSON.stringify(maskedValue(act, ''));
}

function actIn(raw: string): object | undefined {
  try {
    const value: unknown = JSON.parse(raw);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function maskedValue(value: unknown, field: string): unknown {
  if (Array.isArray(value)) return value.map((one) => maskedValue(one, field));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, one], n) => [
        fieldNames.has(name) ? name : `field ${n + 1}`,
        maskedValue(one, name),
      ]),
    );
  }
  if (typeof value === 'number') return Math.abs(value) < 10_000 ? value : maskedText(String(value));
  if (typeof value !== 'string') return value;
  return uuid.test(value) || moment.test(value) ? value : maskedText(value);
}

/** Han characters: the first of a run. Letters and digits: the first and the last two of a run longer than four. */
function maskedText(text: string): string {
  return text.replace(/(\p{Script=Han})\p{Script=Han}+/gu, '$1*').replace(/[\p{L}\p{N}]{2,}/gu, (run) => {
    const signs = Array.from(run);
    if (/^\p{Script=Han}$/u.test(signs[0] ?? '')) return run;
    return signs.length < 5 ? `${signs[0] ?? ''}*` : `${signs[0] ?? ''}***${signs.slice(-2).join('')}`;
  });
}
