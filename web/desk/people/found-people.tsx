import type { Found, IssuedCode, Person, Question } from './found.js';
import { useWords } from './words.js';

/** Whoever was found, masked, each with what can be done for them. */
export function FoundPeople({
  found,
  codes,
  isBusy,
  onIssue,
  onMore,
}: {
  found: Found;
  codes: readonly IssuedCode[];
  isBusy: boolean;
  onIssue: (people: readonly Person[]) => void;
  onMore: (question: Question) => void;
}) {
  const words = useWords();
  const { question, people, next } = found;
  const hasCode = ({ id }: Person) => codes.some(({ person }) => person.id === id);
  const without = people.filter((person) => person.mergedInto === null && !hasCode(person));
  return (
    <section>
      <header className="list-head">
        <h2>{question === undefined ? words('registered') : words('foundMany', { count: people.length })}</h2>
        {without.length > 1 && (
          <button type="button" disabled={isBusy} onClick={() => onIssue(without)}>
            {words('issueAll', { count: without.length })}
          </button>
        )}
      </header>
      <ul className="found">
        {people.map((person) => (
          <li key={person.id} className="panel">
            <p>
              <b>{person.maskedName}</b> <PersonFacts person={person} />
            </p>
            {person.mergedInto !== null ? (
              <span className="hint">{words('merged')}</span>
            ) : hasCode(person) ? (
              <span className="hint">✓ {words('issued')}</span>
            ) : (
              <button type="button" className="main" disabled={isBusy} onClick={() => onIssue([person])}>
                {words('issue')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {question !== undefined && next !== null && (
        <button type="button" disabled={isBusy} onClick={() => onMore(question)}>
          {words('more')}
        </button>
      )}
    </section>
  );
}

/** By what one person is told from another, as far as a desk may see it. */
function PersonFacts({ person }: { person: Person }) {
  const words = useWords();
  const { maskedDocument, maskedPhone, household, birthYear } = person;
  const facts = [
    maskedDocument,
    maskedPhone,
    household === null ? null : words('household', { household }),
    birthYear === null ? null : words('born', { year: birthYear }),
  ];
  return <span>{facts.filter((fact) => fact !== null).join(' · ')}</span>;
}
