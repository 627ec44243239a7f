import { useLanguage } from '../every-page/language-context.js';

/** How a moment is written here: the time alone when it is today's, otherwise with the day. */
export function useMoments(): { time: (moment: string | Date) => string; day: (moment: string | Date) => string } {
  const language = useLanguage();
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const date = { month: 'short', day: 'numeric' } as const;
  const write = (moment: string | Date, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, options).format(new Date(moment));
  const isToday = (moment: string | Date) => new Date(moment).toDateString() === new Date().toDateString();
  return {
    time: (moment) => write(moment, isToday(moment) ? clock : { ...date, ...clock }),
    day: (moment) => write(moment, { ...date, year: 'numeric' }),
  };
}
