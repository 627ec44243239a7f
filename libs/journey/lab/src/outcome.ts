/** What a laboratory can say about a tube: 阴性, 阳性, 可疑（灰区、单靶）, 无效. */
export const outcomes = ['negative', 'positive', 'inconclusive', 'invalid'] as const;
export type Outcome = (typeof outcomes)[number];

/** What a version of an outcome can be. Only `current` counts; `held` waits for two persons. */
export const outcomeTransitions = {
  held: { apply: 'current', dismiss: 'dismissed' },
  current: { supersede: 'superseded' },
  superseded: {},
  dismissed: {},
} as const satisfies Record<string, Partial<Record<string, string>>>;
export type OutcomeState = keyof typeof outcomeTransitions;

export const decisions = ['apply', 'dismiss'] as const;
export type Decision = (typeof decisions)[number];
