import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { useDesk, type AnswerTo } from '../desk.js';

export type Round = AnswerTo<'/api/v1/rounds'>['items'][number];
export type Coverage = AnswerTo<'/api/v1/rounds/{id}/coverage'>;
export type Progress = AnswerTo<'/api/v1/rounds/{id}/progress'>;
export type Level = Coverage['level'];

/** How often the day is read without being told; a socket tells sooner. */
const everyMs = 10_000;

/** Whether the person has stopped the picture. */
export const Frozen = createContext(false);

function useRhythm() {
  const isFrozen = useContext(Frozen);
  return isFrozen
    ? { refetchInterval: false as const, refetchOnWindowFocus: false, refetchOnReconnect: false, enabled: true }
    : { refetchInterval: everyMs };
}

export function useRounds(): UseQueryResult<Round[]> {
  const { house, ask } = useDesk();
  return useQuery({
    queryKey: ['rounds'],
    queryFn: async () => {
      const { items } = await ask(house.GET('/api/v1/rounds', { params: { query: { limit: 100 } } }));
      return [...items].sort((a, b) => rank(a) - rank(b));
    },
    refetchInterval: 30_000,
  });
}

/** Those under way first; among equals the newest stays first, as the house lists them. */
const rank = ({ state }: Round) => ['open', 'closing', 'draft', 'closed'].indexOf(state);

export function useCoverage(roundId: string, area?: string, level?: Level): UseQueryResult<Coverage> {
  const { house, ask } = useDesk();
  return useQuery({
    queryKey: ['day', 'coverage', roundId, area, level],
    queryFn: () =>
      ask(
        house.GET('/api/v1/rounds/{id}/coverage', {
          params: {
            path: { id: roundId },
            query: { ...(area === undefined ? {} : { area }), ...(level === undefined ? {} : { level }) },
          },
        }),
      ),
    placeholderData: keepPreviousData,
    ...useRhythm(),
  });
}

export function useProgress(roundId: string): UseQueryResult<Progress> {
  const { house, ask } = useDesk();
  return useQuery({
    queryKey: ['day', 'progress', roundId],
    queryFn: () => ask(house.GET('/api/v1/rounds/{id}/progress', { params: { path: { id: roundId } } })),
    placeholderData: keepPreviousData,
    ...useRhythm(),
  });
}

/** Everybody who can be asked to do something, by id; those who may not list accounts see nobody. */
export function useAccounts() {
  const { house, ask, role } = useDesk();
  return useQuery({
    queryKey: ['accounts'],
    queryFn: async () => (await ask(house.GET('/api/v1/accounts'))).accounts,
    enabled: ['admin', 'security', 'organiser'].includes(role),
  });
}
