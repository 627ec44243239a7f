import { useState } from 'react';
import { useStaff } from '../../every-page/staff/use-staff.js';
import { session } from '../house.js';
import { momentText, minutesSince } from '../moments.js';
import { useWords as useDeskWords } from '../words.js';
import { useAge } from './age.js';
import { LossForm } from './loss-form.js';
import { ResolvingForm } from './resolving-form.js';
import { lateness, type Work } from './work.js';
import { useKindWords } from './kind-words.js';
import { useWords } from './words.js';

/** One thing that does not add up: what, where, since when, whose, and what is to be done. */
export function WorkCard({ work, siteName, now }: { work: Work; siteName: string; now: number }) {
  const words = useWords();
  const desk = useDeskWords();
  const kinds = useKindWords();
  const age = useAge();
  const [isOpen, setOpen] = useState(false);
  const over = lateness(work, now);
  const minutes = minutesSince(work.since, now);
  const [book, ...rest] = work.subject.split(':');
  const code = rest.join(':');
  return (
    <li className={over > 0 ? 'panel work-card late' : 'panel work-card'}>
      <div className="what">
        <h2>{kinds(work.kind)}</h2>
        <p>
          {book === 'tube' || book === 'box' ? <>{words(`subject_${book}`, { code })}</> : <code>{work.subject}</code>}
          {work.boxCode !== undefined && ` · ${words('boxOf', { box: work.boxCode })}`}
          {siteName !== '' && ` · ${siteName}`}
        </p>
      </div>
      <div className="when">
        {over > 0 && <b className="late-mark">{words('late', { time: age(over) })}</b>}
        {over <= 0 && over !== -Infinity && <span>{words('dueIn', { time: age(-over) })}</span>}
        <time dateTime={work.since}>
          {minutes < 1 ? words('justNow') : words('age', { time: age(minutes) })} · {momentText(work.since)}
        </time>
        <span>{words('owner', { who: desk(`role_${work.ownerRole}`) })}</span>
      </div>
      <p className="todo">
        <b>{words('todo')}</b> {kinds(`${work.kind}!`)}
      </p>
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {words(isOpen ? 'close' : 'handle')} <span className="for-readers">{code}</span>
      </button>
      {isOpen && <Settling work={work} code={code} />}
    </li>
  );
}

function Settling({ work, code }: { work: Work; code: string }) {
  const words = useWords();
  const role = useStaff(session)?.staff.role;
  const { exception } = work;
  if (role === 'admin' && exception !== undefined) return <p className="hint">{words('readOnly')}</p>;
  if (exception?.kind === 'batch-held') return <p className="hint">{words('batchHint')}</p>;
  if (exception !== undefined) return <ResolvingForm exception={exception} />;
  if (work.kind === 'missing' || work.kind === 'unboxed') return <LossForm barcode={code} />;
  return <p className="hint">{words(work.source === 'alarm' ? 'alarmHint' : 'surplusHint')}</p>;
}
