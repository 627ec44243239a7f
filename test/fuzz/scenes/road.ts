import { createHash } from 'node:crypto';
import type { Role } from '#platform/access';
import { labCode, Stopped, type Lane } from '../lane.js';
import type { Scene, Scenes } from '../request.js';
import { sealedTube, type Tube } from './tubes.js';

const stages = ['open', 'packed', 'sealed', 'sent', 'at-hub', 'received', 'recorded'] as const;
type Stage = (typeof stages)[number];

interface Box {
  code: string;
  tube: Tube;
}

/** A box with one tube in it, as far on its way as it is wanted. */
async function box(lane: Lane, until: Stage, swabs = 1): Promise<Box> {
  const reaches = (stage: Stage) => stages.indexOf(until) >= stages.indexOf(stage);
  const code = `B${lane.barcode()}`;
  const tube = await sealedTube(lane, swabs);
  await lane.as('packer', 'POST', '/boxes', { code, siteId: lane.street.siteId, labCode });
  if (reaches('packed')) await lane.as('packer', 'POST', `/boxes/${code}/tubes`, { barcodes: [tube.barcode] });
  if (reaches('sealed')) await lane.as('packer', 'PUT', `/boxes/${code}/seal`, { countedTubes: 1 });
  if (reaches('sent'))
    await lane.as('courier', 'PUT', `/boxes/${code}/dispatch`, {
      givenBy: lane.staff.packer.username,
      plate: '鲁H00000',
    });
  if (until === 'at-hub') await lane.as('courier', 'PUT', `/boxes/${code}/hub-arrival`, { hubCode: 'H1' });
  else if (reaches('received'))
    await lane.as('lab', 'PUT', `/boxes/${code}/receipt`, { givenBy: lane.staff.courier.username });
  if (reaches('recorded')) {
    await lane.as('lab', 'POST', '/lab/receipts', { boxCode: code, accepted: [tube.barcode], rejected: [] });
  }
  return { code, tube };
}

