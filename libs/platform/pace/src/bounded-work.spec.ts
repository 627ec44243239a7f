import { BoundedWork } from './bounded-work.js';

class Full extends Error {}

describe('work that takes a processor for itself', () => {
  it('is done two at once, in the order of arrival, and whoever finds the line full hears so at once', async () => {
    const bounded = new BoundedWork({ atOnce: 2, waiting: 3 }, () => new Full());
    let atOnce = 0;
    let most = 0;
    const done: number[] = [];
    const settled = await Promise.allSettled(
      Array.from({ length: 8 }, (_, n) =>
        bounded.run(async () => {
          most = Math.max(most, ++atOnce);
          await new Promise((resolve) => setImmediate(resolve));
          atOnce -= 1;
          done.push(n);
        }),
      ),
    );
    expect(most).toBe(2);
    expect(done).toEqual([0, 1, 2, 3, 4]);
    expect(settled.map((one) => one.status)).toEqual([
      ...Array<string>(5).fill('fulfilled'),
      ...Array<string>(3).fill('rejected'),
    ]);
  });

  it('is done before the rest for those who stand first, however long the line of the others is', async () => {
    const bounded = new BoundedWork({ atOnce: 1, waiting: 3 }, () => new Full());
    const done: string[] = [];
    const step = (name: string, line?: 'first'): Promise<void> =>
      bounded.run(async () => {
        await new Promise((resolve) => setImmediate(resolve));
        done.push(name);
      }, line);
    const settled = await Promise.allSettled([
      ...['a', 'b', 'c', 'd', 'e'].map((name) => step(name)),
      step('known', 'first'),
    ]);
    expect(done).toEqual(['a', 'known', 'b', 'c', 'd']);
    expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  });

  it('gives the place on when work fails', async () => {
    const bounded = new BoundedWork({ atOnce: 1, waiting: 1 }, () => new Full());
    const failed = bounded.run(() => Promise.reject(new Error('no')));
    const after = bounded.run(() => Promise.resolve('yes'));
    await expect(failed).rejects.toThrow('no');
    expect(await after).toBe('yes');
    expect(await bounded.run(() => Promise.resolve('again'))).toBe('again');
  });
});
