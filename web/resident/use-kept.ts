import { useSyncExternalStore } from 'react';
import { Refusal } from '../every-page/house.js';
import { OwnHouse } from './house-answers.js';
import { Kept, type Member } from './kept.js';

/** One for the page. */
export const kept = new Kept();
addEventListener('storage', kept.readAgain);

export function useKept() {
  return useSyncExternalStore(kept.subscribe, kept.current);
}

/** Whether somebody's session still runs, as far as this phone knows. */
export function isSignedIn({ session }: Member): boolean {
  return session !== undefined && Date.parse(session.expiresAt) > Date.now();
}

/**
 * Asks as this member. Where the house knows their session no more, the phone forgets it, and the page asks for the end of
 * their document again.
 */
export async function askAs<Answer>(member: Member, ask: (house: OwnHouse) => Promise<Answer>): Promise<Answer> {
  try {
    return await ask(new OwnHouse(member.residentId, member.session?.token ?? ''));
  } catch (error) {
    if (error instanceof Refusal && error.isSignedOut) kept.signedOut(member.residentId);
    throw error;
  }
}
