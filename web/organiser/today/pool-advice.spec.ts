import { poolAdviceOf } from './pool-advice.js';

describe('how many to put into one tube', () => {
  it('is the more the fewer are infected', () => {
    const rare = poolAdviceOf([{ tubes: 1_000, people: 10_000, notNegative: 1 }], [1, 5, 10, 20]);
    expect(rare?.prevalence).toBeCloseTo(0.0001, 5);
    // 1/20 + 1 − 0.9999^20 = 5.2 tests for a hundred people.
    expect(rare?.options[0]).toMatchObject({ capacity: 20 });
    expect(rare?.options[0]?.testsPerHundred).toBeCloseTo(5.2, 1);
    const frequent = poolAdviceOf([{ tubes: 100, people: 1_000, notNegative: 40 }], [1, 5, 10, 20]);
    expect(frequent?.options[0]?.capacity).toBe(5);
    const everywhere = poolAdviceOf([{ tubes: 100, people: 1_000, notNegative: 99 }], [1, 10]);
    expect(everywhere?.options[0]?.capacity).toBe(1);
  });

  it('takes the most that is likely where none was positive, and is silent about a handful', () => {
    expect(poolAdviceOf([{ tubes: 30, people: 300, notNegative: 0 }], [10, 20])).toMatchObject({
      prevalence: 0.01,
      isUpperBound: true,
    });
    expect(poolAdviceOf([{ tubes: 19, people: 190, notNegative: 0 }], [10, 20])).toBeUndefined();
  });
});
