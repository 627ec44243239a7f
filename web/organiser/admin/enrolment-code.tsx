import { Qr } from '../../every-page/qr.js';
import { useAct, useDesk, Wrong } from '../desk.js';
import { useNow } from '../times.js';
import { usePeopleWords } from './people-words.js';

/** How a device reads the code off this screen: number and code in one text, told apart from every other kind. */
const readable = (id: string, code: string) => `SE1.${id}.${code}`;

/** A one-time code, large enough to be scanned across a table, and how long it still holds. */
export function EnrolmentCode({ siteId }: { siteId: string }) {
  const words = usePeopleWords();
  const { house, ask } = useDesk();
  const make = useAct(() => ask(house.POST('/api/v1/device-enrolments', { body: { siteId } })));
  const made = make.data;
  return (
    <section className="enrolment panel" aria-labelledby="enrolment">
      <header>
        <h2 id="enrolment">{words('codeTitle')}</h2>
        <button type="button" className="main" disabled={make.isPending} onClick={() => make.mutate(undefined)}>
          {words('makeCode')}
        </button>
      </header>
      <Wrong error={make.error} />
      {made !== undefined && <Code key={made.id} {...made} />}
    </section>
  );
}

function Code({ id, code, expiresAt }: { id: string; code: string; expiresAt: string }) {
  const now = useNow(1_000);
  const words = usePeopleWords();
  const left = Math.ceil((Date.parse(expiresAt) - now.getTime()) / 1_000);
  if (left <= 0) return <p role="status">{words('codeOver')}</p>;
  const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  return (
    <div className="code">
      <Qr text={readable(id, code)} label={words('codeQr', { code })} />
      <div>
        <p className="code-number">{code}</p>
        <p>
          {words('codeNumber')} <code>{id}</code>
        </p>
        <p className="code-left" role="timer">
          {words('codeLeft', { left: clock })}
        </p>
        <p className="quiet-text">{words('codeHint')}</p>
      </div>
    </div>
  );
}
