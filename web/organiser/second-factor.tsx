import { useQuery } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { Loading, Trouble } from '../every-page/look/states.js';
import { Qr } from '../every-page/qr.js';
import type { StaffSession } from '../every-page/staff/staff-session.js';
import { useAct, Wrong } from './desk.js';
import { useShellWords } from './shell-words.js';

/** Before anything else: whoever has to have a second factor enrols it, and writes down the recovery codes. */
export function SecondFactor({ session }: { session: StaffSession }) {
  const words = useShellWords();
  const header = { authorization: `Bearer ${session.token ?? ''}` };
  const begun = useQuery({
    queryKey: ['second-factor'],
    queryFn: () => session.ask(session.house.POST('/api/v1/second-factor', { params: { header } })),
    staleTime: Infinity,
    retry: false,
  });
  const [codes, setCodes] = useState<string[]>();
  const confirm = useAct((code: string) =>
    session.ask(session.house.PUT('/api/v1/second-factor/confirmation', { params: { header }, body: { code } })),
  );
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = new FormData(event.currentTarget).get('code');
    confirm.mutate(typeof code === 'string' ? code.trim() : '', {
      onSuccess: (given) => setCodes(given.recoveryCodes),
    });
  };
  if (codes !== undefined) {
    return (
      <main className="factor panel">
        <h1>{words('factorCodes')}</h1>
        <p>{words('factorCodesHint')}</p>
        <ul className="recovery-codes">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <button type="button" className="main" onClick={() => session.enrolled()}>
          {words('factorGo')}
        </button>
      </main>
    );
  }
  return (
    <main className="factor panel">
      <h1>{words('factorTitle')}</h1>
      <p>{words('factorWhy')}</p>
      {begun.isPending && <Loading />}
      {begun.error !== null && <Trouble error={begun.error} onTryAgain={() => void begun.refetch()} />}
      {begun.data !== undefined && (
        <form onSubmit={send}>
          <p>{words('factorScan')}</p>
          <Qr text={begun.data.address} label={words('factorQr')} />
          <p className="quiet-text">
            {words('factorSecret')} <code>{begun.data.secret}</code>
          </p>
          <label>
            {words('factorCode')}
            <input name="code" inputMode="numeric" autoComplete="one-time-code" maxLength={8} required />
          </label>
          <Wrong error={confirm.error} />
          <button type="submit" className="main" disabled={confirm.isPending}>
            {words('factorConfirm')}
          </button>
        </form>
      )}
    </main>
  );
}
