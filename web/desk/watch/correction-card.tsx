import type { ReactNode } from 'react';
import { house, session, type Correction } from '../house.js';
import { Proposal, type Told } from './proposal.js';
import { Resident } from './resident.js';
import { useWords } from './words.js';

/** A correction of who is in which tube. */
export function CorrectionCard({ correction, who, onDone }: { correction: Correction; who: string; onDone: Told }) {
  const words = useWords();
  const { id, kind, reason, note, authorId, proposedAt, residents } = correction;
  const { from, to } = changeOf(correction, words);
  const params = { path: { id } };
  return (
    <Proposal
      title={`kind_${kind}`}
      authorId={authorId}
      who={who}
      proposedAt={proposedAt}
      why={
        <>
          {note === null ? words(`why_${reason}`) : words('because', { what: words(`why_${reason}`), why: note })}
          {residents.length > 0 && ` · ${words('residents', { count: residents.length })}`}
        </>
      }
      from={from}
      to={to}
      onDone={onDone}
      agree={() => session.ask(house.PUT('/api/v1/corrections/{id}/approval', { params, body: {} }))}
      refuse={(why) => session.ask(house.PUT('/api/v1/corrections/{id}/refusal', { params, body: { reason: why } }))}
      withdraw={() => session.ask(house.PUT('/api/v1/corrections/{id}/withdrawal', { params, body: {} }))}
    />
  );
}

/** From what to what, told from what was found when it was proposed. */
function changeOf(
  { kind, asked, before, residents }: Correction,
  words: ReturnType<typeof useWords>,
): { from: ReactNode; to: ReactNode } {
  const swab = before.swabs.find(({ id }) => id === asked.swabId);
  const place = swab === undefined ? asked.tube : words('place', { tube: swab.tube, place: swab.place });
  const held = swab?.residentId ?? null;
  const named = residents.find((id) => id !== held);
  const holder = held === null ? words('nobody') : <Resident id={held} otherwise={words('somebody')} />;
  const of = (what: ReactNode) => (
    <>
      {place} · {what}
    </>
  );
  switch (kind) {
    case 'unbind':
      return { from: of(holder), to: of(words('nobody')) };
    case 'void':
      return { from: of(holder), to: of(words('voided')) };
    case 'bind':
      return {
        from: of(holder),
        to: of(named === undefined ? words('namedPerson') : <Resident id={named} otherwise={words('namedPerson')} />),
      };
    case 'move-swab':
      return { from: place, to: asked.other };
    case 'recode-tube':
      return { from: asked.tube, to: asked.other };
    case 'swap-tubes':
      return { from: `${asked.tube} / ${asked.other ?? ''}`, to: `${asked.other ?? ''} / ${asked.tube}` };
    case 'reopen-tube':
      return { from: stateOf(asked.tube, 'tubeState_sealed', words), to: stateOf(asked.tube, 'tubeState_open', words) };
  }
}

type Words = ReturnType<typeof useWords>;

function stateOf(tube: string, word: Parameters<Words>[0], words: Words): string {
  return `${tube} · ${words(word)}`;
}
