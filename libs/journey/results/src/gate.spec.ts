import { gateOf, gates, type AnswerStatus } from './gate.js';

const swab = (occasion: number, sent = false, atLab = false) => ({ occasion, sent, atLab });
const answer = (status: AnswerStatus, occasion = 0) => ({ status, occasion });

describe('which gate a resident is told', () => {
  it.each([
    ['nothing has happened', false, undefined, undefined, 'not-sampled'],
    ['the person is exempt', true, undefined, undefined, 'exempt'],
    ['an exempt person came all the same', true, swab(0), undefined, 'sampled'],
    ['the swab is in a tube at the site', false, swab(0), undefined, 'sampled'],
    ['the box has left', false, swab(0, true), undefined, 'sent'],
    ['the laboratory has the tube', false, swab(0, true, true), undefined, 'testing'],
    ['the tube was negative', false, swab(0, true, true), answer('negative'), 'negative'],
    ['the pool was not negative', false, swab(0, true, true), answer('under-review'), 'under-review'],
    ['the single retest is on its way', false, swab(1, true), answer('under-review'), 'under-review'],
    ['the single tube was positive', false, swab(1, true, true), answer('positive', 1), 'positive'],
    ['the single tube cleared the person', false, swab(1, true, true), answer('negative', 1), 'negative'],
    ['the tube gave no outcome', false, swab(0, true, true), answer('resample'), 'resample'],
    ['the person came again after a lost tube', false, swab(1), answer('resample'), 'sampled'],
    ['the second tube is at the laboratory', false, swab(1, true, true), answer('resample'), 'testing'],
    ['the only swab was withdrawn after its answer', false, undefined, answer('negative'), 'negative'],
    ['the answer rested on a swab of somebody else', false, undefined, answer('withdrawn'), 'not-sampled'],
    ['the person came after their answer was withdrawn', false, swab(1), answer('withdrawn'), 'sampled'],
  ] as const)('%s', (_, exempt, held, published, expected) => {
    expect(gateOf({ exempt, swab: held, answer: published })).toBe(expected);
  });

  it('has words in both languages for each gate', () => {
    for (const words of Object.values(gates)) expect(words['zh-CN'].length * words.en.length).toBeGreaterThan(0);
  });
});
