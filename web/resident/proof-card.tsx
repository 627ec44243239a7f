import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Refused } from '../every-page/look/refused.js';
import { Refusal } from '../every-page/house.js';
import { Qr } from '../every-page/qr.js';
import { useTick } from '../every-page/use-tick.js';
import type { Member } from './kept.js';
import { useMemberWords } from './member-words.js';
import { useMoments } from './moments.js';
import { askAs, isSignedIn, kept } from './use-kept.js';

/** The proof of a negative answer, big enough to be scanned; kept on the phone for where there is no network. */
export function ProofCard({ member, roundId }: { member: Member; roundId: string }) {
  const words = useMemberWords();
  const [isOpen, setOpen] = useState(false);
  const held = member.proofs.find((proof) => proof.roundId === roundId);
  const fetching = useMutation({
    mutationFn: async () => {
      if (!isSignedIn(member)) return;
      try {
        kept.putProof(await askAs(member, (house) => house.proof(roundId)));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        if (error.isUnreachable && held !== undefined) return;
        // The answer was put right, or is disputed: what was signed before is no longer shown here.
        if (error.status === 409) kept.dropProof(member.residentId, roundId);
        throw error;
      }
    },
  });
  if (fetching.error !== null && !(fetching.error instanceof Refusal)) throw fetching.error;
  const open = () => {
    setOpen(true);
    fetching.mutate();
  };
  if (!isOpen) {
    return (
      <button type="button" className="main large" onClick={open}>
        {words('showProof')}
      </button>
    );
  }
  return (
    <div className="proof">
      <Refused refusal={fetching.error} />
      {held !== undefined && <Held proof={held} />}
      <button type="button" onClick={() => setOpen(false)}>
        {words('hide')}
      </button>
    </div>
  );
}

function Held({ proof }: { proof: Member['proofs'][number] }) {
  const words = useMemberWords();
  const moments = useMoments();
  const place = useRef<HTMLDivElement>(null);
  useTick(10_000);
  // All that a guard has to see fits the screen at once.
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'start' });
  }, []);
  const isOver = proof.validUntil <= new Date().toISOString();
  if (isOver) return <p className="wrong">{words('proofOver')}</p>;
  const until = words('proofUntil', { time: moments.time(proof.validUntil) });
  return (
    <div className="proof" ref={place}>
      <p className="proof-title">{words('proof')}</p>
      <p className="proof-until">{until}</p>
      <Qr text={proof.payload} label={words('proof')} />
      <p className="proof-for">{words('proofFor', { name: proof.maskedName, ending: proof.documentEnding })}</p>
      <p>{words('sampledAt', { time: moments.time(proof.sampledAt) })}</p>
      <p className="quiet-line">{words('proofHint')}</p>
    </div>
  );
}
