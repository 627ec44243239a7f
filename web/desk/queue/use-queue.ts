import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { paths } from '../../../contract/client.js';
import { house, session } from '../house.js';

export type Queue = paths['/api/v1/sites/{id}/queue']['get']['responses'][200]['content']['application/json'];
export type Ticket = Queue['tickets'][number];
export type Lane = Ticket['lane'];
export type Step = 'recall' | 'miss' | 'service' | 'return';

/** Whoever leads a queue looks at it all the time. */
const freshEveryMs = 3_000;

export function useStations(siteId: string) {
  return useQuery({
    queryKey: ['stations', siteId],
    queryFn: async () =>
      (await session.ask(house.GET('/api/v1/sites/{id}/stations', { params: { path: { id: siteId } } }))).items,
  });
}

export function useQueue(siteId: string) {
  return useQuery({
    queryKey: ['queue', siteId],
    queryFn: () => session.ask(house.GET('/api/v1/sites/{id}/queue', { params: { path: { id: siteId } } })),
    refetchInterval: freshEveryMs,
  });
}

/** What was meant bears an id of its own: asked again after a lost answer, it is done once. */
export interface CallMeant {
  id: string;
  stationId: string;
  count: number;
}

export function useCall(siteId: string) {
  const known = useQueryClient();
  return useMutation({
    mutationFn: ({ stationId, ...body }: CallMeant) =>
      session.ask(house.POST('/api/v1/stations/{id}/calls', { params: { path: { id: stationId } }, body })),
    onSettled: () => known.invalidateQueries({ queryKey: ['queue', siteId] }),
  });
}

export function useStep(siteId: string) {
  const known = useQueryClient();
  return useMutation({
    mutationFn: ({ id, step }: { id: string; step: Step }) => {
      const params = { path: { id } };
      switch (step) {
        case 'recall':
          return session.ask(house.PUT('/api/v1/tickets/{id}/recall', { params }));
        case 'miss':
          return session.ask(house.PUT('/api/v1/tickets/{id}/miss', { params }));
        case 'service':
          return session.ask(house.PUT('/api/v1/tickets/{id}/service', { params }));
        case 'return':
          return session.ask(house.PUT('/api/v1/tickets/{id}/return', { params }));
      }
    },
    onSettled: () => known.invalidateQueries({ queryKey: ['queue', siteId] }),
  });
}

export function useTake(siteId: string) {
  const known = useQueryClient();
  return useMutation({
    mutationFn: (body: { id: string; partySize: number; lane: Lane }) =>
      session.ask(house.POST('/api/v1/sites/{id}/tickets', { params: { path: { id: siteId } }, body })),
    onSettled: () => known.invalidateQueries({ queryKey: ['queue', siteId] }),
  });
}

export function useAnnounce(siteId: string) {
  return useMutation({
    mutationFn: (body: { id: string; zh: string; en?: string; expiresAt: string }) =>
      session.ask(house.POST('/api/v1/sites/{id}/announcements', { params: { path: { id: siteId } }, body })),
  });
}
