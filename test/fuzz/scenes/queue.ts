import type { Role } from '#platform/access';
import type { Lane } from '../lane.js';
import type { Scene, Scenes } from '../request.js';

async function ticket(lane: Lane): Promise<string> {
  const asked = { id: lane.id(), partySize: 1, lane: 'general' };
  return (await lane.as('marshal', 'POST', `/sites/${lane.street.siteId}/tickets`, asked)).id as string;
}

/** Somebody who was called; others who wait before them are called as well. */
async function called(lane: Lane): Promise<string> {
  const id = await ticket(lane);
  for (let n = 0; n < 20; n += 1) {
    const { tickets } = await lane.as('scanner', 'POST', `/stations/${lane.street.stationId}/calls`, {
      id: lane.id(),
      count: 20,
    });
    if ((tickets as { id: string }[]).some((one) => one.id === id)) break;
  }
  return id;
}

async function missed(lane: Lane): Promise<string> {
  const id = await called(lane);
  await lane.as('scanner', 'PUT', `/tickets/${id}/miss`);
  return id;
}

const onTicket =
  (as: Role, lay: (lane: Lane) => Promise<string>): Scene =>
  async (lane) => ({ as: lane.staff[as].token, path: { id: await lay(lane) } });

const announcement = (lane: Lane) => ({ id: lane.id(), zh: '请保持一米', en: 'Keep a metre', expiresAt: lane.soon(1) });

/** Tickets, calls, announcements and the queue's day. */
export const queue: Scenes = {
  'POST /sites/{id}/tickets': async (lane) => ({
    as: lane.staff.marshal.token,
    path: { id: lane.street.siteId },
    body: { id: lane.id(), residentId: (await lane.newResident()).id, partySize: 1, lane: 'general' },
  }),
  'GET /tickets/{id}': async (lane) => ({ path: { id: await ticket(lane) } }),
  'PUT /tickets/{id}/recall': onTicket('scanner', called),
  'PUT /tickets/{id}/miss': onTicket('scanner', called),
  'PUT /tickets/{id}/return': onTicket('marshal', missed),
  'PUT /tickets/{id}/service': onTicket('scanner', called),
  'PUT /tickets/{id}/departure': onTicket('marshal', ticket),
  'POST /stations/{id}/calls': async (lane) => {
    await ticket(lane);
    return { as: lane.staff.scanner.token, path: { id: lane.street.stationId }, body: { id: lane.id(), count: 1 } };
  },
  'PUT /sites/{id}/queue/closure': async (lane) => ({
    as: lane.staff.marshal.token, path: { id: (await lane.newSite()).id },
  }), // prettier-ignore
  'PUT /sites/{id}/queue/opening': async (lane) => {
    const { id } = await lane.newSite();
    await lane.as('marshal', 'PUT', `/sites/${id}/queue/closure`);
    return { as: lane.staff.organiser.token, path: { id } };
  },
  'GET /sites/{id}/queue': async (lane) => ({ as: lane.staff.marshal.token, path: { id: lane.street.siteId } }),
  'GET /sites/{id}/queue/books': async (lane) => ({
    as: lane.staff.marshal.token, path: { id: lane.street.siteId }, query: { day: lane.soon(0).slice(0, 10) },
  }), // prettier-ignore
  'POST /sites/{id}/announcements': async (lane) => ({
    as: lane.staff.marshal.token, path: { id: lane.street.siteId }, body: announcement(lane),
  }), // prettier-ignore
  'PUT /announcements/{id}/withdrawal': async (lane) => {
    const path = `/sites/${lane.street.siteId}/announcements`;
    const { id } = await lane.as('marshal', 'POST', path, announcement(lane));
    return { as: lane.staff.marshal.token, path: { id } };
  },
};
