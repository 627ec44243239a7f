import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Area } from '../../every-page/areas/areas-under.js';
import { useDesk } from '../desk.js';

/** Names change seldom, and a list that one chooses from should not be fetched with every step back. */
const keptMs = 600_000;

function useAskLineage() {
  const { house, ask } = useDesk();
  const areaOf = (one: string) => ask(house.GET('/api/v1/areas/{code}', { params: { path: { code: one } } }));
  return (code: string | undefined) => ({
    queryKey: ['lineage', code],
    queryFn: async (): Promise<Area[]> => {
      if (code === undefined) return [];
      const own = await areaOf(code);
      const above = await Promise.all(own.lineage.filter((one) => one !== code).map(areaOf));
      return [...above, own];
    },
    staleTime: keptMs,
  });
}

/** The areas from the top down to this one, with their names. */
export function useLineage(code: string | undefined): UseQueryResult<Area[]> {
  return useQuery(useAskLineage()(code));
}

/** The same of many; what is not there (yet) has no names. */
export function useLineages(codes: readonly string[]): ReadonlyMap<string, Area[]> {
  const asking = useAskLineage();
  const found = useQueries({ queries: codes.map((code) => ({ ...asking(code), retry: false })) });
  return new Map(codes.map((code, nth) => [code, found[nth]?.data ?? []]));
}
