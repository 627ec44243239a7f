import type { Refusal } from '../../every-page/house.js';
import type { Verdict } from '../scan-line.js';

const reasons: Readonly<Record<string, string>> = {
  'unknown-tube': 'unknownTube',
  discarded: 'discarded',
  'not-sealed': 'notSealed',
  'of-another-site': 'ofAnotherSite',
  'in-another-box': 'inAnotherBox',
  lost: 'lost',
  delivered: 'delivered',
};

/** What can be said of a code before anybody is asked: those of people and those that no tube can have. */
export function verdictAtSight(code: string, boxCode: string): Verdict | undefined {
  if (code === boxCode) return { tone: 'already', word: 'isThisBox' };
  if (code.startsWith('SH1.')) return { tone: 'wrong', word: 'isResidentCode' };
  return code.length > 64 ? { tone: 'wrong', word: 'notACode' } : undefined;
}

/** Why one tube was not packed; undefined when the house said something that is not about the tube. */
export function verdictOfRefusal(refusal: Refusal): Verdict | undefined {
  if (refusal.code === 'box-is-closed') return { tone: 'wrong', word: 'boxIsClosed' };
  if (refusal.code !== 'tubes-cannot-be-packed') return undefined;
  const [first] = (refusal.more.refused ?? []) as { reason: string; boxCode?: string }[];
  const word = reasons[first?.reason ?? ''];
  if (word === undefined) return undefined;
  return { tone: 'wrong', word, values: { box: first?.boxCode ?? '' } };
}
