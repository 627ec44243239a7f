import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Refused } from '../every-page/look/refused.js';
import { Refusal } from '../every-page/house.js';
import { signIn } from './house-answers.js';
import type { Member, Relation } from './kept.js';
import { useMemberName } from './member-name.js';
import { useMemberWords } from './member-words.js';
import { kept } from './use-kept.js';

/** Opens somebody's own pages again: their code is here, the end of their document is not. */
export function AskEnding({ member }: { member: Member }) {
  const words = useMemberWords();
  const nameOf = useMemberName();
  return (
    <div className="ask-ending">
      <p>{words('endingAgain', { name: nameOf(member) })}</p>
      <EndingForm code={member.code} button={words('goOn')} />
    </div>
  );
}

/** @param onDone is told whose code it was */
export function EndingForm(props: {
  code: string;
  relation?: Relation;
  button: string;
  onDone?: (residentId: string) => void;
}) {
  const { code, relation, button, onDone } = props;
  const words = useMemberWords();
  const field = useId();
  const [ending, setEnding] = useState('');
  const signing = useMutation({
    mutationFn: () => signIn(code, ending),
    onSuccess: ({ token, expiresAt, residentId, maskedName }) => {
      kept.putMember({ residentId, maskedName, code, session: { token, expiresAt }, ...(relation && { relation }) });
      onDone?.(residentId);
    },
  });
  if (signing.error !== null && !(signing.error instanceof Refusal)) throw signing.error;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        signing.mutate();
      }}
    >
      <label htmlFor={field}>{words('ending')}</label>
      <input
        id={field}
        className="ending"
        value={ending}
        onChange={({ target }) => setEnding(target.value.trim())}
        maxLength={4}
        required
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <Refused refusal={signing.error} />
      <button type="submit" className="main large" disabled={signing.isPending || ending.length < 4}>
        {button}
      </button>
    </form>
  );
}
