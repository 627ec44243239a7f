import { parseRoundSettings, type RoundSettings } from '#journey/campaign';

type ClockKey = Extract<keyof RoundSettings, `${string}AlarmMinutes`>;

export type ClockLimits = Pick<RoundSettings, ClockKey>;

/**
 * Minutes after which a clock raises an alarm, where neither the site nor the round sets its own under the same key:
 * what a round says that says nothing. Room temperature allows four hours from the first swab to the laboratory
 * (docs/field.md, times of transport); hub dwell counts from arrival.
 */
export const clockLimits: ClockLimits = parseRoundSettings({});

export const alarmKinds = ['open-tube', 'unboxed', 'undispatched', 'unreceived', 'hub-dwell'] as const;
export type AlarmKind = (typeof alarmKinds)[number];
