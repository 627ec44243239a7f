import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { paths } from '../../contract/client.js';
import { Refusal, type House } from '../every-page/house.js';
import { useLanguage } from '../every-page/language-context.js';
import type { Role, StaffSession } from '../every-page/staff/staff-session.js';

/** The body of the answer to a GET of this address. */
export type AnswerTo<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

interface Desk {
  session: StaffSession;
  role: Role;
  ownId: string;
}

const Here = createContext<Desk | undefined>(undefined);
export const DeskOf = Here.Provider;

/** Whoever is signed in at this desk, and the house as they may see it. */
export function useDesk(): Desk & { house: House; ask: StaffSession['ask'] } {
  const desk = useContext(Here);
  if (desk === undefined) throw new Error('nobody is signed in here');
  return { ...desk, house: desk.session.house, ask: (asked) => desk.session.ask(asked) };
}

/** Something that a person does to the house: afterwards everything that is shown is read anew. */
export function useAct<Given, Answer>(does: (given: Given) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation<Answer, Error, Given>({
    mutationFn: does,
    onSettled: () => queries.invalidateQueries(),
  });
}

/** What went wrong with an act, in words, beside where it was done. */
export function Wrong({ error }: { error: Error | null }) {
  const language = useLanguage();
  if (error === null) return null;
  if (!(error instanceof Refusal)) throw error;
  return (
    <p className="wrong" role="alert">
      {error.messages[language]}
    </p>
  );
}
