import { ServerClock } from './server-clock.js';

describe('the time of the server', () => {
  it('does not depend on what the screen believes, and is not turned back by an answer that came late', () => {
    let passed = 1_000;
    const clock = new ServerClock(() => passed);
    expect(clock.time()).toBeUndefined();
    clock.hear('2026-03-01T09:00:00Z');
    passed += 5_000;
    expect(clock.time()?.toISOString()).toBe('2026-03-01T09:00:05.000Z');
    clock.hear('2026-03-01T09:00:02Z');
    expect(clock.time()?.toISOString()).toBe('2026-03-01T09:00:05.000Z');
    clock.hear('2026-03-01T09:00:07Z');
    expect(clock.time()?.toISOString()).toBe('2026-03-01T09:00:07.000Z');
    clock.hear('not a time');
    expect(clock.time()?.toISOString()).toBe('2026-03-01T09:00:07.000Z');
  });
});
