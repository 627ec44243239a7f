const namesOfIds = new Set(['residentId', 'residentIds', 'residents', 'absorbedId', 'survivorId']);
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const unnamed = new WeakMap<object, readonly string[]>();

/** Notes whom an answer shows without naming their ids; gives the answer back. */
export function showing<Answer extends object>(answer: Answer, residentIds: readonly (string | null)[]): Answer {
  unnamed.set(
    answer,
    residentIds.filter((id) => id !== null),
  );
  return answer;
}

/** Whom `showing` noted, and nobody else: for answers that are not to be searched, as files are. */
export function noted(answer: object): readonly string[] {
  return unnamed.get(answer) ?? [];
}

/** The ids of the residents that an answer shows, each once: where it names them, and as `showing` noted. */
export function peopleIn(answer: object): string[] {
  const found = new Set(noted(answer));
  gather(answer, '', found);
  return [...found];
}

function gather(value: unknown, name: string, found: Set<string>): void {
  if (typeof value === 'string') {
    if (namesOfIds.has(name) && uuid.test(value)) found.add(value.toLowerCase());
    if (name === 'subject' && value.startsWith('resident:')) gather(value.slice(9), 'residentId', found);
  } else if (Array.isArray(value)) {
    for (const one of value) gather(one, name, found);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) gather(one, key, found);
  }
}
