import { Link } from 'wouter';
import { Empty } from '../every-page/look/states.js';
import { codeExpiry, type Member } from './kept.js';
import { useMemberName } from './member-name.js';
import { useMemberWords } from './member-words.js';
import { useMoments } from './moments.js';
import { useKept } from './use-kept.js';

/** Everybody whose code this phone keeps: children and old people as well. */
export function FamilyPage() {
  const words = useMemberWords();
  const nameOf = useMemberName();
  const { members } = useKept();
  const add = (
    <Link href="/add" className={`button-link ${members.length === 0 ? 'main' : ''}`}>
      {words('add')}
    </Link>
  );
  if (members.length === 0) {
    return (
      <>
        <h1 className="for-readers">{words('family')}</h1>
        <Empty title={words('nobody')}>
          <p>{words('nobodyHint')}</p>
          {add}
        </Empty>
      </>
    );
  }
  return (
    <section className="family">
      <h1>{words('family')}</h1>
      <ul>
        {members.map((member) => (
          <li key={member.residentId}>
            <Link href={`/member/${member.residentId}`} className="panel member-card">
              <b>{nameOf(member)}</b>
              <CodeUntil member={member} />
              <span aria-hidden="true">›</span>
            </Link>
          </li>
        ))}
      </ul>
      {add}
    </section>
  );
}

/** Until when somebody's code is valid. */
export function CodeUntil({ member }: { member: Member }) {
  const words = useMemberWords();
  const moments = useMoments();
  const until = codeExpiry(member.code);
  if (until === undefined) return null;
  const isOver = until.toISOString() <= new Date().toISOString();
  return (
    <span className="quiet-line">{isOver ? words('codeOver') : words('codeUntil', { day: moments.day(until) })}</span>
  );
}
