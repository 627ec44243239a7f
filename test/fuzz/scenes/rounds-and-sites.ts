import type { Lane } from '../lane.js';
import type { Scene, Scenes, Valid } from '../request.js';

const organiser = (lane: Lane, given: Partial<Valid>): Valid => ({ as: lane.staff.organiser.token, ...given });

const onRound =
  (opened: boolean): Scene =>
  async (lane) =>
    organiser(lane, { path: { id: await lane.newRound(opened) } });

const ofStreet =
  (given: (lane: Lane) => Partial<Valid> = () => ({})): Scene =>
  async (lane) =>
    organiser(lane, { path: { id: lane.street.roundId }, ...given(lane) });

const onSite =
  (given: (lane: Lane) => Partial<Valid> = () => ({})): Scene =>
  async (lane) =>
    organiser(lane, { path: { id: (await lane.newSite()).id }, ...given(lane) });

async function exempt(lane: Lane): Promise<string> {
  const asked = { id: lane.id(), residentId: (await lane.newResident()).id, reason: 'medical' };
  return (await lane.as('organiser', 'POST', `/rounds/${lane.street.roundId}/exemptions`, asked)).id as string;
}

async function shiftPlan(lane: Lane): Promise<{ stationId: string; plan: object }> {
  const [scanner, collector] = [await lane.newStaff('scanner'), await lane.newStaff('collector')];
  const stationId = await lane.newStation(lane.street.siteId);
  const plan = {
    id: lane.id(),
    scannerId: scanner.id,
    collectorId: collector.id,
    startsAt: lane.soon(-0.5),
    endsAt: lane.soon(4),
  };
  return { stationId, plan };
}

/** Rounds, exemptions, sites, tables, sessions and shifts. */
export const roundsAndSites: Scenes = {
  'POST /rounds': async (lane) =>
    organiser(lane, {
      body: {
        id: lane.id(), name: '第一轮', areas: [lane.grid], startsAt: lane.soon(0), deadline: lane.soon(24),
        poolClasses: [{ class: '10', capacity: 10 }, { class: 'single', capacity: 1 }], defaultPoolClass: '10',
        poolRules: [{ category: 'medical', poolClass: 'single' }],
        settings: { toleratedClockSkewMinutes: 5, retestDeadlineHours: 12, barcodePattern: '^[A-Za-z0-9-]{4,32}$' },
      }, // prettier-ignore
    }),
  'GET /rounds': async (lane) => organiser(lane, { query: { limit: '5' } }),
  'GET /rounds/{id}': ofStreet(),
  'PATCH /rounds/{id}': async (lane) =>
    organiser(lane, {
      path: { id: await lane.newRound() },
      body: {
        name: '第三轮',
        deadline: lane.soon(30),
        settings: { retestDeadlineHours: 8, coverageTargetPercent: 90 },
      },
    }),
  'PUT /rounds/{id}/opening': onRound(false),
  'PUT /rounds/{id}/closing': onRound(true),
  'PUT /rounds/{id}/closure': async (lane) => {
    const id = await lane.newRound();
    await lane.as('organiser', 'PUT', `/rounds/${id}/closing`);
    return organiser(lane, { path: { id } });
  },
  'POST /rounds/{id}/exemptions': async (lane) =>
    organiser(lane, {
      path: { id: lane.street.roundId },
      body: { id: lane.id(), residentId: (await lane.newResident()).id, reason: 'medical', note: '医嘱' },
    }),
  'GET /rounds/{id}/exemptions': ofStreet(() => ({ query: { limit: '5' } })),
  'PUT /rounds/{id}/exemptions/{exemptionId}/revocation': async (lane) =>
    organiser(lane, { path: { id: lane.street.roundId, exemptionId: await exempt(lane) } }),
  'GET /rounds/{id}/coverage': ofStreet((lane) => ({ query: { area: lane.grid, level: 'building' } })),
  'GET /rounds/{id}/progress': ofStreet(),
  'PUT /rounds/{id}/home-visits': async (lane) =>
    organiser(lane, {
      path: { id: lane.street.roundId },
      body: { residentIds: [(await lane.newResident()).id], visitorId: (await lane.newStaff('gridworker')).id },
    }),
  'GET /rounds/{id}/missing': ofStreet((lane) => ({ query: { area: lane.grid } })),
  'POST /sites': async (lane) =>
    organiser(lane, {
      body: {
        id: lane.id(), code: `N${lane.number}-${lane.next()}`, name: '新采样点', areaCode: lane.grid, address: '广场',
        kind: 'fixed', serves: '居民', timeZone: 'Asia/Shanghai', dayStarts: '04:00',
        lanes: [{ lane: 'general', prefix: 'A' }, { lane: 'green', prefix: 'G' }],
        bands: { busyAfterMinutes: 20, crowdedAfterMinutes: 40 },
        settings: { callAtMost: 20, returnBehind: 3, deviceCertificateDays: 7 },
      }, // prettier-ignore
    }),
  'GET /sites': async () => ({}),
  'GET /sites/{id}': async (lane) => ({ path: { id: lane.street.siteId } }),
  'PATCH /sites/{id}': onSite(() => ({
    body: {
      name: '体育馆', address: '体育路 1 号', serves: '东区', bands: { busyAfterMinutes: 20, crowdedAfterMinutes: 40 },
      settings: { partyAtMost: 6, lastEntryMinutes: 20 },
    }, // prettier-ignore
  })),
  'PUT /sites/{id}/state': onSite(() => ({ body: { state: 'paused', reason: '下雨' } })),
  'PUT /sites/{id}/coordinates': onSite(() => ({ body: { latitude: 35.4, longitude: 116.6 } })),
  'POST /sites/{id}/stations': onSite((lane) => ({ body: { id: lane.id(), number: 1, lane: 'general' } })),
  'GET /sites/{id}/stations': async (lane) => organiser(lane, { path: { id: lane.street.siteId } }),
  'POST /sites/{id}/sessions': onSite((lane) => ({
    body: { id: lane.id(), kind: 'night', opensAt: lane.soon(9), closesAt: lane.soon(12), lastEntryAt: lane.soon(11) },
  })),
  'GET /sites/{id}/sessions': async (lane) => ({ path: { id: lane.street.siteId } }),
  'POST /stations/{id}/shifts': async (lane) => {
    const { stationId, plan } = await shiftPlan(lane);
    return organiser(lane, { path: { id: stationId }, body: plan });
  },
  'GET /shifts/{id}': async (lane) => organiser(lane, { path: { id: lane.street.shiftId } }),
  'PUT /shifts/{id}/end': async (lane) => {
    const { stationId, plan } = await shiftPlan(lane);
    const { id } = await lane.as('organiser', 'POST', `/stations/${stationId}/shifts`, plan);
    return organiser(lane, { path: { id } });
  },
};
