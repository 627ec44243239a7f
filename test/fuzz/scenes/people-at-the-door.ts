import { hotp, stepOf } from '../../../libs/platform/access/src/totp.js';
import type { Role } from '#platform/access';
import type { Lane } from '../lane.js';
import { bytesOfBase32 } from '../made-up.js';
import type { Scene, Scenes } from '../request.js';

const word = 'fuzz-street-2026';

/** An account that nothing else depends on, asked for by somebody of that role. */
const onAccount =
  (as: Role, body?: unknown): Scene =>
  async (lane) => ({ as: lane.staff[as].token, path: { id: (await lane.newStaff('marshal')).id }, body });

async function withFactor(lane: Lane): Promise<{ id: string; token: string; code: string }> {
  const { id, token } = await lane.newStaff('auditor');
  const { secret } = await lane.call(token, 'POST', '/second-factor');
  return { id, token, code: hotp(bytesOfBase32(secret as string), stepOf(new Date())) };
}

/** A site lead who sees their site alone, and what they ask to see for a while. */
async function nearSighted(lane: Lane): Promise<{ token: string; asked: object }> {
  const { token } = await lane.newStaff('sitelead', [{ kind: 'site', key: lane.street.siteId }]);
  const scope = { kind: 'site', key: (await lane.newSite()).id };
  return { token, asked: { id: lane.id(), reason: '走失老人', scope, minutes: 10 } };
}

async function glass(lane: Lane): Promise<{ id: string; token: string }> {
  const { token, asked } = await nearSighted(lane);
  return { token, id: (await lane.call(token, 'POST', '/break-glass', asked)).id };
}

/** Accounts, sessions, second factors, scopes, break-glass, and what the auditor reads. */
export const peopleAtTheDoor: Scenes = {
  'POST /sessions': async (lane) => {
    const { username } = await lane.newStaff('marshal');
    return { body: { username, password: word, device: 'a-phone' } };
  },
  'DELETE /sessions/current': async (lane) => ({ as: (await lane.newStaff('marshal')).token }),
  'PUT /own-password': async (lane) => ({
    as: (await lane.newStaff('marshal')).token,
    body: { current: word, password: `kai-men-${lane.number}-${lane.next()}-jian-shan` },
  }),
  'POST /accounts': async (lane) => ({
    as: lane.staff.admin.token,
    body: { username: `new-${lane.number}-${lane.next()}`, role: 'marshal', displayName: '引导员', password: word },
  }),
  'GET /accounts': async (lane) => ({ as: lane.staff.admin.token }),
  'GET /accounts/names': async (lane) => ({
    as: lane.staff.organiser.token,
    query: { ids: lane.staff.organiser.id },
  }),
  'PUT /accounts/{id}/disabling': onAccount('security', { reason: '离岗' }),
  'PUT /accounts/{id}/enabling': onAccount('security'),
  'PUT /accounts/{id}/password': onAccount('admin', { password: 'another-word-2026' }),
  'DELETE /accounts/{id}/sessions': onAccount('security'),
  'PUT /accounts/{id}/unlocking': onAccount('security'),
  'POST /accounts/{id}/vouched-devices': onAccount('security'),
  'POST /second-factor': async (lane) => ({ as: (await lane.newStaff('auditor')).token }),
  'PUT /second-factor/confirmation': async (lane) => {
    const { token, code } = await withFactor(lane);
    return { as: token, body: { code } };
  },
  'DELETE /accounts/{id}/second-factor': async (lane) => {
    const { id, token, code } = await withFactor(lane);
    await lane.call(token, 'PUT', '/second-factor/confirmation', { code });
    return { as: lane.staff.security.token, path: { id } };
  },
  'GET /accounts/{id}/scopes': onAccount('security'),
  'PUT /accounts/{id}/scopes': async (lane) => ({
    as: lane.staff.security.token,
    path: { id: (await lane.newStaff('marshal')).id },
    body: {
      scopes: [
        { kind: 'site', key: lane.street.siteId },
        { kind: 'area', key: lane.grid },
        { kind: 'round', key: lane.street.roundId },
        { kind: 'all', key: '*' },
      ],
    },
  }),
  'POST /break-glass': async (lane) => {
    const { token, asked } = await nearSighted(lane);
    return { as: token, body: asked };
  },
  'GET /break-glass': async (lane) => ({ as: lane.staff.security.token }),
  'PUT /break-glass/{id}/approval': async (lane) => ({
    as: lane.staff.security.token, path: { id: (await glass(lane)).id },
  }), // prettier-ignore
  'PUT /break-glass/{id}/ending': async (lane) => {
    const { id, token } = await glass(lane);
    return { as: token, path: { id } };
  },
  'GET /journal': async (lane) => ({
    as: lane.staff.auditor.token,
    query: {
      topic: 'site.added', actorId: lane.staff.organiser.id, subject: `site:${lane.street.siteId}`,
      siteId: lane.street.siteId, from: lane.soon(-1), to: lane.soon(1), limit: '5',
    }, // prettier-ignore
  }),
  'GET /journal/verification': async (lane) => ({ as: lane.staff.auditor.token }),
  'GET /residents/{id}/journal': async (lane) => ({
    as: lane.staff.auditor.token, path: { id: (await lane.newResident()).id }, query: { limit: '5' },
  }), // prettier-ignore
  'GET /residents/{id}/journal.csv': async (lane) => ({
    as: lane.staff.auditor.token, path: { id: (await lane.newResident()).id },
  }), // prettier-ignore
};
