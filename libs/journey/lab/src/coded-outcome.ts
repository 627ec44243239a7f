import type { Outcome } from './outcome.js';
import { outcomeOf } from './report-columns.js';

/** SNOMED CT, as messages of laboratories code what they found. */
const byCode: Readonly<Record<string, Outcome>> = {
  '260385009': 'negative',
  '260415000': 'negative',
  '10828004': 'positive',
  '260373001': 'positive',
  '419984006': 'inconclusive',
  '82334004': 'inconclusive',
  '455371000124106': 'invalid',
  '125154007': 'invalid',
};

/** What a code or the words beside it say, the code first. */
export function codedOutcome(written: readonly (string | undefined)[]): Outcome | undefined {
  for (const text of written) {
    const found = text === undefined ? undefined : (byCode[text.trim()] ?? outcomeOf(text));
    if (found !== undefined) return found;
  }
  return undefined;
}
