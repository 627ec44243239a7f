const written =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]+(\d{1,2})[:：时](\d{1,2})(?:[:：分](\d{1,2})(?:\.\d+)?秒?)?分?)?(Z|[+-]\d{2}:?\d{2})?$/u;

/** Days between the year 1900 as workbooks count and 1970. */
const workbookEpoch = 25_569;
const dayMs = 86_400_000;

/**
 * The moment that a laboratory wrote: `2026-03-01 09:30`, `2026/3/1 9:30:15`, with a zone or in the one given, or the number
 * that a workbook keeps for it. Undefined when it is none; a day without its hour is none either.
 */
export function reportTime(text: string, timeZone: string): Date | undefined {
  if (/^\d{5}(\.\d+)?$/u.test(text)) return fromWorkbook(Number(text), timeZone);
  const found = written.exec(text);
  if (found?.[4] === undefined) return undefined;
  const [, year, month, day, hour, minute, second = '0', zone] = found;
  const parts = [year, month, day, hour, minute, second].map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const wall = Date.UTC(parts[0], parts[1] - 1, parts[2], parts[3], parts[4], parts[5]);
  const back = new Date(wall);
  const isReal =
    back.getUTCMonth() === parts[1] - 1 && back.getUTCDate() === parts[2] && back.getUTCHours() === parts[3] &&
    back.getUTCMinutes() === parts[4] && parts[5] < 60; // prettier-ignore
  if (!isReal) return undefined;
  if (zone === undefined) return fromWall(wall, timeZone);
  const at = Date.parse(`${back.toISOString().slice(0, 19)}${zone.replace(/^([+-]\d{2}):?(\d{2})$/u, '$1:$2')}`);
  return Number.isNaN(at) ? undefined : new Date(at);
}

function fromWorkbook(days: number, timeZone: string): Date | undefined {
  if (Number.isInteger(days)) return undefined;
  return fromWall(Math.round(((days - workbookEpoch) * dayMs) / 1000) * 1000, timeZone);
}

/** The moment at which clocks in that zone show this; where they show it twice, one of both. */
function fromWall(wall: number, timeZone: string): Date {
  const guess = wall - offsetAt(wall, timeZone);
  return new Date(wall - offsetAt(guess, timeZone));
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function offsetAt(moment: number, timeZone: string): number {
  const clock = clocks.get(timeZone) ?? clockIn(timeZone);
  clocks.set(timeZone, clock);
  const [year, month, day, hour, minute, second] = ['year', 'month', 'day', 'hour', 'minute', 'second'].map((wanted) =>
    Number(clock.formatToParts(moment).find(({ type }) => type === wanted)?.value),
  ) as [number, number, number, number, number, number];
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment / 1000) * 1000;
}

function clockIn(timeZone: string): Intl.DateTimeFormat {
  const two = '2-digit';
  return new Intl.DateTimeFormat('en-US', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: two, day: two, hour: two, minute: two, second: two,
  }); // prettier-ignore
}
