import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../every-page/house.js';
import { freshEveryMs, house } from './house.js';

/** The sites as everybody may know them; read again while they are looked at, for a site may open meanwhile. */
export function useSites() {
  return useQuery({
    queryKey: ['sites'],
    queryFn: async () => (await answerOf(house.GET('/api/v1/sites'))).items,
    refetchInterval: freshEveryMs,
  });
}
