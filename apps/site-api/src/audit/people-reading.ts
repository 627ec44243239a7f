export const READS_PEOPLE = 'shihe:reads-people';

/** What a route declares about the people in its answers. */
export interface PeopleReading<Answer extends object = object> {
  what: string;
  whom: (answer: Answer) => readonly string[];
  /** Whether the people count for the alarm about very many. */
  counted: boolean;
}

export function peopleReadingOf(handler: object): PeopleReading | undefined {
  return Reflect.getMetadata(READS_PEOPLE, handler) as PeopleReading | undefined;
}
