import { newDevice, type TestDevice } from '../../support/device.js';
import type { Lane } from '../lane.js';
import type { Scene, Scenes } from '../request.js';

async function enrolment(lane: Lane): Promise<{ device: TestDevice; body: Record<string, unknown> }> {
  const device = await newDevice(lane.id());
  const asked = { id: lane.id(), siteId: lane.street.siteId };
  const { id: enrolmentId, code } = await lane.as('sitelead', 'POST', '/device-enrolments', asked);
  const { id, publicKey } = device;
  const signature = await device.sign({ id, enrolmentId });
  return { device, body: { id, enrolmentId, code, name: '1号台手机', publicKey, signature } };
}

async function enrolled(lane: Lane): Promise<TestDevice> {
  const { device, body } = await enrolment(lane);
  await lane.as('scanner', 'POST', '/devices', body);
  return device;
}

async function approved(lane: Lane): Promise<TestDevice> {
  const device = await enrolled(lane);
  await lane.as('organiser', 'PUT', `/devices/${device.id}/approval`);
  return device;
}

/** A tube as it was filled without a network, with somebody the house does not know and an act that nobody can read. */
async function entries(lane: Lane): Promise<object[]> {
  const tube = lane.barcode();
  const resident = { id: (await lane.newResident()).id };
  const { roundId, stationId } = lane.street;
  const common = () => ({ id: lane.id(), at: new Date().toISOString(), actorId: lane.staff.scanner.id });
  return [
    { kind: 'open-tube', tube, roundId, stationId, poolClass: '10' },
    { kind: 'swab', tube, resident },
    { kind: 'swab', tube, resident: { idNumber: lane.person().idNumber } },
    { kind: 'seal', tube, countedSwabs: 2, reason: 'end-of-session' },
    { kind: 'note', tube, text: '雨' },
  ].map((act, n) => ({ seq: n + 1, ...common(), ...act }));
}

/** An exception that a device's batch raised: a swab of somebody unknown. */
export async function exception(lane: Lane): Promise<string> {
  const device = await approved(lane);
  await lane.call(undefined, 'POST', '/device-batches', await device.batch(await entries(lane)));
  const { exceptions } = await lane.as('sitelead', 'GET', `/exceptions?deviceId=${device.id}&state=open`);
  return exceptions[0].id as string;
}

/** A stopped device, and the batch that it brought all the same. */
async function held(lane: Lane): Promise<{ deviceId: string; id: string }> {
  const device = await approved(lane);
  await lane.as('sitelead', 'PUT', `/devices/${device.id}/revocation`, { reason: '丢失' });
  await lane.call(undefined, 'POST', '/device-batches', await device.batch(await entries(lane)));
  const { batches } = await lane.as('sitelead', 'GET', `/devices/${device.id}/held-batches`);
  return { deviceId: device.id, id: batches[0].id };
}

const onDevice =
  (as: 'sitelead' | 'organiser', lay: (lane: Lane) => Promise<TestDevice>, body?: unknown): Scene =>
  async (lane) => ({ as: lane.staff[as].token, path: { id: (await lay(lane)).id }, body });

/** Devices, what they bring and what they take along. */
export const devices: Scenes = {
  'POST /device-enrolments': async (lane) => ({
    as: lane.staff.sitelead.token,
    body: { id: lane.id(), siteId: lane.street.siteId, roundId: lane.street.roundId },
  }),
  'POST /devices': async (lane) => {
    const { device, body } = await enrolment(lane);
    return {
      as: lane.staff.scanner.token,
      body,
      // Whatever id is sent, the device signs it; a signature that was spoilt stays spoilt.
      sign: async ({ body: sent }) => {
        const { id, enrolmentId, signature } = (sent ?? {}) as Record<string, unknown>;
        if (signature !== body.signature) return { body: sent };
        return { body: { ...(sent as object), signature: await device.sign({ id, enrolmentId }) } };
      },
    };
  },
  'GET /devices/{id}': onDevice('sitelead', enrolled),
  'PUT /devices/{id}/approval': onDevice('organiser', enrolled),
  'PUT /devices/{id}/renewal': onDevice('organiser', approved),
  'PUT /devices/{id}/revocation': onDevice('sitelead', approved, { reason: '丢失' }),
  'POST /device-batches': async (lane) => {
    const device = await approved(lane);
    const body = await device.batch(await entries(lane));
    return {
      body,
      headers: { 'x-device-time': new Date().toISOString() },
      sign: async ({ body: sent }) => {
        const { signature, ...content } = (sent ?? {}) as Record<string, unknown>;
        if (signature !== body.signature) return { body: sent };
        return { body: { ...content, signature: await device.sign(content).catch(() => signature) } };
      },
    };
  },
  'GET /sites/{id}/devices': async (lane) => ({ as: lane.staff.sitelead.token, path: { id: lane.street.siteId } }),
  'GET /devices/{id}/holes': onDevice('sitelead', approved),
  'GET /devices/{id}/books': onDevice('sitelead', approved),
  'GET /devices/{id}/held-batches': async (lane) => ({
    as: lane.staff.sitelead.token,
    path: { id: (await held(lane)).deviceId },
  }),
  'PUT /held-batches/{id}/decision': async (lane) => ({
    as: lane.staff.sitelead.token,
    path: { id: (await held(lane)).id },
    body: lane.dice.chance(0.5)
      ? { decision: 'take', throughSeq: 3, reason: '核实是本人' }
      : { decision: 'set-aside', reason: '来历不明' },
  }),
  'GET /devices/{id}/working-set': async (lane) => {
    const device = await approved(lane);
    return {
      as: lane.staff.scanner.token,
      path: { id: device.id },
      sign: async ({ query }) => ({
        headers: { 'x-device-signature': await device.sign({ ...query, deviceId: device.id }) },
      }),
    };
  },
};
