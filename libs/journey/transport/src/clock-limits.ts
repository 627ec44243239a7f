/**
 * Minutes after which a clock raises an alarm, where neither the site nor the round sets its own under the same key.
 * Room temperature allows four hours from the first swab to the laboratory (docs/field.md, times of transport); hub
 * dwell counts from arrival.
 */
export const clockLimits = {
  openTubeAlarmMinutes: 60,
  unboxedAlarmMinutes: 120,
  undispatchedAlarmMinutes: 180,
  unreceivedAlarmMinutes: 240,
  hubDwellAlarmMinutes: 60,
} as const;

export type ClockLimits = Record<keyof typeof clockLimits, number>;

export const alarmKinds = ['open-tube', 'unboxed', 'undispatched', 'unreceived', 'hub-dwell'] as const;
export type AlarmKind = (typeof alarmKinds)[number];
