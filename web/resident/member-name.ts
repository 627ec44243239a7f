import type { Member } from './kept.js';
import { useMemberWords } from './member-words.js';

/** How the page calls somebody: who they are to the person with the phone, and their mask. */
export function useMemberName(): (member: Pick<Member, 'maskedName' | 'relation'>) => string {
  const words = useMemberWords();
  return ({ maskedName, relation }) =>
    relation === undefined ? maskedName : words('named', { relation: words(`relation_${relation}`), mask: maskedName });
}
