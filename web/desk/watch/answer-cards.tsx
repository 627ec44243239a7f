import { house, session, type Amendment, type Merging } from '../house.js';
import { Proposal, type Told } from './proposal.js';
import { Published, Resident } from './resident.js';
import { useWords } from './words.js';

/** A published answer that is to be put right by hand. */
export function AmendmentCard({ amendment, who, onDone }: { amendment: Amendment; who: string; onDone: Told }) {
  const words = useWords();
  const { id, roundId, residentId, status, reason, version, authorId, proposedAt } = amendment;
  const params = { path: { id } };
  return (
    <Proposal
      title="amendments"
      heading={<Resident id={residentId} otherwise={words('somebody')} />}
      authorId={authorId}
      who={who}
      proposedAt={proposedAt}
      why={reason}
      from={<Published residentId={residentId} roundId={roundId} version={version} />}
      to={words(`status_${status}`)}
      onDone={onDone}
      agree={() => session.ask(house.PUT('/api/v1/amendments/{id}/approval', { params, body: {} }))}
      refuse={(why) => session.ask(house.PUT('/api/v1/amendments/{id}/refusal', { params, body: { reason: why } }))}
      withdraw={() => session.ask(house.PUT('/api/v1/amendments/{id}/withdrawal', { params, body: {} }))}
    />
  );
}

const mergingReasons = ['same-document', 'temporary-entry', 'typing-mistake', 'resident-says-so', 'other'] as const;

/** Two entries of the ledger that are said to be one person. */
export function MergingCard({ merging, who, onDone }: { merging: Merging; who: string; onDone: Told }) {
  const words = useWords();
  const { id, absorbedId, survivorId, reason, note, authorId, proposedAt } = merging;
  const entry = (residentId: string) => <Resident id={residentId} otherwise={words('somebody')} />;
  const params = { path: { id } };
  const known = mergingReasons.find((one) => one === reason) ?? 'other';
  return (
    <Proposal
      title="mergings"
      heading={words(`why_${known}`)}
      authorId={authorId}
      who={who}
      proposedAt={proposedAt}
      why={note}
      from={
        <>
          {words('twoEntries')}
          <br />
          {entry(absorbedId)}
          <br />
          {entry(survivorId)}
        </>
      }
      to={
        <>
          {words('oneEntry')}
          <br />
          {entry(survivorId)}
        </>
      }
      onDone={onDone}
      agree={() => session.ask(house.PUT('/api/v1/mergings/{id}/approval', { params, body: {} }))}
      refuse={(why) => session.ask(house.PUT('/api/v1/mergings/{id}/refusal', { params, body: { reason: why } }))}
    />
  );
}
