import type { Role } from '#platform/access';
import type { Lane } from '../lane.js';
import type { Scene, Scenes } from '../request.js';
import { exception } from './devices.js';
import { signedIn } from './ledger.js';

export interface Tube {
  barcode: string;
  swabs: string[];
  residents: string[];
}

/** A tube on the table with so many swabs in it. */
async function openTube(lane: Lane, swabs = 0, poolClass = '10'): Promise<Tube> {
  const barcode = lane.barcode();
  const { roundId, stationId } = lane.street;
  await lane.as('scanner', 'POST', '/tubes', { barcode, roundId, stationId, poolClass });
  const tube: Tube = { barcode, swabs: [], residents: [] };
  for (let n = 0; n < swabs; n += 1) {
    const resident = (await lane.newResident()).id;
    const taken = { id: lane.id(), resident: { id: resident }, scannedAt: new Date().toISOString() };
    await lane.as('scanner', 'POST', `/tubes/${barcode}/swabs`, taken);
    tube.swabs.push(taken.id);
    tube.residents.push(resident);
  }
  return tube;
}

export async function sealedTube(lane: Lane, swabs = 1): Promise<Tube> {
  const tube = await openTube(lane, swabs);
  await lane.as('scanner', 'PUT', `/tubes/${tube.barcode}/seal`, { countedSwabs: swabs, reason: 'end-of-session' });
  return tube;
}

/** A correction that waits for a second person. */
async function proposed(lane: Lane): Promise<string> {
  const { barcode, swabs } = await sealedTube(lane);
  const asked = { id: lane.id(), kind: 'void', tube: barcode, swabId: swabs[0], reason: 'not-swabbed', note: '没采' };
  return (await lane.as('scanner', 'POST', '/corrections', asked)).id as string;
}

async function notListed(lane: Lane, by?: string): Promise<{ id: string; residentId: string }> {
  const residentId = (await lane.newResident()).id;
  const { roundId, siteId } = lane.street;
  const asked = {
    id: lane.id(),
    kind: 'not-listed',
    residentId,
    roundId,
    siteId,
    around: lane.soon(0),
    note: '二号台采的',
  };
  const { id } = await lane.call(by ?? lane.staff.gridworker.token, 'POST', '/cases', asked);
  return { id, residentId };
}

const kinds: ((lane: Lane) => Promise<object>)[] = [
  async (lane) => {
    const { barcode, swabs } = await openTube(lane, 1);
    return { kind: 'unbind', tube: barcode, swabId: swabs[0] };
  },
  async (lane) => {
    const { barcode, swabs } = await openTube(lane, 1);
    return { kind: 'void', tube: barcode, swabId: swabs[0] };
  },
  async (lane) => {
    const { barcode, swabs } = await openTube(lane, 1);
    const { id, idNumber } = await lane.newResident();
    return { kind: 'bind', tube: barcode, swabId: swabs[0], resident: lane.dice.pick([{ id }, { idNumber }]) };
  },
  async (lane) => {
    const [{ barcode, swabs }, to] = [await openTube(lane, 1), await openTube(lane)];
    return { kind: 'move-swab', tube: barcode, swabId: swabs[0], toTube: to.barcode };
  },
  async (lane) => ({ kind: 'recode-tube', tube: (await openTube(lane, 1)).barcode, toCode: lane.barcode() }),
  async (lane) => ({
    kind: 'swap-tubes',
    tube: (await sealedTube(lane)).barcode,
    withTube: (await sealedTube(lane)).barcode,
  }),
  async (lane) => ({ kind: 'reopen-tube', tube: (await sealedTube(lane)).barcode }),
];

const onTube =
  (as: Role, lay: (lane: Lane) => Promise<Tube>, body?: unknown): Scene =>
  async (lane) => ({ as: lane.staff[as].token, path: { barcode: (await lay(lane)).barcode }, body });

const onCorrection =
  (as: Role, body?: unknown): Scene =>
  async (lane) => ({ as: lane.staff[as].token, path: { id: await proposed(lane) }, body });

