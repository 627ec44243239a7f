import { useState } from 'react';
import { Loading, Trouble } from '../../every-page/look/states.js';
import { useAccounts } from '../today/round-data.js';
import { useAct, useDesk, Wrong, type AnswerTo } from '../desk.js';
import { useShellWords } from '../shell-words.js';
import type { Role } from '../../every-page/staff/staff-session.js';
import { AccountDesk } from './account-desk.js';
import { onSubmit } from './form.js';
import { usePeopleWords } from './people-words.js';

export type Account = AnswerTo<'/api/v1/accounts'>['accounts'][number];

const roles: readonly Role[] = [
  'organiser', 'gridworker', 'sitelead', 'scanner', 'collector', 'marshal', 'packer', 'courier', 'lab', 'admin', 'security',
  'auditor',
]; // prettier-ignore

/** Who may sign in. Whoever makes accounts does not say what they reach: that is another person's work. */
export function AccountsAdmin() {
  const words = usePeopleWords();
  const shell = useShellWords();
  const { role } = useDesk();
  const accounts = useAccounts();
  const [wish, setWish] = useState('');
  const [open, setOpen] = useState('');
  const found = (accounts.data ?? []).filter(({ username, displayName }) =>
    `${username} ${displayName}`.toLowerCase().includes(wish.trim().toLowerCase()),
  );
  return (
    <>
      <h1>{words('accounts')}</h1>
      {role === 'admin' && <NewAccount />}
      <div className="tools">
        <label>
          {words('find')}
          <input value={wish} placeholder={words('findHint')} onChange={({ target }) => setWish(target.value)} />
        </label>
      </div>
      {accounts.isPending && <Loading />}
      {accounts.data === undefined && accounts.error !== null && (
        <Trouble error={accounts.error} onTryAgain={() => void accounts.refetch()} />
      )}
      {accounts.data !== undefined && found.length === 0 && <p role="status">{words('nobodyFound')}</p>}
      <ul className="account-list panel">
        {found.map((account) => (
          <li key={account.id}>
            <div className="account">
              <span>
                <strong>{account.displayName}</strong> <code>{account.username}</code>
              </span>
              <span>{shell(`role_${account.role}`)}</span>
              <span className={`state-word ${account.disabled ? 'closed' : 'open'}`}>
                {words(account.disabled ? 'disabled' : 'enabled')}
              </span>
              <button
                type="button"
                aria-expanded={open === account.id}
                aria-label={words('manageOf', { name: account.displayName })}
                onClick={() => setOpen(open === account.id ? '' : account.id)}
              >
                {words('manage')}
              </button>
            </div>
            {open === account.id && <AccountDesk account={account} />}
          </li>
        ))}
      </ul>
    </>
  );
}

function NewAccount() {
  const words = usePeopleWords();
  const shell = useShellWords();
  const { house, ask } = useDesk();
  const add = useAct((body: { username: string; role: Role; displayName: string; password: string }) =>
    ask(house.POST('/api/v1/accounts', { body })),
  );
  return (
    <section className="panel" aria-labelledby="new-account">
      <h2 id="new-account">{words('newAccount')}</h2>
      <form
        className="fields"
        autoComplete="off"
        onSubmit={onSubmit((text, form) => {
          const role = roles.find((one) => one === text('role')) ?? 'gridworker';
          const account = { username: text('username'), displayName: text('displayName'), password: text('password') };
          add.mutate({ ...account, role }, { onSuccess: () => form.reset() });
        })}
      >
        <label>
          {words('username')}
          <input
            name="username"
            required
            pattern="[a-z][a-z0-9._\-]{1,63}"
            title={words('usernameHint')}
            autoComplete="off"
          />
        </label>
        <label>
          {words('displayName')}
          <input name="displayName" required maxLength={64} />
        </label>
        <label>
          {words('role')}
          <select name="role">
            {roles.map((role) => (
              <option key={role} value={role}>
                {shell(`role_${role}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words('password')}
          <input name="password" type="password" required minLength={8} maxLength={256} autoComplete="new-password" />
        </label>
        <div className="wide">
          <Wrong error={add.error} />
          {add.data !== undefined && <p role="status">{words('added', { name: add.data.username })}</p>}
          <button type="submit" className="main" disabled={add.isPending}>
            {words('add')}
          </button>
        </div>
      </form>
    </section>
  );
}
