import { applyDecorators, SetMetadata, UseInterceptors } from '@nestjs/common';
import { peopleIn } from './people-shown.js';
import { ReadingInterceptor } from './reading.interceptor.js';
import { READS_PEOPLE, type PeopleReading } from './people-reading.js';

/**
 * The answers of this route show people. Each leaves only after the journal says who read of whom, and not at all when
 * the journal cannot be written. Every route whose answer can hold a resident declares it.
 * @param what is read, as the journal and the people themselves will see it ("results")
 * @param whom the residents in an answer; found by the names of its fields where nothing is given
 */
export function ReadsPeople<Answer extends object>(
  what: string,
  whom: (answer: Answer) => readonly string[] = peopleIn,
  { counted = true }: { counted?: boolean } = {},
): MethodDecorator {
  return applyDecorators(
    SetMetadata(READS_PEOPLE, { what, whom, counted } satisfies PeopleReading<Answer>),
    UseInterceptors(ReadingInterceptor),
  );
}
