import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Refusal } from '../../every-page/house.js';
import { Refused } from '../../every-page/look/refused.js';
import { Empty, Loading } from '../../every-page/look/states.js';
import { house, session } from '../house.js';
import { CodeSheet } from './code-sheet.js';
import { FindPeople } from './find-people.js';
import { type Found, type IssuedCode, type Person, type Question } from './found.js';
import { FoundPeople } from './found-people.js';
import { RegisterPerson } from './register-person.js';
import './people.css';
import { useWords } from './words.js';

/** Finds somebody in the ledger, or enters them there, and prints the code by which they are known at a table. */
export function PeopleDesk() {
  const words = useWords();
  const [found, setFound] = useState<Found>();
  const [codes, setCodes] = useState<readonly IssuedCode[]>([]);
  const [isRegistering, setRegistering] = useState(false);
  const finding = useMutation({
    mutationFn: async ({ question, before }: { question: Question; before?: Found }): Promise<Found> => {
      const cursor = before?.next ?? undefined;
      const body = { ...question, limit: 50, ...(cursor !== undefined && { cursor }) };
      const { items, next } = await session.ask(house.POST('/api/v1/resident-searches', { body }));
      return { question, people: [...(before?.people ?? []), ...items], next };
    },
    onMutate: ({ before }) => setFound(before),
    onSuccess: setFound,
  });
  const issuing = useMutation({
    mutationFn: async (people: readonly Person[]) => {
      for (const person of people) {
        const params = { path: { id: person.id } };
        const { payload, expiresAt } = await session.ask(house.POST('/api/v1/residents/{id}/codes', { params }));
        setCodes((before) => [...before, { person, payload, expiresAt }]);
      }
    },
  });
  const isNobody = found?.people.length === 0;
  const isArea = found?.question !== undefined && 'area' in found.question;

  return (
    <section className="list people">
      <header className="list-head">
        <h1>{words('title')}</h1>
        {!isRegistering && (
          <button type="button" onClick={() => setRegistering(true)}>
            {words('register')}
          </button>
        )}
      </header>
      <p className="hint">{words('hint')}</p>
      {isRegistering ? (
        <RegisterPerson
          question={isNobody ? found.question : undefined}
          onCancel={() => setRegistering(false)}
          onRegistered={(person) => {
            setFound({ question: undefined, people: [person], next: null });
            setRegistering(false);
          }}
        />
      ) : (
        <>
          <FindPeople
            isBusy={finding.isPending || issuing.isPending}
            onAsk={(question) => {
              issuing.reset();
              finding.mutate({ question });
            }}
          />
          <Refused refusal={spoken(finding.error)} />
          <p className="for-readers" role="status">
            {found !== undefined && !isNobody && words('foundMany', { count: found.people.length })}
          </p>
          {finding.isPending && found === undefined && <Loading />}
          {isNobody && (
            <Empty title={words(isArea ? 'nobodyThere' : 'nobody')}>
              <p>{words(isArea ? 'nobodyThereHint' : 'nobodyHint')}</p>
              <button type="button" className="main" onClick={() => setRegistering(true)}>
                {words('register')}
              </button>
            </Empty>
          )}
          {found !== undefined && !isNobody && (
            <FoundPeople
              found={found}
              codes={codes}
              isBusy={finding.isPending || issuing.isPending}
              onIssue={(people) => issuing.mutate(people)}
              onMore={(question) => finding.mutate({ question, before: found })}
            />
          )}
          <Refused refusal={spoken(issuing.error)} />
        </>
      )}
      {codes.length > 0 && <CodeSheet codes={codes} onChange={setCodes} />}
    </section>
  );
}

/** What the house said against it; anything else is a fault of the page. */
function spoken(error: Error | null): Refusal | null {
  if (error === null || error instanceof Refusal) return error;
  throw error;
}
