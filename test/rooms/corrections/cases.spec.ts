import { uuidv7 } from 'uuidv7';
import { ReconcileCorrection, ResultReconciler } from '#journey/results';
import { AccountRegister, ScopeRegister, Sessions, type Role } from '#platform/access';
import { Transactions } from '#platform/database';
import { openFront, testPassword, type Front } from '../../support/house.js';
import { Outcomes } from '../../support/outcomes.js';
import type { Street } from '../../support/street.js';
import { laySite } from '../../support/tubes.js';

let front: Front;
let outcomes: Outcomes;
let street: Street;
let lead: Sender;
let leadElsewhere: Sender;

type Sender = (method: string, path: string, body?: unknown) => ReturnType<Front['send']>;

beforeAll(async () => {
  front = await openFront();
  outcomes = await Outcomes.lay(front.database, 40);
  street = outcomes.street;
  lead = await somebody('lead-1', 'sitelead', street.siteId);
  leadElsewhere = await somebody('lead-2', 'sitelead', await laySite(front.database, 'S2', '370811'));
});
afterAll(() => front.close());

function as(token: string): Sender {
  return (method, path, sent) =>
    front.send(undefined, method, path, sent, {
      authorization: `Bearer ${token}`,
      ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
    });
}

async function somebody(username: string, role: Role, siteId: string): Promise<Sender> {
  const { id } = await front
    .get(AccountRegister)
    .add({ username, role, displayName: username, password: testPassword });
  await front.get(ScopeRegister).put(id, [{ kind: 'site', key: siteId }], null);
  const { body } = await front.send(undefined, 'POST', '/sessions', { username, password: testPassword });
  return as(body.token);
}

const person = (n: number): string => street.residents[n]!.id;
const resident = async (n: number): Promise<Sender> => as((await front.get(Sessions).openForResident(person(n))).token);

const told = ({ status, body }: { status: number; body: any }) => [status, body.code ?? body.state];

/** The errands that a correction asks for. */
const carryOut = (correctionId: string): Promise<void> =>
  front.get(Transactions).runAs('jobs', (tx) => front.get(ReconcileCorrection).handle(tx, { correctionId }));

async function swabAt(barcode: string, place: number): Promise<string> {
  const [row] = await front.database.query<{ id: string }>(
    'SELECT id FROM sampling.swab WHERE tube_barcode = $1 AND place = $2',
    [barcode, place],
  );
  return row!.id;
}

