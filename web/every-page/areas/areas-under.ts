import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { paths } from '../../../contract/client.js';
import type { StaffSession } from '../staff/staff-session.js';

export type Area = paths['/api/v1/areas/{code}']['get']['responses'][200]['content']['application/json'];

/** The areas directly under one, all of them; without a parent the top of the tree. */
export function useAreasUnder(session: StaffSession, parent: string | undefined): UseQueryResult<Area[]> {
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
        const page = await session.ask(session.house.GET('/api/v1/areas', { params: { query } }));
        areas.push(...page.items);
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      return areas;
    },
    staleTime: 60_000,
  });
}

/** Where an area lies, as one says it: 任城区 › 阜桥街道. The city is left out where there is more to say. */
export function pathWords(lineage: readonly Pick<Area, 'name'>[]): string {
  return lineage
    .slice(lineage.length > 1 ? 1 : 0)
    .map(({ name }) => name)
    .join(' › ');
}
