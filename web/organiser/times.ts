import { useEffect, useState } from 'react';
import { useLanguage } from '../every-page/language-context.js';

/** A moment as people at this screen say it: the hour alone today, with the day otherwise. */
export function momentWords(moment: string | Date, language: string, now = new Date()): string {
  const day = new Intl.DateTimeFormat(language, { month: 'numeric', day: 'numeric' });
  const hour = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const at = new Date(moment);
  return day.format(at) === day.format(now) ? hour.format(at) : `${day.format(at)} ${hour.format(at)}`;
}

export function useMoment(): (moment: string | Date) => string {
  const language = useLanguage();
  return (moment) => momentWords(moment, language);
}

/** Hours and minutes: 3 小时 05 分, 3 h 05 min. */
function lengthWords(minutes: number, language: string): string {
  const whole = Math.max(0, Math.round(minutes));
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  const zh = language === 'zh-CN';
  if (hours === 0) return zh ? `${rest} 分钟` : `${rest} min`;
  if (rest === 0) return zh ? `${hours} 小时` : `${hours} h`;
  const padded = String(rest).padStart(2, '0');
  return zh ? `${hours} 小时 ${padded} 分` : `${hours} h ${padded} min`;
}

export function useLength(): (minutes: number) => string {
  const language = useLanguage();
  return (minutes) => lengthWords(minutes, language);
}

/** Numbers with their thousands set apart. */
export function useCount(): (count: number) => string {
  const format = new Intl.NumberFormat(useLanguage());
  return (count) => format.format(count);
}

/** What an `<input type="datetime-local">` holds, in the zone of this screen. */
export function localInput(moment: Date): string {
  const shifted = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}

/** What time it is at this screen, told anew so often. */
export function useNow(everyMs: number): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