const rowsOf = (rows: object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

const report = (lane: Lane, barcode: string, outcome: string) =>
  rowsOf([
    { file: `${barcode}-${lane.next()}.ndjson`, rows: 1 },
    { barcode, outcome, testedAt: new Date().toISOString(), ct: { ORF1ab: 31.5, N: null }, note: '复核' },
  ]);

const digest = (file: string) => createHash('sha256').update(file).digest('hex');

/** Hands in what the laboratory says of a tube and waits until it is taken over. */
async function reported(lane: Lane, barcode: string, outcome: string): Promise<string> {
  const file = report(lane, barcode, outcome);
  if (outcome === 'positive') await lane.call(lane.others.lab.token, 'PUT', `/lab/report-reviews/${digest(file)}`);
  const { id } = await lane.call(lane.staff.lab.token, 'POST', '/lab/reports', file, 'application/x-ndjson');
  await lane.until('a report that is applied', async () => {
    const { state, errors } = await lane.as('lab', 'GET', `/lab/reports/${id}`);
    if (state === 'refused') throw new Stopped(200, errors[0].code, 'a report that is refused');
    return state === 'applied' ? id : undefined;
  });
  return id as string;
}

/** A resident to whom an answer was published, in the street's round. */
async function answered(lane: Lane, outcome: string): Promise<{ residentId: string; barcode: string }> {
  const { tube } = await box(lane, 'recorded', 2);
  await reported(lane, tube.barcode, outcome);
  const residentId = tube.residents[0] ?? '';
  await lane.until('an answer', async () => {
    const { rounds } = await lane.as('organiser', 'GET', `/residents/${residentId}/results`);
    return (rounds as { answer: object | null }[]).find(({ answer }) => answer !== null);
  });
  return { residentId, barcode: tube.barcode };
}

/** An order to find somebody again, because their pool was positive. */
async function recall(lane: Lane): Promise<string> {
  const { residentId } = await answered(lane, 'positive');
  return lane.until('an order', async () => {
    const { items } = await lane.as('organiser', 'GET', `/rounds/${lane.street.roundId}/recalls?state=open&limit=500`);
    return (items as { id: string; residentId: string }[]).find((order) => order.residentId === residentId)?.id;
  });
}

async function contradiction(lane: Lane): Promise<{ barcode: string; version: string }> {
  const { barcode } = await answered(lane, 'negative');
  await reported(lane, barcode, 'positive');
  return { barcode, version: '2' };
}

/** An answer that one organiser wants to be another, and a second one has not yet agreed to. */
async function amendment(lane: Lane): Promise<string> {
  const { residentId } = await answered(lane, 'negative');
  const path = `/rounds/${lane.street.roundId}/answers/${residentId}/amendments`;
  return (await lane.as('organiser', 'POST', path, { id: lane.id(), status: 'under-review', reason: '标本存疑' })).id;
}

async function merging(lane: Lane): Promise<string> {
  const [one, other] = [await lane.newResident(), await lane.newResident()];
  const asked = { id: lane.id(), into: other.id, reason: 'typing-mistake', note: '同一人' };
  return (await lane.as('gridworker', 'POST', `/residents/${one.id}/merging`, asked)).id as string;
}

const onBox =
  (as: Role, until: Stage, body: (lane: Lane) => unknown = () => undefined): Scene =>
  async (lane) => ({ as: lane.staff[as].token, path: { code: (await box(lane, until)).code }, body: body(lane) });

/** From the packing table to the laboratory, and what that means for people. */
export const road: Scenes = {
  'POST /boxes': async (lane) => ({
    as: lane.staff.packer.token, body: { code: `B${lane.barcode()}`, siteId: lane.street.siteId, labCode },
  }), // prettier-ignore
  'GET /boxes': async (lane) => ({ as: lane.staff.packer.token, query: { siteId: lane.street.siteId, state: 'open' } }),
  'POST /boxes/{code}/tubes': async (lane) => {
    const { code } = await box(lane, 'packed');
    return { as: lane.staff.packer.token, path: { code }, body: { barcodes: [(await sealedTube(lane)).barcode] } };
  },
  'PUT /boxes/{code}/tubes/{barcode}/removal': async (lane) => {
    const { code, tube } = await box(lane, 'packed');
    return { as: lane.staff.packer.token, path: { code, barcode: tube.barcode }, body: { reason: '放错箱' } };
  },
  'PUT /boxes/{code}/seal': onBox('packer', 'packed', () => ({ countedTubes: 1 })),
  'GET /boxes/{code}': onBox('packer', 'packed'),
  'PUT /boxes/{code}/dispatch': onBox('courier', 'sealed', (lane) => ({
    givenBy: lane.staff.packer.username,
    plate: '鲁H00000',
  })),
  'PUT /boxes/{code}/hub-arrival': onBox('courier', 'sent', () => ({ hubCode: 'H1' })),
  'PUT /boxes/{code}/hub-departure': onBox('courier', 'at-hub', () => ({ hubCode: 'H1' })),
  'PUT /boxes/{code}/receipt': onBox('lab', 'sent', (lane) => ({ givenBy: lane.staff.courier.username })),
  'PUT /tubes/{barcode}/loss': async (lane) => ({
    as: lane.staff.packer.token, path: { barcode: (await sealedTube(lane)).barcode }, body: { reason: '管破' },
  }), // prettier-ignore
  'GET /alarms': async (lane) => ({
    as: lane.staff.organiser.token, query: { siteId: lane.street.siteId, roundId: lane.street.roundId },
  }), // prettier-ignore
  'POST /lab/receipts': async (lane) => {
    const { code, tube } = await box(lane, 'received');
    const rejected = [{ barcode: lane.barcode(), reason: '管漏' }];
    return { as: lane.staff.lab.token, body: { id: lane.id(), boxCode: code, accepted: [tube.barcode], rejected } };
  },
  'GET /lab/receipts': async (lane) => ({
    as: lane.staff.lab.token,
    query: { boxCode: (await box(lane, 'recorded')).code },
  }),
  'GET /lab/differences': async (lane) => {
    const { code } = await box(lane, 'received');
    await lane.as('lab', 'POST', '/lab/receipts', { boxCode: code, accepted: [], rejected: [] });
    return { as: lane.staff.lab.token };
  },
  'GET /lab/receipts/{id}': async (lane) => {
    const { code, tube } = await box(lane, 'received');
    const asked = { boxCode: code, accepted: [tube.barcode], rejected: [] };
    return {
      as: lane.staff.lab.token,
      path: { id: (await lane.as('lab', 'POST', '/lab/receipts', asked)).id as string },
    };
  },
  'GET /labs': (lane) => Promise.resolve({ as: lane.staff.packer.token }),
  'PUT /labs/{code}': (lane) =>
    Promise.resolve({
      as: lane.staff.admin.token,
      path: { code: `LAB-${lane.number}-${lane.next()}` },
      body: { name: '第二实验室' },
    }),
  'GET /labs/{code}/staff': (lane) => Promise.resolve({ as: lane.staff.admin.token, path: { code: labCode } }),
  'PUT /labs/{code}/staff/{accountId}': async (lane) => ({
    as: lane.staff.admin.token,
    path: { code: labCode, accountId: (await lane.newStaff('lab')).id },
  }),
  'PUT /lab/report-reviews/{sha256}': (lane) =>
    Promise.resolve({ as: lane.others.lab.token, path: { sha256: digest(lane.barcode()) } }),
  'POST /lab/reports': async (lane) => ({
    as: lane.staff.lab.token,
    raw: report(lane, (await box(lane, 'recorded')).tube.barcode, 'negative'),
    contentType: 'application/x-ndjson',
  }),
  'POST /lab/reports/preview': async (lane) => ({
    as: lane.staff.lab.token,
    raw: report(lane, (await box(lane, 'recorded')).tube.barcode, 'negative'),
    contentType: 'application/x-ndjson',
  }),
  'GET /lab/reports': async (lane) => {
    await reported(lane, (await box(lane, 'recorded')).tube.barcode, 'negative');
    return { as: lane.staff.lab.token };
  },
  'GET /lab/reports/{id}': async (lane) => ({
    as: lane.staff.lab.token,
    path: { id: await reported(lane, (await box(lane, 'recorded')).tube.barcode, 'negative') },
  }),
  'GET /lab/contradictions': async (lane) => {
    await contradiction(lane);
    return { as: lane.staff.organiser.token };
  },
  'PUT /lab/contradictions/{barcode}/{version}/decision': async (lane) => ({
    as: lane.staff.organiser.token,
    path: (await contradiction(lane)) as unknown as Record<string, string>,
    body: { decision: 'apply', reason: '实验室复核' },
  }),
  'GET /residents/{id}/results': async (lane) => ({
    as: lane.staff.gridworker.token, path: { id: (await answered(lane, 'negative')).residentId },
  }), // prettier-ignore
  'GET /residents/{id}/proofs/{roundId}': async (lane) => ({
    as: lane.staff.gridworker.token,
    path: { id: (await answered(lane, 'negative')).residentId, roundId: lane.street.roundId },
  }),
  'GET /proof-keys': async () => ({}),
  'GET /rounds/{roundId}/recalls': async (lane) => {
    await recall(lane);
    return {
      as: lane.staff.organiser.token,
      path: { roundId: lane.street.roundId },
      query: { state: 'open', limit: '5' },
    };
  },
  'PUT /rounds/{roundId}/recalls/{orderId}/assignment': async (lane) => ({
    as: lane.staff.organiser.token,
    path: { roundId: lane.street.roundId, orderId: await recall(lane) },
    body: { assigneeId: lane.staff.gridworker.id },
  }),
  'POST /rounds/{roundId}/answers/{residentId}/amendments': async (lane) => ({
    as: lane.staff.organiser.token,
    path: { roundId: lane.street.roundId, residentId: (await answered(lane, 'negative')).residentId },
    body: { id: lane.id(), status: 'under-review', reason: '标本存疑', version: 1 },
  }),
  'GET /amendments': async (lane) => ({ as: lane.staff.organiser.token }),
  'GET /amendments/{id}': async (lane) => ({ as: lane.staff.organiser.token, path: { id: await amendment(lane) } }),
  'PUT /amendments/{id}/approval': async (lane) => ({
    as: lane.others.organiser.token,
    path: { id: await amendment(lane) },
    body: {},
  }),
  'PUT /amendments/{id}/refusal': async (lane) => ({
    as: lane.others.organiser.token,
    path: { id: await amendment(lane) },
    body: { reason: '不属实' },
  }),
  'PUT /amendments/{id}/withdrawal': async (lane) => ({
    as: lane.staff.organiser.token,
    path: { id: await amendment(lane) },
    body: {},
  }),
  'POST /residents/{id}/merging': async (lane) => ({
    as: lane.staff.gridworker.token,
    path: { id: (await lane.newResident()).id },
    body: { id: lane.id(), into: (await lane.newResident()).id, reason: 'same-document', note: '同一人' },
  }),
  'GET /mergings': async (lane) => ({ as: lane.staff.gridworker.token, query: { state: 'proposed', limit: '5' } }),
  'PUT /mergings/{id}/approval': async (lane) => ({
    as: lane.staff.organiser.token, path: { id: await merging(lane) }, body: {},
  }), // prettier-ignore
  'PUT /mergings/{id}/refusal': async (lane) => ({
    as: lane.staff.organiser.token, path: { id: await merging(lane) }, body: { reason: '不是同一人' },
  }), // prettier-ignore
};
