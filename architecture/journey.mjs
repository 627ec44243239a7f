/**
 * The rooms in the order in which a sample passes through them. A room may look back along this list, never ahead.
 * Read by the import laws (laws.mjs), by the tests under test/architecture and by the map in ARCHITECTURE.md.
 */
export const journey = [
  { room: 'community', zh: '台账', holds: 'who is to be tested: areas, households, residents, resident codes' },
  { room: 'campaign', zh: '任务', holds: 'what is to be done: rounds, pool policy, exemptions' },
  { room: 'site', zh: '采样点', holds: 'where and by whom: sites, lanes, stations, sessions, shifts' },
  { room: 'queue', zh: '排队', holds: 'arriving, waiting, being called, how long it takes' },
  { room: 'sampling', zh: '采样', holds: 'a swab goes into a tube, ten to a tube' },
  { room: 'transport', zh: '转运', holds: 'tubes into boxes, boxes from hand to hand, clocks that run' },
  { room: 'lab', zh: '检测', holds: 'what the lab received and what it says about each tube' },
  { room: 'results', zh: '结果', holds: 'what that means for each resident: answers, recalls, retests, notices' },
  { room: 'coverage', zh: '覆盖', holds: 'how much of each area is done, who is missing' },
];

export const platform = [
  'errors',
  'config',
  'logging',
  'clock',
  'pace',
  'database',
  'journal',
  'jobs',
  'live',
  'vault',
  'access',
  'pages',
];
