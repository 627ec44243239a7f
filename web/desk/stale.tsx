import { useWords } from './words.js';

/** What is shown could not be read again: it says so, and stays. */
export function Stale({ error }: { error: Error | null }) {
  const words = useWords();
  if (error === null) return null;
  return (
    <p className="offline" role="status">
      <b>{words('offline')}</b> {words('offlinePage')}
    </p>
  );
}
