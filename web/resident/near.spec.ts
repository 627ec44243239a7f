import type { Site } from './house-answers.js';
import { byWait, byWay, matching, metresBetween } from './near.js';

function site(id: string, extra: Partial<Site> = {}): Site {
  return {
    id, code: id, name: id, address: '', areaCode: '', serves: null, state: 'open', pauseReason: null, status: 'clear',
    statusWord: null, wait: { fromMinutes: 5, toMinutes: 10 }, waitingPeople: 8, waitingTickets: 4, coordinates: null,
    timeZone: 'Asia/Shanghai', sessions: [], ...extra,
  }; // prettier-ignore
}

const square = { latitude: 35.407, longitude: 116.587 };
const ids = (sites: Site[]) => sites.map(({ id }) => id);

describe('which site to go to', () => {
  it('is the one with the shortest wait; closed ones are last', () => {
    const sites = [
      site('closed', { state: 'closed', waitingPeople: 0 }),
      site('long', { wait: { fromMinutes: 20, toMinutes: 40 } }),
      site('unmeasured', { wait: null, status: null }),
      site('short'),
      site('empty', { waitingPeople: 0, wait: null }),
      site('over', { status: 'resting', waitingPeople: 0 }),
    ];
    expect(ids(byWait(sites)).slice(0, 4)).toEqual(['empty', 'short', 'long', 'unmeasured']);
  });

  it('or the nearest, when somebody says where they are', () => {
    const sites = [
      site('nowhere'),
      site('far', { coordinates: { latitude: 35.5, longitude: 116.6 } }),
      site('near', { coordinates: square }),
    ];
    expect(ids(byWay(sites, { latitude: 35.41, longitude: 116.587 }))).toEqual(['near', 'far', 'nowhere']);
  });

  it('can be found by what people call it, in a city of thousands', () => {
    const sites = [site('文化广场', { address: '阜桥街道' }), site('Stadium', { serves: '阜桥社区' }), site('小学')];
    expect(['', '阜桥', '广场 阜桥', 'stad', '没有'].map((typed) => ids(matching(sites, typed)).length)).toEqual([
      3, 2, 1, 1, 0,
    ]);
  });

  it('is measured over the ground', () => {
    expect(metresBetween(square, square)).toBe(0);
    expect(
      Math.round(
        metresBetween({ latitude: 39.9042, longitude: 116.4074 }, { latitude: 31.2304, longitude: 121.4737 }) / 1_000,
      ),
    ).toBe(1067);
    expect(
      Math.round(metresBetween({ latitude: 0, longitude: 179.9 }, { latitude: 0, longitude: -179.9 }) / 1_000),
    ).toBe(22);
  });
});
