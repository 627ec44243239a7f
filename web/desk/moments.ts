/** A moment as people beside the desk say it: the time, and the day where it is not today. */
export function momentText(moment: string, now = new Date()): string {
  const at = new Date(moment);
  const time = `${two(at.getHours())}:${two(at.getMinutes())}`;
  return at.toDateString() === now.toDateString() ? time : `${two(at.getMonth() + 1)}-${two(at.getDate())} ${time}`;
}

/** The same for paper, where nobody knows any more which day today was. */
export function paperMoment(moment: string): string {
  const at = new Date(moment);
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** Minutes between then and now; negative when it is still to come. */
export function minutesSince(moment: string, now: number): number {
  return Math.floor((now - Date.parse(moment)) / 60_000);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