/** Tubes and swabs, exceptions, corrections and cases. */
export const tubes: Scenes = {
  'POST /tubes': async (lane) => {
    const { roundId, stationId } = lane.street;
    return { as: lane.staff.scanner.token, body: { barcode: lane.barcode(), roundId, stationId, poolClass: '10' } };
  },
  'GET /tubes': async (lane) => ({ as: lane.staff.scanner.token, query: { stationId: lane.street.stationId } }),
  'GET /tubes/{barcode}': onTube('scanner', (lane) => openTube(lane, 1)),
  'GET /tubes/{barcode}/history': onTube('sitelead', (lane) => openTube(lane, 1)),
  'PUT /tubes/{barcode}/seal': onTube('scanner', (lane) => openTube(lane, 1), {
    countedSwabs: 1, reason: 'end-of-session', note: '收工',
  }), // prettier-ignore
  'PUT /tubes/{barcode}/discard': onTube('scanner', (lane) => openTube(lane), { reason: '误开' }),
  'POST /tubes/{barcode}/swabs': async (lane) => {
    const { id, idNumber } = await lane.newResident();
    const resident = lane.dice.pick([{ id }, { idNumber }, { code: (await signedIn(lane)).payload }]);
    const { barcode } = await openTube(lane);
    const body = { id: lane.id(), resident, scannedAt: new Date().toISOString() };
    return { as: lane.staff.scanner.token, path: { barcode }, body };
  },
  'PUT /tubes/{barcode}/swabs/{id}/void': async (lane) => {
    const { barcode, swabs } = await openTube(lane, 1);
    return { as: lane.staff.scanner.token, path: { barcode, id: swabs[0] ?? '' }, body: { reason: '登记错人' } };
  },
  'GET /exceptions': async (lane) => ({
    as: lane.staff.sitelead.token, query: { siteId: lane.street.siteId, state: 'open', kind: 'unknown-person' },
  }), // prettier-ignore
  'GET /exceptions/{id}': async (lane) => ({ as: lane.staff.sitelead.token, path: { id: await exception(lane) } }),
  'GET /exceptions/{id}/reading': async (lane) => ({
    as: lane.staff.sitelead.token,
    path: { id: await exception(lane) },
  }),
  'POST /exceptions/{id}/unmasking': async (lane) => ({
    as: lane.staff.sitelead.token,
    path: { id: await exception(lane) },
    body: { id: lane.id(), reason: 'correction', text: '核对是谁的拭子' },
  }),
  'PUT /exceptions/{id}/resolution': async (lane) => ({
    as: lane.staff.sitelead.token, path: { id: await exception(lane) }, body: { resolution: 'accepted', note: '核实属实' },
  }), // prettier-ignore
  'PUT /exceptions/{id}/owner': async (lane) => ({
    as: lane.staff.sitelead.token,
    path: { id: await exception(lane) },
    body: { role: 'organiser', accountId: lane.staff.organiser.id },
  }),
  'GET /sites/{id}/exception-counts': async (lane) => ({
    as: lane.staff.sitelead.token, path: { id: lane.street.siteId },
  }), // prettier-ignore
  'POST /corrections': async (lane) => {
    const act = await lane.dice.pick(kinds)(lane);
    return { as: lane.staff.scanner.token, body: { id: lane.id(), reason: 'other', note: '当场发现', ...act } };
  },
  'GET /corrections': async (lane) => ({
    as: lane.staff.sitelead.token, query: { siteId: lane.street.siteId, state: 'proposed', limit: '5' },
  }), // prettier-ignore
  'GET /corrections/{id}': onCorrection('sitelead'),
  'PUT /corrections/{id}/approval': onCorrection('sitelead', {}),
  'PUT /corrections/{id}/refusal': onCorrection('sitelead', { reason: '不属实' }),
  'PUT /corrections/{id}/withdrawal': onCorrection('scanner', {}),
  'POST /cases': async (lane) => {
    const { roundId, siteId } = lane.street;
    const common = { id: lane.id(), roundId, note: '我采过了' };
    if (lane.dice.chance(0.3)) {
      const { residents } = await sealedTube(lane);
      return { as: lane.staff.gridworker.token, body: { ...common, kind: 'not-me', residentId: residents[0] } };
    }
    const said = { ...common, kind: 'not-listed', siteId, around: lane.soon(0) };
    if (lane.dice.chance(0.5)) return { as: (await signedIn(lane)).token, body: said };
    return { as: lane.staff.gridworker.token, body: { ...said, residentId: (await lane.newResident()).id } };
  },
  'GET /cases': async (lane) => ({
    as: lane.staff.gridworker.token, query: { residentId: (await notListed(lane)).residentId },
  }), // prettier-ignore
  'GET /cases/{id}/candidates': async (lane) => ({
    as: lane.staff.sitelead.token, path: { id: (await notListed(lane)).id },
  }), // prettier-ignore
  'PUT /cases/{id}/resolution': async (lane) => ({
    as: lane.staff.sitelead.token,
    path: { id: (await notListed(lane)).id },
    body: { outcome: 'unfounded', note: '录像核对不属实' },
  }),
};
