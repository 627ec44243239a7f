import { sideBySide, type Door } from './api.js';
import type { BoardWatch, Frame } from './board-watch.js';
import type { Ground } from './ground.js';
import type { Records } from './records.js';

/** One line of the books: what the people of the day wrote down against what the house says. */
export interface Book {
  name: string;
  left: number | string;
  right: number | string;
  holds: boolean;
}

interface CoverageRow {
  should: number;
  sampled: number;
  received: number;
  tested: number;
  underReview: number;
}

/** Asks the house about everything that was acknowledged, through its public doors. */
export async function balance(door: Door, ground: Ground, records: Records, board: BoardWatch): Promise<Book[]> {
  return [
    ...(await ticketBooks(door, ground, records)),
    ...(await tubeBooks(ground, records)),
    ...(await recallBooks(ground, records)),
    ...(await answerBooks(ground, records)),
    ...(await coverageBooks(ground, records)),
    ...(await boardBooks(board)),
  ];
}

function book(name: string, left: number | string, right: number | string): Book {
  return { name, left, right, holds: left === right };
}

async function ticketBooks(door: Door, ground: Ground, records: Records): Promise<Book[]> {
  const days = await Promise.all(
    ground.sites.map(({ id }) =>
      ground.organiser.get<{ lanes: { issued: number }[]; balanced: boolean }>(`/sites/${id}/queue/books`),
    ),
  );
  const issued = days.flatMap(({ lanes }) => lanes).reduce((sum, lane) => sum + lane.issued, 0);
  const states = await sideBySide([...records.tickets.keys()], 8, async (id) => {
    const { state } = await door.call<{ state: string }>('GET', `/tickets/${id}`);
    return state;
  });
  const count = (...wanted: string[]) => states.filter((state) => wanted.includes(state)).length;
  const served = [...records.tickets.values()].filter(({ state }) => state === 'served').length;
  return [
    book('tickets issued: people = house', records.tickets.size, issued),
    book(
      'tickets issued = called + missed + left',
      records.tickets.size,
      count('served', 'called') + count('missed') + count('left'),
    ),
    book('tickets served: people = house', served, count('served')),
  ];
}

async function tubeBooks(ground: Ground, records: Records): Promise<Book[]> {
  const discarded = await sideBySide(records.discarded, 8, (barcode) =>
    ground.organiser.get<{ state: string }>(`/tubes/${barcode}`),
  );
  const tubes = await sideBySide(records.tubes, 8, ({ barcode }) =>
    ground.organiser.get<{ state: string; filled: number; members: { place: number }[] }>(`/tubes/${barcode}`),
  );
  const boxes = [...new Set(records.tubes.flatMap(({ box }) => (box === undefined ? [] : [box])))];
  const contents = await sideBySide(boxes, 4, (code) =>
    ground.organiser.get<{ contents: { barcode: string }[]; state: string }>(`/boxes/${code}`),
  );
  const opened = records.tubes.length;
  const boxed = contents.reduce((sum, box) => sum + box.contents.length, 0);
  const received = contents
    .filter(({ state }) => state === 'received')
    .reduce((sum, box) => sum + box.contents.length, 0);
  return [
    book(
      'swabs: acknowledged = stored',
      records.swabs,
      tubes.reduce((sum, { members }) => sum + members.length, 0),
    ),
    book(
      'places are 1…n in every tube',
      opened,
      tubes.filter(({ members }) => members.every(({ place }, n) => place === n + 1)).length,
    ),
    book(
      'tubes opened = sealed + discarded',
      opened + records.discarded.length,
      tubes.filter(({ state }) => state === 'sealed').length +
        discarded.filter(({ state }) => state === 'discarded').length,
    ),
    book('tubes sealed = boxed', opened, boxed),
    book('tubes boxed = received', boxed, received),
    book('tubes received = reported', received, records.tubes.filter(({ outcome }) => outcome !== undefined).length),
  ];
}

async function recallBooks(ground: Ground, records: Records): Promise<Book[]> {
  const kinds = { retest: 0, resample: 0 };
  let open = 0;
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { items: { kind: 'retest' | 'resample'; state: string }[]; next: string | null } =
      await ground.organiser.get(`/rounds/${ground.roundId}/recalls${cursor === '' ? '' : `?cursor=${cursor}`}`);
    for (const { kind, state } of page.items) {
      kinds[kind] += 1;
      if (state === 'open') open += 1;
    }
    cursor = page.next;
  }
  return [
    book('members of non-negative pools = retest orders', records.retestOrders, kinds.retest),
    book('members of tubes without a result = re-sample orders', records.resampleOrders, kinds.resample),
    book('recalls still open', 0, open),
  ];
}

async function answerBooks(ground: Ground, records: Records): Promise<Book[]> {
  const people = ground.households.flatMap((household) => household.people);
  const answers = await sideBySide(people, 8, async (person) => {
    const { rounds } = await ground.organiser.get<{ rounds: { roundId: string; gate: string }[] }>(
      `/residents/${person.id}/results`,
    );
    return rounds.find(({ roundId }) => roundId === ground.roundId)?.gate ?? 'none';
  });
  const told = (gate: string) => answers.filter((answer) => answer === gate).length;
  const expected = (status: string) => [...records.expected.values()].filter((one) => one === status).length;
  const wrong = people.filter(({ n }, index) => (records.expected.get(n) ?? 'not-sampled') !== answers[index]).length;
  return [
    book('published negative = members of negative tubes', expected('negative'), told('negative')),
    book('published positive = single positives', expected('positive'), told('positive')),
    book('people with another answer than theirs', 0, wrong),
  ];
}

async function coverageBooks(ground: Ground, records: Records): Promise<Book[]> {
  const rows = await Promise.all(ground.grids.map((grid) => coverageOf(ground, grid)));
  const sum = (field: keyof CoverageRow) => rows.reduce((total, row) => total + row[field], 0);
  return [
    book('coverage should = ledger', ground.listed, sum('should')),
    book('coverage sampled = people sampled', records.sampled.size, sum('sampled')),
    book('coverage tested = people sampled', records.sampled.size, sum('tested')),
    book('coverage under review', 0, sum('underReview')),
  ];
}

function coverageOf(ground: Ground, grid: string): Promise<CoverageRow> {
  return ground.organiser
    .get<{ total: CoverageRow }>(`/rounds/${ground.roundId}/coverage?area=${grid}&level=building`)
    .then(({ total }) => total);
}

async function boardBooks(board: BoardWatch): Promise<Book[]> {
  const same: boolean[] = [];
  for (const [siteId, last] of board.last) {
    // A frame may still be under way; the board promises two seconds.
    let truth: Frame = await board.snapshot(siteId);
    for (let attempt = 0; attempt < 20 && (board.last.get(siteId) ?? last).version < truth.version; attempt += 1) {
      await new Promise((done) => setTimeout(done, 250));
      truth = await board.snapshot(siteId);
    }
    same.push(picture(board.last.get(siteId) ?? last) === picture(truth));
  }
  return [
    book('last board frame = database', board.last.size, same.filter(Boolean).length),
    book('boards that went back in time', 0, board.wentBack),
  ];
}

/** Everything on the board but the moment at which it was read. */
function picture(frame: Frame): string {
  return JSON.stringify({ ...frame, asOf: undefined });
}
