import { useQuery } from '@tanstack/react-query';
import { Refusal } from '../../every-page/house.js';
import type { Role } from '../../every-page/staff/staff-session.js';
import { useStaff } from '../../every-page/staff/use-staff.js';
import { house, session } from '../house.js';
import { useWords } from './words.js';

/** Who may read of the ledger here; others decide by the tube and its place. */
const readers: readonly Role[] = ['gridworker', 'organiser', 'admin'];

/** Whom a proposal is about, masked: nobody should have to agree to it without knowing whom it touches. */
export function Resident({ id, otherwise }: { id: string; otherwise: string }) {
  const words = useWords();
  const role = useStaff(session)?.staff.role;
  const mayRead = role !== undefined && readers.includes(role);
  const resident = useQuery({
    queryKey: ['resident', id],
    queryFn: () => session.ask(house.GET('/api/v1/residents/{id}', { params: { path: { id } } })),
    enabled: mayRead,
    // Each reading is written down under the name of whoever looks.
    staleTime: Infinity,
  });
  if (!mayRead) return otherwise;
  if (resident.data === undefined) {
    const isOutOfReach = resident.error instanceof Refusal && !resident.error.isUnreachable;
    return isOutOfReach ? words('outOfReach', { who: otherwise }) : otherwise;
  }
  const { maskedName, maskedDocument, maskedPhone, household, birthYear } = resident.data;
  return [
    maskedName,
    maskedDocument,
    maskedPhone,
    household === null ? null : words('household', { household }),
    birthYear === null ? null : words('born', { year: birthYear }),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

/** What was published to somebody in a round. */
export function Published({ residentId, roundId, version }: { residentId: string; roundId: string; version: number }) {
  const words = useWords();
  const results = useQuery({
    queryKey: ['results', residentId],
    queryFn: () => session.ask(house.GET('/api/v1/residents/{id}/results', { params: { path: { id: residentId } } })),
  });
  const answer = results.data?.rounds.find((round) => round.roundId === roundId)?.answer;
  return answer?.version === version
    ? words('publishedAs', { version, status: words(`status_${answer.status}`) })
    : words('published', { version });
}
