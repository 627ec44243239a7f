import { useQuery } from '@tanstack/react-query';
import { Empty, Loading, Trouble } from '../../every-page/look/states.js';
import { useAct, useDesk, type AnswerTo } from '../desk.js';
import { useAccounts } from '../today/round-data.js';
import { useAdminWords } from './admin-words.js';
import { ActForm, ChoiceField, TextField } from './fields.js';

type Lab = AnswerTo<'/api/v1/labs'>['labs'][number];

/** To which laboratories boxes go, and who reports for each: two people at least, since positives need a second one. */
export function LabsAdmin() {
  const words = useAdminWords();
  const { house, ask } = useDesk();
  const labs = useQuery({ queryKey: ['labs'], queryFn: async () => (await ask(house.GET('/api/v1/labs'))).labs });
  return (
    <>
      <h1>{words('labs')}</h1>
      {labs.isPending && <Loading />}
      {labs.data === undefined && labs.error !== null && (
        <Trouble error={labs.error} onTryAgain={() => void labs.refetch()} />
      )}
      {labs.data?.length === 0 && (
        <Empty title={words('noLabs')}>
          <p>{words('noLabsHint')}</p>
        </Empty>
      )}
      <ul className="cards">
        {labs.data?.map((lab) => (
          <li key={lab.code} className="panel">
            <LabDesk lab={lab} />
          </li>
        ))}
      </ul>
      <NewLab />
    </>
  );
}

function LabDesk({ lab: { code, name } }: { lab: Lab }) {
  const words = useAdminWords();
  const { house, ask } = useDesk();
  const accounts = useAccounts();
  const path = { path: { code } };
  const members = useQuery({
    queryKey: ['labs', code],
    queryFn: async () => (await ask(house.GET('/api/v1/labs/{code}/staff', { params: path }))).staff,
  });
  const assign = useAct((accountId: string) =>
    ask(house.PUT('/api/v1/labs/{code}/staff/{accountId}', { params: { path: { code, accountId } } })),
  );
  const here = members.data ?? [];
  const others = (accounts.data ?? []).filter(
    ({ id, role, disabled }) => role === 'lab' && !disabled && !here.some(({ accountId }) => accountId === id),
  );
  const active = here.filter(({ isActive }) => isActive).length;
  return (
    <>
      <h2>{name}</h2>
      <p className="quiet-text">{code}</p>
      {members.isPending && <Loading />}
      {members.data === undefined && members.error !== null && (
        <Trouble error={members.error} onTryAgain={() => void members.refetch()} />
      )}
      <ul className="members">
        {here.map(({ accountId, displayName, username, isActive }) => (
          <li key={accountId}>
            {displayName} <code>{username}</code> {!isActive && words('memberDisabled')}
          </li>
        ))}
      </ul>
      {members.data !== undefined && active < 2 && <p className="wrong">⚠ {words('labNeedsTwo')}</p>}
      {others.length > 0 ? (
        <ActForm
          key={here.length}
          act={assign}
          label={words('labStaffOf', { name })}
          submit={words('assignToLab')}
          send={(text) => assign.mutate(text('accountId'))}
        >
          <ChoiceField
            label={words('labAccount')}
            name="accountId"
            ask={words('chooseAccount')}
            options={others.map(({ id, displayName, username }) => ({
              value: id,
              label: `${displayName} · ${username}`,
            }))}
          />
        </ActForm>
      ) : (
        accounts.data !== undefined && <p className="quiet-text">{words('noLabAccounts')}</p>
      )}
    </>
  );
}

function NewLab() {
  const words = useAdminWords();
  const { house, ask } = useDesk();
  const put = useAct(({ code, name }: Lab) =>
    ask(house.PUT('/api/v1/labs/{code}', { params: { path: { code } }, body: { name } })),
  );
  return (
    <section className="panel" aria-labelledby="new-lab">
      <h2 id="new-lab">{words('newLab')}</h2>
      <p className="quiet-text">{words('newLabHint')}</p>
      <ActForm
        isMain
        act={put}
        submit={words('add')}
        send={(text, form) => put.mutate({ code: text('code'), name: text('name') }, { onSuccess: () => form.reset() })}
        said={put.isSuccess ? words('labPut', { name: put.data.name }) : undefined}
      >
        <TextField label={words('labCode')} name="code" most={32} />
        <TextField label={words('labName')} name="name" most={100} />
      </ActForm>
    </section>
  );
}
