/** What a resident may be told about a round, in the order in which a swab passes the gates. */
export const gates = {
  'not-sampled': { 'zh-CN': '未采', en: 'not sampled' },
  exempt: { 'zh-CN': '豁免', en: 'exempt' },
  sampled: { 'zh-CN': '已采待送', en: 'sampled, waiting to be sent' },
  sent: { 'zh-CN': '已送检', en: 'on the way to the laboratory' },
  testing: { 'zh-CN': '检测中', en: 'being tested' },
  negative: { 'zh-CN': '阴性', en: 'negative' },
  'under-review': { 'zh-CN': '复核中', en: 'under review' },
  positive: { 'zh-CN': '阳性(单管)', en: 'positive (single tube)' },
  resample: { 'zh-CN': '需重采', en: 'must be sampled again' },
} as const;

export type Gate = keyof typeof gates;

/** What an answer may be amended to by hand. */
export const amendableStatuses = ['negative', 'positive', 'under-review', 'resample'] as const;
export type AmendableStatus = (typeof amendableStatuses)[number];
export type AnswerStatus = AmendableStatus | 'withdrawn';

export interface GateFacts {
  exempt: boolean;
  /** The latest swab that counts, and how far its tube has come. */
  swab: { occasion: number; sent: boolean; atLab: boolean } | undefined;
  /** The current answer; `occasion` is that of the swab it rests on. */
  answer: { status: AnswerStatus; occasion: number } | undefined;
}

/**
 * Which gate the person's latest swab has passed. A person who must be sampled again and has come is shown the way of
 * the new swab; one whose answer was withdrawn is where their swab is, or nowhere; a person under review stays under review until their own single tube is decided, whatever is on its way.
 */
export function gateOf({ exempt, swab, answer }: GateFacts): Gate {
  const newer = swab !== undefined && (answer === undefined || swab.occasion > answer.occasion);
  if (answer !== undefined && answer.status !== 'withdrawn' && !(answer.status === 'resample' && newer)) {
    return answer.status;
  }
  if (swab === undefined) return exempt ? 'exempt' : 'not-sampled';
  if (swab.atLab) return 'testing';
  return swab.sent ? 'sent' : 'sampled';
}
