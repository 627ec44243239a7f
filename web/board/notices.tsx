import { useContext } from 'react';
import { useTick } from '../every-page/use-tick.js';
import { FirstLanguage } from './bilingual.js';
import type { BoardFrame } from './board-frame.js';

const turnMs = 8_000;

/** What the site tells everybody who waits; several take turns. */
export function Notices({ notices, now }: { notices: BoardFrame['announcements']; now: Date }) {
  useTick(1_000);
  const first = useContext(FirstLanguage);
  const notice = notices[Math.floor(now.getTime() / turnMs) % Math.max(1, notices.length)];
  if (notice === undefined) return null;
  const [large, small] = first === 'en' && notice.en !== null ? [notice.en, notice.zh] : [notice.zh, notice.en];
  return (
    <section className="notice" aria-live="polite">
      <p>{large}</p>
      {small !== null && <small>{small}</small>}
    </section>
  );
}
