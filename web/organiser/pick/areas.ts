import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useDesk, type AnswerTo } from '../desk.js';

export type Area = AnswerTo<'/api/v1/areas/{code}'>;

/** Names change seldom, and a list that one chooses from should not be fetched with every step back. */
const keptMs = 600_000;

/** The areas directly under one, all of them; without a parent the top of the tree. */
export function useAreasUnder(parent: string | undefined): UseQueryResult<Area[]> {
  const { house, ask } = useDesk();
  return useQuery({
    queryKey: ['areas', parent],
    queryFn: async () => {
      const areas: Area[] = [];
      let cursor: string | undefined;
      do {
        const query = {
          limit: 500,
          ...(parent === undefined ? {} : { parent }),
          ...(cursor === undefined ? {} : { cursor }),
        };
        const page = await ask(house.GET('/api/v1/areas', { params: { query } }));
        areas.push(...page.items);
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      return areas;
    },
    staleTime: 60_000,
  });
}

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

/** Where an area lies, as one says it: 任城区 › 阜桥街道. The city is left out where there is more to say. */
export function pathWords(lineage: readonly Pick<Area, 'name'>[]): string {
  return lineage
    .slice(lineage.length > 1 ? 1 : 0)
    .map(({ name }) => name)
    .join(' › ');
}
