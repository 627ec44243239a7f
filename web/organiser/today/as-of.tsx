import type { UseQueryResult } from '@tanstack/react-query';
import { useContext } from 'react';
import { Frozen } from './round-data.js';
import { useShellWords } from '../shell-words.js';
import { momentWords, useNow } from '../times.js';
import { useLanguage } from '../../every-page/language-context.js';

/** After so much silence the numbers are called old. */
const staleMs = 60_000;

/** Of which moment the numbers are; and whether they are frozen, old, or the server is away. */
export function AsOf({ of }: { of: UseQueryResult<{ asOf: string }> }) {
  const now = useNow(1_000);
  const words = useShellWords();
  const language = useLanguage();
  const isFrozen = useContext(Frozen);
  if (of.data === undefined) return null;
  const at = new Date(of.data.asOf);
  const clock = new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(at);
  const time = momentWords(at, language).length > 5 ? momentWords(at, language) : clock;
  // By the clock of this screen alone: that of the house may go differently.
  const age = now.getTime() - of.dataUpdatedAt;
  if (isFrozen) {
    return (
      <p className="as-of held" role="status">
        {words('frozen', { time })}
      </p>
    );
  }
  if (of.isRefetchError || of.failureCount > 0) {
    return (
      <p className="as-of stale" role="status">
        {words('offline')} {words('asOf', { time })}
      </p>
    );
  }
  if (age > staleMs) {
    return (
      <p className="as-of stale" role="status">
        {words('stale', { minutes: Math.floor(age / 60_000), count: Math.floor(age / 60_000) })}
      </p>
    );
  }
  return <p className="as-of">{words('asOf', { time })}</p>;
}
