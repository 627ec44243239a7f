import { useQuery } from '@tanstack/react-query';
import { house, session } from './house.js';

/** The laboratories to which boxes go. */
export function useLabs() {
  return useQuery({
    queryKey: ['labs'],
    queryFn: async () => (await session.ask(house.GET('/api/v1/labs'))).labs,
    staleTime: 60_000,
  });
}
