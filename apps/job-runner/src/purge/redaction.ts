/** What stands in the journal where the id of a person was. */
const purgedWord = 'purged';

export interface RedactableEntry {
  readonly subject: string;
  readonly payload: unknown;
}

/**
 * Takes the ids of people out of whatever belongs to a purged round: an object or a list that names the round or one of
 * its tubes beside the person. What says something else of a person stays.
 */
export function redacted<Entry extends RedactableEntry>(
  entry: Entry,
  isPerson: (word: string) => boolean,
  isOfRound: (word: string) => boolean,
): Entry {
  const about = (values: unknown[]) => values.some((value) => typeof value === 'string' && isOfRound(value));
  const walk = (value: unknown, inside: boolean): unknown => {
    if (Array.isArray(value)) {
      const within = inside || about(value);
      return value.map((one) => walk(one, within));
    }
    if (typeof value === 'object' && value !== null) {
      const within = inside || about(Object.values(value));
      return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, walk(held, within)]));
    }
    return inside && typeof value === 'string' && isPerson(value) ? purgedWord : value;
  };
  const [kind = '', code = ''] = entry.subject.split(/:(.*)/su);
  const { payload } = entry;
  const ofRound = isOfRound(code) || (typeof payload === 'object' && payload !== null && about(Object.values(payload)));
  return {
    ...entry,
    subject: ofRound && isPerson(code) ? `${kind}:${purgedWord}` : entry.subject,
    payload: walk(payload, isOfRound(code)),
  };
}

/** Every word of a text that may be an id or a code. */
export function wordsOf(text: string): string[] {
  return [...new Set(text.match(/[A-Za-z0-9_-]{4,64}/gu) ?? [])];
}
