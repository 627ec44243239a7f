import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Refused } from '../every-page/look/refused.js';
import { Refusal } from '../every-page/house.js';
import { Qr } from '../every-page/qr.js';
import { CodeUntil } from './family-page.js';
import type { Member } from './kept.js';
import { useMemberWords } from './member-words.js';
import { askAs, isSignedIn, kept } from './use-kept.js';

/** Somebody's resident code: shown without a network, and printed for whoever has no phone. */
export function CodeCard({ member }: { member: Member }) {
  const words = useMemberWords();
  const [isOpen, setOpen] = useState(false);
  const renewing = useMutation({
    mutationFn: async () => {
      const { payload } = await askAs(member, (house) => house.newCode());
      kept.putMember({ ...member, code: payload });
    },
  });
  if (renewing.error !== null && !(renewing.error instanceof Refusal)) throw renewing.error;
  return (
    <article className="panel code-card">
      <h2>{words('code')}</h2>
      <CodeUntil member={member} />
      {isOpen ? (
        <>
          <div className="printed">
            <h3>{words('printTitle')}</h3>
            <Qr text={member.code} label={words('code')} />
            <p className="proof-for">{member.maskedName}</p>
            <CodeUntil member={member} />
            <p className="on-paper">{words('printHint')}</p>
          </div>
          <p className="quiet-line">{words('codeHint')}</p>
          <Refused refusal={renewing.error} />
          <div className="side-by-side">
            <button type="button" onClick={() => print()}>
              {words('print')}
            </button>
            {isSignedIn(member) && (
              <button type="button" disabled={renewing.isPending} onClick={() => renewing.mutate()}>
                {words('renew')}
              </button>
            )}
          </div>
          <p className="quiet-line">{words('renewHint')}</p>
          <button type="button" className="quiet" onClick={() => setOpen(false)}>
            {words('hide')}
          </button>
        </>
      ) : (
        <button type="button" onClick={() => setOpen(true)}>
          {words('showCode')}
        </button>
      )}
    </article>
  );
}
