import { openFront, type Front } from '../../support/house.js';
import { openSite } from '../../support/queue.js';
import { layStreet } from '../../support/street.js';

let front: Front;
beforeAll(async () => {
  front = await openFront();
  await layStreet(front.database, 6);
});
afterAll(() => front.close());

const put = (id: string, noun: string) => front.send('marshal', 'PUT', `/tickets/${id}/${noun}`);
interface Queue {
  tickets: { id: string; label: string; state: string; station: number | null }[];
  lanes: { lane: string; waitingTickets: number; waitingPeople: number }[];
}
const at = async (siteId: string) => (await front.send('marshal', 'GET', `/sites/${siteId}/queue`)).body as Queue;

async function take(siteId: string, partySize = 1, lane = 'general'): Promise<string> {
  return (await front.send('marshal', 'POST', `/sites/${siteId}/tickets`, { partySize, lane })).body.id;
}

describe('the queue at hand', () => {
  it('shows the next in line, the called and the missed, and follows each of them', async () => {
    const { siteId, stations } = await openSite(front, 2);
    const [first, second, third] = [await take(siteId, 2), await take(siteId), await take(siteId, 3)];
    const green = await take(siteId, 1, 'green');
    await front.send('scanner', 'POST', `/stations/${stations[1]!}/calls`, { count: 2 });
    await front.send('scanner', 'POST', `/stations/${stations[0]!}/calls`, { count: 1 });
    await put(second, 'miss');
    const { tickets, lanes } = await at(siteId);
    expect(tickets.map(({ id, state, station }) => ({ id, state, station }))).toEqual([
      { id: first, state: 'called', station: 2 },
      { id: second, state: 'missed', station: 1 },
      { id: third, state: 'waiting', station: null },
      { id: green, state: 'waiting', station: null },
    ]);
    expect(lanes.find(({ lane }) => lane === 'general')).toMatchObject({ waitingTickets: 1, waitingPeople: 3 });
    expect(JSON.stringify(tickets)).not.toContain('resident');
    await put(second, 'return');
    await put(first, 'service');
    const after = await at(siteId);
    expect(after.tickets.map(({ label, state }) => `${label} ${state}`)).toEqual([
      'A003 waiting',
      'A002 waiting',
      'G001 waiting',
    ]);
  });

  it('shows no more than thirty of each, the next in line first', async () => {
    const { siteId } = await openSite(front);
    for (let n = 0; n < 33; n += 1) await take(siteId);
    const { tickets, lanes } = await at(siteId);
    expect(tickets).toHaveLength(30);
    expect(tickets[0]!.label).toBe('A001');
    expect(lanes[0]).toMatchObject({ waitingTickets: 33 });
  });
});
