import { askAgainMs, isAlive, storyOf } from './ticket-story.js';

describe('a ticket', () => {
  it('warns when five people or fewer are ahead, and not once it was called', () => {
    const told = [6, 5, 0].map((ahead) => storyOf({ state: 'waiting', ahead }));
    expect([...told, storyOf({ state: 'called', ahead: 0 })]).toEqual(['waiting', 'soon', 'soon', 'called']);
    expect((['waiting', 'called', 'missed', 'served', 'left'] as const).map((state) => isAlive({ state }))).toEqual([
      true, true, true, false, false,
    ]); // prettier-ignore
  });

  it('is asked for more often when the turn is near, and ever more rarely while nobody answers', () => {
    const near = { state: 'waiting', ahead: 3 } as const;
    expect(askAgainMs(near, 0)).toBeLessThan(askAgainMs({ ...near, ahead: 80 }, 0));
    expect([20_000, 60_000, 3_600_000].map((silent) => askAgainMs(near, silent))).toEqual([10_000, 30_000, 60_000]);
  });
});
