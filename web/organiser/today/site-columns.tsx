import type { Column } from '../table.js';
import { useCount } from '../times.js';
import { useDayWords } from './day-words.js';
import type { Progress } from './round-data.js';

export type SiteRow = Progress['sites'][number];

export function perTable({ peopleLastHour, working }: SiteRow): number | undefined {
  return working === 0 ? undefined : Math.round(peopleLastHour / working);
}

/** What is said of a site wherever sites are compared: its name, then how busy it is and what it owes. */
export function useSiteColumns(): { name: Column<SiteRow>; load: readonly Column<SiteRow>[] } {
  const words = useDayWords();
  const count = useCount();
  return {
    name: { head: words('site'), kind: 'name', cell: ({ name }) => name },
    load: [
      { head: words('tablesCol'), kind: 'number', cell: ({ working, tables }) => `${working} / ${tables}` },
      { head: words('hourCol'), kind: 'number', cell: ({ peopleLastHour }) => count(peopleLastHour) },
      { head: words('perTable'), kind: 'number', cell: (site) => perTable(site) ?? '—' },
      {
        head: words('wait'),
        kind: 'number',
        cell: ({ waitP50, waitP90 }) =>
          waitP50 === null ? '—' : words('waitValue', { p50: Math.round(waitP50), p90: Math.round(waitP90 ?? 0) }),
      },
      {
        head: words('lateCol'),
        kind: 'number',
        cell: ({ lateTubes }) => (lateTubes > 0 ? <strong className="late-mark">⚠ {lateTubes}</strong> : '0'),
      },
    ],
  };
}