describe('a resident who was swabbed and is not listed', () => {
  it('says so, is shown the way of the case, and gets the swab that nobody owned, by two people', async () => {
    await outcomes.tube('T1', '10', [person(0), person(1)]);
    const wrong = await swabAt('T1', 1);
    const unbound = await lead('POST', '/corrections', { kind: 'unbind', tube: 'T1', swabId: wrong, reason: 'wrong-person-scanned' }); // prettier-ignore
    await front.send('sitelead', 'PUT', `/corrections/${unbound.body.id}/approval`);
    const me = await resident(2);
    const asked = { kind: 'not-listed', roundId: street.roundId, siteId: street.siteId, around: outcomes.sampledAt.toISOString(), note: '我在二号台采的' }; // prettier-ignore
    const answers = await Promise.all([1, 2, 3].map(() => me('POST', '/cases', asked)));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    const opened = answers[0]!.body;
    expect(opened).toMatchObject({ state: 'open', residentId: person(2), ownerRole: 'sitelead' });
    expect(new Date(opened.deadline).getTime()).toBeGreaterThan(Date.now());
    expect(told(await leadElsewhere('GET', `/cases/${opened.id}/candidates`))).toEqual([404, 'case-not-found']);
    const { body } = await lead('GET', `/cases/${opened.id}/candidates`);
    expect(body.candidates).toMatchObject([{ swabId: wrong, tube: 'T1', place: 1, tubeState: 'sealed' }]);
    const end = { outcome: 'bind', tube: 'T1', swabId: wrong, note: '录像核对属实' };
    const settled = await lead('PUT', `/cases/${opened.id}/resolution`, end);
    expect(settled.body).toMatchObject({ case: { state: 'open' }, correction: { state: 'proposed' } });
    expect(told(await lead('PUT', `/corrections/${settled.body.correction.id}/approval`))).toEqual([
      403,
      'another-person-must-approve',
    ]);
    await front.send('organiser', 'PUT', `/corrections/${settled.body.correction.id}/approval`);
    expect((await me('GET', '/cases')).body.cases).toMatchObject([
      { id: opened.id, state: 'resolved', resolution: 'corrected', note: '录像核对属实' },
    ]);
    expect(told(await me('POST', '/cases', asked))).toEqual([409, 'resident-is-listed']);
    const [{ raw }] = (await front.database.query('SELECT raw_sealed AS raw FROM sampling.exception WHERE id = $1', [
      opened.id,
    ])) as [{ raw: Buffer }];
    expect(raw.toString('utf8')).not.toContain('二号台');
  });

  it('has to say where, is nobody else, and hears what is wrong', async () => {
    const me = await resident(5);
    const asked = { kind: 'not-listed', roundId: street.roundId };
    expect(told(await me('POST', '/cases', asked))).toEqual([400, 'case-needs-place']);
    expect(told(await me('POST', '/cases', { ...asked, siteId: uuidv7() }))).toEqual([400, 'case-needs-place']);
    expect(told(await me('POST', '/cases', { ...asked, tube: 'T-NONE' }))).toEqual([404, 'unknown-tube']);
    expect(told(await me('POST', '/cases', { ...asked, siteId: street.siteId, roundId: uuidv7() }))).toEqual([
      404,
      'unknown-round',
    ]);
    expect(told(await me('POST', '/cases', { ...asked, siteId: street.siteId, residentId: person(6) }))).toEqual([
      404,
      'unknown-resident',
    ]);
    expect(told(await me('GET', `/cases?residentId=${person(6)}`))).toEqual([404, 'unknown-resident']);
    expect(told(await me('POST', '/cases', { kind: 'not-me', roundId: street.roundId }))).toEqual([
      409,
      'nothing-to-dispute',
    ]);
  });
});

describe('a resident who says that this is not them', () => {
  it('sees the answer with the dispute beside it until it is settled, and then what is true', async () => {
    await outcomes.tube('T2', '10', [person(10), person(11)]);
    const reportId = await outcomes.report({ T2: 'negative' });
    await front.get(Transactions).runAs('jobs', (tx) => front.get(ResultReconciler).reconcileReport(tx, reportId));
    const [me, other] = [await resident(10), await resident(11)];
    const open = (sender: Sender) => sender('POST', '/cases', { kind: 'not-me', roundId: street.roundId });
    const [mine, theirs] = [(await open(me)).body, (await open(other)).body];
    const rounds = async (sender: Sender, n: number) =>
      (await sender('GET', `/residents/${person(n)}/results`)).body.rounds;
    expect(await rounds(me, 10)).toMatchObject([{ gate: 'negative', disputed: true, answer: { status: 'negative' } }]);
    const settled = await lead('PUT', `/cases/${mine.id}/resolution`, { outcome: 'unbind', note: '确非本人' });
    await front.send('organiser', 'PUT', `/corrections/${settled.body.correction.id}/approval`);
    await carryOut(settled.body.correction.id);
    expect(await rounds(me, 10)).toMatchObject([
      {
        gate: 'not-sampled',
        disputed: false,
        answer: { status: 'withdrawn', reason: expect.stringContaining('申诉') },
      },
    ]);
    const confirmed = { outcome: 'confirmed', note: '录像核对为本人' };
    const twice = await Promise.all([1, 2].map(() => lead('PUT', `/cases/${theirs.id}/resolution`, confirmed)));
    expect(twice.map(({ status, body }) => [status, body.case.resolution])).toEqual([
      [200, 'accepted'],
      [200, 'accepted'],
    ]);
    expect(told(await lead('PUT', `/cases/${theirs.id}/resolution`, { ...confirmed, outcome: 'unfounded' }))).toEqual([
      409,
      'exception-is-resolved',
    ]);
    expect(await rounds(other, 11)).toMatchObject([{ gate: 'negative', disputed: false }]);
  });
});
