import { useWords } from '../words.js';

/** So many minutes as people say them. */
export function useAge(): (minutes: number) => string {
  const words = useWords();
  return (all) => {
    const minutes = Math.max(0, Math.floor(all));
    if (minutes < 60) return words('minutes', { count: minutes });
    const hours = Math.floor(minutes / 60);
    if (hours < 48 && minutes % 60 === 0) return words('fullHours', { count: hours });
    if (hours < 48) return words('hours', { hours, minutes: minutes % 60 });
    return words('days', { days: Math.floor(hours / 24), hours: hours % 24 });
  };
}
