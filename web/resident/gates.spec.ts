import type { RoundResult } from './house-answers.js';
import { gatesOf, nextOf } from './gates.js';

const t = (minute: number) => `2026-03-01T09:${String(minute).padStart(2, '0')}:00.000Z`;

function round(extra: Partial<RoundResult>): RoundResult {
  return {
    roundId: 'o', roundName: '第一轮', gate: 'sampled', words: { 'zh-CN': '', en: '' }, sampledAt: t(1), sealedAt: null,
    sentAt: null, receivedAt: null, answer: null, disputed: false, recall: null, ...extra,
  }; // prettier-ignore
}

const answer = { version: 1, sampledAt: t(1), testedAt: t(50), publishedAt: t(55), reason: null };
const states = (given: Partial<RoundResult>) => gatesOf(round(given)).map(({ state }) => state);

describe('the way of a swab', () => {
  it.each<[string, Partial<RoundResult>, string[], string]>([
    ['in an open tube', {}, ['done', 'now', 'ahead', 'ahead', 'ahead', 'ahead', 'ahead'], 'seal'],
    ['sealed', { sealedAt: t(5) }, ['done', 'done', 'now', 'ahead', 'ahead', 'ahead', 'ahead'], 'transport'],
    ['on the road', { gate: 'sent', sealedAt: t(5), sentAt: t(9) }, ['done', 'done', 'now', 'ahead', 'ahead', 'ahead', 'ahead'], 'receipt'],
    ['at the laboratory', { gate: 'testing', sealedAt: t(5), sentAt: t(9), receivedAt: t(20) }, ['done', 'done', 'done', 'done', 'now', 'ahead', 'ahead'], 'answer'],
    ['there without a signature of the way', { gate: 'testing', receivedAt: t(20) }, ['done', 'done', 'done', 'done', 'now', 'ahead', 'ahead'], 'answer'],
    ['under review', { gate: 'under-review', receivedAt: t(20), answer: { ...answer, status: 'under-review' } }, ['done', 'done', 'done', 'done', 'done', 'now', 'ahead'], 'none'],
    ['answered', { gate: 'negative', receivedAt: t(20), answer: { ...answer, status: 'negative' } }, ['done', 'done', 'done', 'done', 'done', 'spared', 'done'], 'none'],
  ])('%s', (_where, given, expected, next) => {
    expect(states(given)).toEqual(expected);
    expect(nextOf(round(given))).toBe(next);
  }); // prettier-ignore

  it('has not begun for whoever was not sampled or need not be', () => {
    expect([states({ gate: 'not-sampled' }), states({ gate: 'exempt' })]).toEqual([[], []]);
  });

  it('says when each gate was passed', () => {
    const shown = gatesOf(
      round({
        gate: 'negative',
        sealedAt: t(5),
        sentAt: t(9),
        receivedAt: t(20),
        answer: { ...answer, status: 'negative' },
      }),
    );
    expect(shown.map(({ at }) => at)).toEqual([t(1), t(5), t(9), t(20), t(50), null, t(55)]);
  });
});
