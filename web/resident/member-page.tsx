import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { AskEnding } from './ask-ending.js';
import { CasesOf } from './cases.js';
import { CodeCard } from './code-card.js';
import type { Member } from './kept.js';
import { useMemberName } from './member-name.js';
import { useMemberWords } from './member-words.js';
import { KeptProofs, ResultsOf } from './results.js';
import { isSignedIn, kept, useKept } from './use-kept.js';

/** One person: how their swab fares, their proof, their code, what they say is wrong. */
export function MemberPage({ residentId }: { residentId: string }) {
  const words = useMemberWords();
  const nameOf = useMemberName();
  const member = useKept().members.find((one) => one.residentId === residentId);
  if (member === undefined) {
    return (
      <Link href="/family" className="back">
        ‹ {words('family')}
      </Link>
    );
  }
  return (
    <section className="member">
      <Link href="/family" className="back">
        ‹ {words('family')}
      </Link>
      <h1>{nameOf(member)}</h1>
      {isSignedIn(member) ? (
        <ResultsOf member={member} />
      ) : (
        <>
          <KeptProofs member={member} />
          <div className="panel">
            <h2>{words('results')}</h2>
            <AskEnding member={member} />
          </div>
        </>
      )}
      <CodeCard member={member} />
      {isSignedIn(member) && <CasesOf member={member} />}
      <Remove member={member} />
    </section>
  );
}

function Remove({ member }: { member: Member }) {
  const words = useMemberWords();
  const [, navigate] = useLocation();
  const nameOf = useMemberName();
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <button type="button" className="quiet" onClick={() => setAsking(true)}>
        {words('remove')}
      </button>
    );
  }
  return (
    <div className="panel">
      <p>{words('removeSure', { name: nameOf(member) })}</p>
      <button
        type="button"
        className="danger"
        onClick={() => {
          kept.removeMember(member.residentId);
          navigate('/family');
        }}
      >
        {words('removeYes')}
      </button>
      <button type="button" className="quiet" onClick={() => setAsking(false)}>
        {words('cancel')}
      </button>
    </div>
  );
}
