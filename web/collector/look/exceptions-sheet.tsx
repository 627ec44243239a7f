import { clockTime } from '../../every-page/clock-time.js';
import type { Collector, Trouble } from '../collector.js';
import { useWords } from '../words.js';
import { exceptionWord, useExceptionWords } from './exception-words.js';
import { Sheet } from './sheet.js';

/** What the house took with a question mark, or did not take. It waits here and holds nobody up. */
export function ExceptionsSheet({ collector, onBack }: { collector: Collector; onBack: () => void }) {
  const words = useWords();
  const { troubles } = collector;
  return (
    <Sheet title={words('exceptions')} onBack={onBack}>
      <p>{words(troubles.length === 0 ? 'noExceptions' : 'exceptionsHint')}</p>
      <ul className="troubles">
        {troubles.map((trouble) => (
          <TroubleRow
            key={trouble.act.seq}
            trouble={trouble}
            timeZone={collector.ground?.head.site.timeZone ?? 'Asia/Shanghai'}
          />
        ))}
      </ul>
    </Sheet>
  );
}

function TroubleRow({ trouble: { act, answer }, timeZone }: { trouble: Trouble; timeZone: string }) {
  const words = useWords();
  const ruleWords = useExceptionWords();
  const { entry, aside } = act;
  const tube = 'tube' in entry ? entry.tube : '';
  return (
    <li>
      <p className="trouble-what">
        <time>{clockTime(entry.at, timeZone)}</time> {tube} {aside.person?.masked}
      </p>
      {answer.outcome === 'refused' && <p>{words('refusedAct')}</p>}
      {answer.outcome === 'held' && <p>{words('heldAct')}</p>}
      {answer.rules.map((rule) => (
        <p key={rule}>{ruleWords(exceptionWord(rule))}</p>
      ))}
    </li>
  );
}
