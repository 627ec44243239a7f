/**
 * The local calendar day that a moment belongs to, as YYYY-MM-DD. A day starts at `dayStarts` ("04:00"), so that a
 * night session belongs to the day on whose evening it began.
 */
export function businessDay(moment: Date, timeZone: string, dayStarts = '00:00'): string {
  const [hours = 0, minutes = 0] = dayStarts.split(':').map(Number);
  const shifted = new Date(moment.getTime() - (hours * 60 + minutes) * 60_000);
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    shifted,
  );
}

/** Hours and minutes on the wall clock of a place, "10:32". */
export function wallTime(moment: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(moment);
}
