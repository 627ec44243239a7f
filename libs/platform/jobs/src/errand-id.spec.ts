import { queueIdOf } from './errand-id.js';

describe('the name of an errand in the queue', () => {
  const errand = { entryId: '0190a0a0-0000-7000-8000-000000000001', job: 'results.reconcile-tube' };
  const at = (seconds: number) => queueIdOf(errand, seconds * 1_000, 15_000);

  it('stays the same while the sweeper is patient', () => {
    expect(at(14)).toBe(at(0));
  });

  it('changes when the sweeper hands the errand over again, and ever more rarely', () => {
    expect(new Set([at(0), at(15), at(30), at(60), at(120)]).size).toBe(5);
    expect(at(61)).toBe(at(119));
  });

  it('is one that BullMQ accepts', () => {
    expect(at(0)).not.toContain(':');
  });
});
