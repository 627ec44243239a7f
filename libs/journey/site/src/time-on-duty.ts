export type DutyWarning = 'none' | 'change-soon' | 'relieve-now';

/** Whole minutes that somebody has sat at the table at a moment; 0 before the shift begins, fixed after it has ended. */
export function minutesOnDuty(startsAt: Date, endsAt: Date | null, at: Date): number {
  const until = endsAt === null ? at.getTime() : Math.min(endsAt.getTime(), at.getTime());
  return Math.max(0, Math.floor((until - startsAt.getTime()) / 60_000));
}

/** Protective clothing is worn for a limited time: a change is due after `change` minutes, relief after `relieve`. */
export function dutyWarning(minutes: number, change: number, relieve: number): DutyWarning {
  if (minutes >= relieve) return 'relieve-now';
  return minutes >= change ? 'change-soon' : 'none';
}
