/** Something a person can put right; the message is one line that says what is wrong and what to do. */
export class Refusal extends Error {}

/**
 * Ends a command: one line for a person for a refusal, everything for a fault of ours.
 * @param {unknown} error
 */
export function explain(error) {
  // The migration's refusals come from db/, which does not know this folder.
  const forPeople = error instanceof Refusal || error?.constructor?.name === 'MigrationRefused';
  process.stderr.write(`\n${forPeople ? `✗ ${error.message}` : (error?.stack ?? String(error))}\n`);
}
