import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { uuidv7 } from 'uuidv7';
import { Refused } from '../every-page/look/refused.js';
import { Refusal } from '../every-page/house.js';
import type { Case, CaseKind, RoundResult } from './house-answers.js';
import type { Member } from './kept.js';
import { useMemberWords } from './member-words.js';
import { useMoments } from './moments.js';
import { useResults } from './results.js';
import { askAs } from './use-kept.js';
import { useSites } from './use-sites.js';

/** "I was swabbed but am not listed", "this is not me": each becomes a case with an owner, and what became of it is shown. */
export function CasesOf({ member }: { member: Member }) {
  const words = useMemberWords();
  const { data: rounds = [] } = useResults(member);
  const [opening, setOpening] = useState<CaseKind>();
  const { data: cases = [] } = useQuery({
    queryKey: ['cases', member.residentId, member.session?.token],
    queryFn: () => askAs(member, (house) => house.cases()),
  });
  const missed = rounds.filter(({ gate }) => gate === 'not-sampled');
  const sampled = rounds.filter(({ gate, disputed }) => gate !== 'not-sampled' && gate !== 'exempt' && !disputed);
  if (missed.length + sampled.length + cases.length === 0) return null;
  const done = () => setOpening(undefined);
  return (
    <article className="panel cases">
      <h2>{words('cases')}</h2>
      {cases.map((one) => (
        <CaseShown key={one.id} shown={one} />
      ))}
      {opening === undefined ? (
        <>
          {missed.length > 0 && (
            <button type="button" onClick={() => setOpening('not-listed')}>
              {words('openNotListed')}
            </button>
          )}
          {sampled.length > 0 && (
            <button type="button" onClick={() => setOpening('not-me')}>
              {words('openNotMe')}
            </button>
          )}
        </>
      ) : (
        <CaseForm member={member} kind={opening} rounds={opening === 'not-me' ? sampled : missed} onDone={done} />
      )}
    </article>
  );
}

function CaseShown({ shown }: { shown: Case }) {
  const words = useMemberWords();
  const moments = useMoments();
  return (
    <div className={`case ${shown.state}`}>
      <p>
        <b>{words(`kind_${shown.kind}`)}</b> · {words(`case_${shown.state}`)}
      </p>
      {shown.resolution === null ? (
        <p className="quiet-line">
          {words(`owner_${shown.ownerRole}`)}，{words('caseDeadline', { time: moments.time(shown.deadline) })}
        </p>
      ) : (
        <p>{words(`resolution_${shown.resolution}`)}</p>
      )}
      {shown.note !== null && <p>{shown.note}</p>}
      <p className="quiet-line">{words('caseRaised', { time: moments.time(shown.raisedAt) })}</p>
    </div>
  );
}

interface CaseFormProps {
  member: Member;
  kind: CaseKind;
  rounds: RoundResult[];
  onDone: () => void;
}

function CaseForm({ member, kind, rounds, onDone }: CaseFormProps) {
  const words = useMemberWords();
  const client = useQueryClient();
  const { data: sites = [] } = useSites();
  const [field, [id]] = [useId(), useState(uuidv7)];
  const [roundId, setRoundId] = useState(rounds[0]?.roundId ?? '');
  const [siteId, setSiteId] = useState('');
  const [around, setAround] = useState('');
  const [note, setNote] = useState('');
  const sending = useMutation({
    mutationFn: () =>
      askAs(member, (house) =>
        house.openCase({
          id,
          kind,
          roundId,
          ...(siteId !== '' && { siteId }),
          ...(around !== '' && { around: new Date(around).toISOString() }),
          ...(note.trim() !== '' && { note: note.trim() }),
        }),
      ),
    onSuccess: async () => {
      onDone();
      await Promise.all(['cases', 'results'].map((about) => client.invalidateQueries({ queryKey: [about] })));
    },
  });
  if (sending.error !== null && !(sending.error instanceof Refusal)) throw sending.error;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        sending.mutate();
      }}
    >
      <h3>{words(`kind_${kind}`)}</h3>
      <label htmlFor={`${field}round`}>{words('whichRound')}</label>
      <select id={`${field}round`} value={roundId} onChange={({ target }) => setRoundId(target.value)}>
        {rounds.map((round) => (
          <option key={round.roundId} value={round.roundId}>
            {round.roundName}
          </option>
        ))}
      </select>
      {kind === 'not-listed' && (
        <>
          <label htmlFor={`${field}site`}>{words('whichSite')}</label>
          <select id={`${field}site`} required value={siteId} onChange={({ target }) => setSiteId(target.value)}>
            <option value="" />
            {sites.map((site) => (
              <option key={site.id} value={site.id}>
                {site.name}
              </option>
            ))}
          </select>
          <label htmlFor={`${field}when`}>{words('whenAbout')}</label>
          <input
            id={`${field}when`}
            type="datetime-local"
            value={around}
            onChange={({ target }) => setAround(target.value)}
          />
        </>
      )}
      <label htmlFor={`${field}note`}>{words('caseNote')}</label>
      <textarea
        id={`${field}note`}
        rows={3}
        maxLength={500}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      <Refused refusal={sending.error} />
      <div className="side-by-side">
        <button type="submit" className="main" disabled={sending.isPending}>
          {words('send')}
        </button>
        <button type="button" onClick={onDone}>
          {words('cancel')}
        </button>
      </div>
    </form>
  );
}
