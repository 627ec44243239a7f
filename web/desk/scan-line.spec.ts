import { Refusal } from '../every-page/house.js';
import { ScanLine, type Scan } from './scan-line.js';

const away = new Refusal(0, 'unreachable', { 'zh-CN': '', en: '' });
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('the line of scans', () => {
  it('takes every scan at once and judges them in their order', async () => {
    const asked: string[] = [];
    const told: Scan[] = [];
    const line = new ScanLine(
      async (code) => {
        asked.push(code);
        await new Promise((resolve) => setTimeout(resolve, code === 'A' ? 5 : 1));
        return { tone: 'right', word: code };
      },
      (scan) => told.push(scan),
    );
    for (const code of ['A', 'B', 'C']) line.add(code);
    expect(line.current()).toMatchObject({ waiting: 3, scans: [{ code: 'C' }, { code: 'B' }, { code: 'A' }] });
    await settled();
    expect(asked).toEqual(['A', 'B', 'C']);
    expect(told.map(({ verdict }) => verdict?.word)).toEqual(['A', 'B', 'C']);
    expect(line.current().waiting).toBe(0);
  });

  it('keeps what could not be asked and asks it again by itself', async () => {
    let isAway = true;
    const line = new ScanLine(
      () => (isAway ? Promise.reject(away) : Promise.resolve({ tone: 'right' as const, word: 'packed' })),
      undefined,
      () => new Promise((resolve) => setTimeout(resolve, 2)),
    );
    line.add('A');
    line.add('B');
    await settled();
    expect(line.current()).toMatchObject({ waiting: 2, isStuck: true });
    isAway = false;
    await settled();
    expect(line.current()).toMatchObject({ waiting: 0, isStuck: false });
  });

  it('stops asking when nobody is signed in any more', async () => {
    let asked = 0;
    const line = new ScanLine(() => {
      asked += 1;
      return Promise.reject(new Refusal(401, 'not-signed-in', { 'zh-CN': '', en: '' }));
    });
    line.add('A');
    await settled();
    expect([asked, line.current().waiting]).toEqual([1, 1]);
  });
});
