import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Loading } from '../../every-page/look/states.js';
import { useAct, useDesk, Wrong, type AnswerTo } from '../desk.js';
import { saveFile } from '../export/save-file.js';
import { useShellWords } from '../shell-words.js';
import { Table, type Column } from '../table.js';
import { useMoment } from '../times.js';
import { onSubmit } from './form.js';
import { useJournalWords } from './journal-words.js';

type Look = AnswerTo<'/api/v1/residents/{id}/journal'>['items'][number];

/** Who saw one person and what was done with them; also as a file. */
export function PersonJournal() {
  const words = useJournalWords();
  const [person, ask] = useState('');
  return (
    <section className="panel" aria-labelledby="person">
      <h2 id="person">{words('person')}</h2>
      <form className="fields" onSubmit={onSubmit((text) => ask(text('person')))}>
        <label>
          {words('personId')}
          <input name="person" required maxLength={36} />
        </label>
        <div className="end">
          <button type="submit">{words('personSearch')}</button>
        </div>
      </form>
      {person !== '' && <Seen key={person} residentId={person} />}
    </section>
  );
}

function Seen({ residentId }: { residentId: string }) {
  const words = useJournalWords();
  const shell = useShellWords();
  const moment = useMoment();
  const { house, ask } = useDesk();
  const params = { path: { id: residentId } };
  const seen = useQuery({
    queryKey: ['person', residentId],
    queryFn: () => ask(house.GET('/api/v1/residents/{id}/journal', { params })),
    retry: false,
  });
  const save = useAct(async () => {
    const csv = await ask(house.GET('/api/v1/residents/{id}/journal.csv', { params, parseAs: 'text' }));
    saveFile(`journal-${residentId}.csv`, csv, 'text/csv;charset=utf-8');
  });
  if (seen.data === undefined) return seen.error === null ? <Loading /> : <Wrong error={seen.error} />;
  const roleWord = (role: string | null) => {
    const known = ['admin', 'security', 'auditor', 'organiser', 'gridworker', 'sitelead', 'marshal', 'scanner', 'collector', 'packer', 'courier', 'lab'] as const; // prettier-ignore
    const found = known.find((one) => one === role);
    return found === undefined ? (role ?? '—') : shell(`role_${found}`);
  };
  const columns: Column<Look>[] = [
    { head: words('time'), cell: ({ recordedAt }) => moment(recordedAt) },
    {
      head: words('what'),
      kind: 'name',
      cell: ({ topic, what }) => (
        <code>
          {topic} {what}
        </code>
      ),
    },
    {
      head: words('who'),
      cell: ({ actor, role }) => (
        <>
          {actor ?? '—'} <small>{roleWord(role)}</small>
        </>
      ),
    },
    { head: words('purpose'), cell: ({ purpose }) => purpose },
  ];
  return (
    <>
      <button type="button" disabled={save.isPending} onClick={() => save.mutate(undefined)}>
        {words('csv')}
      </button>
      <Wrong error={save.error} />
      <Table
        className="journal"
        label={words('person')}
        columns={columns}
        rows={seen.data.items}
        keyOf={({ id }) => id}
      />
    </>
  );
}
