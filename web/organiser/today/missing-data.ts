import { useInfiniteQuery } from '@tanstack/react-query';
import type { House } from '../../every-page/house.js';
import type { StaffSession } from '../../every-page/staff/staff-session.js';
import { useDesk, type AnswerTo } from '../desk.js';

export type MissingPerson = AnswerTo<'/api/v1/rounds/{id}/missing'>['residents'][number];

/** What somebody was shown in clear, as long as the list is open. */
export interface InClear {
  name?: string | null | undefined;
  document?: string | null | undefined;
  phone?: string | null | undefined;
}

export interface Asked {
  roundId: string;
  area: string | undefined;
  visitor: string | undefined;
}

function pageOf(house: House, { roundId, area, visitor }: Asked, cursor: string | undefined) {
  const query = {
    ...(area === undefined ? {} : { area }),
    ...(visitor === undefined ? {} : { visitor }),
    ...(cursor === undefined ? {} : { cursor }),
  };
  return house.GET('/api/v1/rounds/{id}/missing', { params: { path: { id: roundId }, query } });
}

/** The list, a page at a time. It does not follow the day: a list that one works through stays as it is. */
export function useMissing(asked: Asked) {
  const { house, ask } = useDesk();
  return useInfiniteQuery({
    queryKey: ['missing', asked],
    queryFn: ({ pageParam }) => ask(pageOf(house, asked, pageParam)),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

/** All of it, for a file. */
export async function allMissing(
  { house, ask }: { house: House; ask: StaffSession['ask'] },
  asked: Asked,
  onPage: (people: number) => void,
): Promise<MissingPerson[]> {
  const people: MissingPerson[] = [];
  let cursor: string | undefined;
  do {
    const page = await ask(pageOf(house, asked, cursor));
    people.push(...page.residents);
    onPage(people.length);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return people;
}
