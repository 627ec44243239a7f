import { createPublicKey, verify } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { readResidentCode } from '../../../libs/journey/community/src/resident-code.js';
import { ResultReconciler } from '#journey/results';
import { Sessions } from '#platform/access';
import { Transactions } from '#platform/database';
import { openFront, type Front } from '../../support/house.js';
import { Outcomes } from '../../support/outcomes.js';

let front: Front;
let outcomes: Outcomes;
let people: string[];
let roundId: string;

beforeAll(async () => {
  front = await openFront();
  outcomes = await Outcomes.lay(front.database);
  people = outcomes.street.residents.map(({ id }) => id);
  roundId = outcomes.street.roundId;
  await outcomes.tube('T1', '10', people.slice(0, 3));
  await outcomes.tube('T2', '10', people.slice(3, 6));
  await outcomes.tube('T3', '10', people.slice(6, 8));
  await publish({ T1: 'negative', T2: 'positive' });
});
afterAll(() => front.close());

async function publish(told: Parameters<Outcomes['report']>[0]): Promise<void> {
  const report = await outcomes.report(told);
  await front.get(Transactions).run((tx) => front.get(ResultReconciler).reconcileReport(tx, report));
}

async function askedBy(asking: string, whose: string, round = roundId) {
  const { token } = await front.get(Sessions).openForResident(asking);
  const headers = { authorization: `Bearer ${token}` };
  return front.send(undefined, 'GET', `/residents/${whose}/proofs/${round}`, undefined, headers);
}

async function keys(): Promise<Map<string, ReturnType<typeof createPublicKey>>> {
  const { body } = await front.send(undefined, 'GET', '/proof-keys');
  const items = (body as { items: { keyId: string; publicKey: string }[] }).items;
  return new Map(items.map(({ keyId, publicKey }) => [keyId, createPublicKey(publicKey)]));
}

function isSigned(proof: string, held: ReadonlyMap<string, ReturnType<typeof createPublicKey>>): boolean {
  const end = proof.lastIndexOf('.');
  const key = held.get(proof.split('.')[1] ?? '');
  return (
    key !== undefined &&
    verify(null, Buffer.from(proof.slice(0, end)), key, Buffer.from(proof.slice(end + 1), 'base64url'))
  );
}

describe('the proof of a negative answer', () => {
  it('is signed for whoever is negative, the same each time, and verified with a key that everybody may have', async () => {
    const { status, body } = await askedBy(people[0]!, people[0]!);
    expect(status).toBe(200);
    expect(body).toMatchObject({ residentId: people[0], maskedName: '王*', documentEnding: '01' });
    expect(Date.parse(body.validUntil) - Date.parse(body.sampledAt)).toBe(48 * 3_600_000);
    expect(body.sampledAt).toBe(outcomes.sampledAt.toISOString());
    expect((await askedBy(people[0]!, people[0]!)).body).toEqual(body);
    const held = await keys();
    expect(isSigned(body.payload, held)).toBe(true);
    expect(isSigned(String(body.payload).replace('SN1.', 'SN2.'), held)).toBe(false);
    expect((await front.send('gridworker', 'GET', `/residents/${people[0]}/proofs/${roundId}`)).body).toEqual(body);
  });

  it('does not pass for a resident code, nor a resident code for a proof', async () => {
    const { payload } = (await askedBy(people[0]!, people[0]!)).body as { payload: string };
    expect(readResidentCode(payload, await keys(), Date.now() / 1_000)).toMatchObject({
      ok: false,
      refusal: { code: 'resident-code-has-wrong-form' },
    });
    const { body: code } = await front.send('gridworker', 'POST', `/residents/${people[0]}/codes`);
    expect(isSigned(code.payload, await keys())).toBe(true);
    expect(isSigned(String(code.payload).replace('SH1.', 'SN1.'), await keys())).toBe(false);
  });

  it('is not given for anything but a published negative answer, nor to anybody else', async () => {
    const codes = [];
    for (const nth of [3, 6, 8]) codes.push((await askedBy(people[nth]!, people[nth]!)).body.code);
    codes.push((await askedBy(people[0]!, people[0]!, uuidv7())).body.code);
    expect(codes).toEqual(Array.from({ length: 4 }, () => 'answer-is-no-proof'));
    expect((await askedBy(people[0]!, people[1]!)).body.code).toBe('resident-not-found');
    expect((await front.send('scanner', 'GET', `/residents/${people[0]}/proofs/${roundId}`)).status).toBe(403);
    expect((await front.send(undefined, 'GET', `/residents/${people[0]}/proofs/${roundId}`)).status).toBe(401);
  });

  it('ends with the answer: put right by hand, or disputed by the person themselves', async () => {
    const { token } = await front.get(Sessions).openForResident(people[1]!);
    const headers = { authorization: `Bearer ${token}` };
    const opened = await front.send(undefined, 'POST', '/cases', { kind: 'not-me', roundId }, headers);
    expect(opened.status).toBe(201);
    expect((await askedBy(people[1]!, people[1]!)).body.code).toBe('answer-is-no-proof');

    const proposal = { status: 'under-review', reason: '复核更正', version: 1 };
    const path = `/rounds/${roundId}/answers/${people[2]}/amendments`;
    const { body: amendment } = await front.send('organiser', 'POST', path, proposal);
    expect((await askedBy(people[2]!, people[2]!)).status).toBe(200);
    expect((await front.send('admin', 'PUT', `/amendments/${amendment.id}/approval`)).status).toBe(200);
    expect((await askedBy(people[2]!, people[2]!)).body.code).toBe('answer-is-no-proof');
  });

  it('runs out, counted from the sampling', async () => {
    const short = await openFront({ SHIHE_PROOF_HOURS: '0.5' });
    try {
      const laid = await Outcomes.lay(short.database, 3);
      const [person] = laid.street.residents;
      await laid.tube('T1', '10', [person!.id]);
      const report = await laid.report({ T1: 'negative' });
      await short.get(Transactions).run((tx) => short.get(ResultReconciler).reconcileReport(tx, report));
      const answer = await short.send('gridworker', 'GET', `/residents/${person!.id}/proofs/${laid.street.roundId}`);
      expect([answer.status, answer.body.code]).toEqual([409, 'proof-has-run-out']);
    } finally {
      await short.close();
    }
  });

  it('is journalled like every reading of an answer', async () => {
    await askedBy(people[0]!, people[0]!);
    const rows = await front.database.query(
      `SELECT 1 FROM journal.entry WHERE topic LIKE '%read%' AND payload::text LIKE '%"proof"%' LIMIT 1`,
    );
    expect(rows).toHaveLength(1);
  });
});
