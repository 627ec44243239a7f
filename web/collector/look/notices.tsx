import { useNow } from '../../every-page/use-now.js';
import { useLanguage } from '../../every-page/language-context.js';
import { Refusal } from '../../every-page/house.js';
import type { NewerPage } from '../../every-page/offline/keep-offline.js';
import type { Collector } from '../collector.js';
import { setting } from '../ground/ground.js';
import { useWords } from '../words.js';

/** What somebody has to know now, the most pressing first; nothing of it holds the work up. */
export function Notices({ collector, newer }: { collector: Collector; newer: NewerPage | undefined }) {
  const words = useWords();
  const language = useLanguage();
  const now = useNow(20_000);
  const { duty, ground, device, line, placeCount, recovered } = collector;
  const { trouble } = line;
  const minutes = duty === undefined ? 0 : Math.max(0, Math.floor((now - Date.parse(duty.since)) / 60_000));
  const settings = ground?.head.site.settings ?? {};
  const change = setting(settings, 'changeAfterMinutes', 120);
  const relieve = setting(settings, 'relieveAfterMinutes', 240);
  const isRelieved = minutes >= relieve;
  return (
    <div className="notices">
      {line.fault !== null && <p className="wrong">✕ {words('otherDevice')}</p>}
      {device?.state === 'revoked' && <p className="wrong">✕ {words('revokedTitle')}</p>}
      {device?.state === 'expired' && <p className="wrong">✕ {words('expiredTitle')}</p>}
      {trouble instanceof Refusal && <p className="wrong">✕ {trouble.messages[language]}</p>}
      {minutes >= change && (
        <p className="wrong">
          ⚠{' '}
          {words(isRelieved ? 'relieveDue' : 'changeDue', { hours: Math.floor((isRelieved ? relieve : change) / 60) })}
        </p>
      )}
      {placeCount < 2 && <p>{words('onePlace')}</p>}
      {recovered > 0 && <p>{words('recovered', { count: recovered })}</p>}
      {newer !== undefined && !collector.isBusy && (
        <p className="newer">
          {words('newerPage')}{' '}
          <button type="button" onClick={newer}>
            {words('takeNewer')}
          </button>
        </p>
      )}
      {duty !== undefined && (
        <p className="on-duty">
          {duty.name}
          {duty.with !== null && ` + ${duty.with}`} ·{' '}
          {words('onDuty', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })}
        </p>
      )}
    </div>
  );
}
