import type { Lane } from '#journey/site';

/** The three sites of the demonstration street; each has two general tables, one green and one single. */
export const demonstrationSites = [
  {
    code: 'FQ-1',
    name: '文化广场采样点',
    communityIndex: 0,
    address: '阜桥街道文化广场',
    serves: '周边社区居民',
    coordinates: { latitude: 35.407, longitude: 116.587 },
  },
  {
    code: 'FQ-2',
    name: '运河小学采样点',
    communityIndex: 5,
    address: '阜桥街道运河小学操场',
    serves: '周边社区居民',
    coordinates: { latitude: 35.401, longitude: 116.592 },
  },
  {
    code: 'FQ-3',
    name: '体育馆采样点',
    communityIndex: 10,
    address: '阜桥街道体育馆南门',
    serves: '周边社区居民和重点行业人员',
    coordinates: { latitude: 35.412, longitude: 116.599 },
  },
] as const;

export const stationLanes: readonly Lane[] = ['general', 'general', 'green', 'single'];

/** Two sessions fill the business day from four in the morning, so that a site is open whenever somebody looks. */
export const sessionHours = [
  { kind: 'day', fromHour: 0, toHour: 14 },
  { kind: 'night', fromHour: 14, toHour: 24 },
] as const;

export const demonstrationLab = { code: 'LAB-1', name: '任城区核酸检测实验室' };

export const demonstrationRound = {
  id: '00000000-0000-7000-8000-00000000f001',
  name: '阜桥街道区域核酸检测 第一轮',
};
