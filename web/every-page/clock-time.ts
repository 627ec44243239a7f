/** A time of day as people read it where it happens: 08:30. */
export function clockTime(moment: Date | string, timeZone: string): string {
  return new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(
    typeof moment === 'string' ? new Date(moment) : moment,
  );
}
