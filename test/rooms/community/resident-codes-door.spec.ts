/* eslint-disable @typescript-eslint/no-unsafe-call -- answers come over HTTP and have no types here */
import { createPublicKey } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { DemonstrationStreet } from '#journey/community';
import { readResidentCode } from '../../../libs/journey/community/src/resident-code.js';
import { openFront, type Front } from '../../support/house.js';
import { idOf, personOf } from './people.js';

let front: Front;
beforeAll(async () => {
  front = await openFront();
  await front.get(DemonstrationStreet).load({ residents: 0 });
});
afterAll(() => front.close());

const register = (person: unknown) => front.send('gridworker', 'POST', '/residents', person);

describe('resident codes', () => {
  it('are issued as text and QR, checked offline with the public key and online against revocation', async () => {
    const { body: person } = await register(personOf(20));
    const { status, body: code } = await front.send('gridworker', 'POST', `/residents/${person.id}/codes`);
    expect([status, code.svg.startsWith('<svg')]).toEqual([201, true]);
    const { body: keys } = await front.send('scanner', 'GET', '/resident-code-keys');
    const held = new Map(
      keys.items.map((key: { keyId: string; publicKey: string }) => [key.keyId, createPublicKey(key.publicKey)]),
    );
    expect(readResidentCode(code.payload, held as never, Date.now() / 1000)).toMatchObject({
      ok: true,
      value: { reference: code.reference },
    });
    expect((await front.send('scanner', 'POST', '/resident-code-checks', { code: code.payload })).body).toMatchObject({
      residentId: person.id,
      maskedName: '欧阳*',
    });
    const revocations = await Promise.all(
      [1, 2].map(() => front.send('gridworker', 'PUT', `/resident-codes/${code.reference}/revocation`)),
    );
    expect(revocations.map((answer) => answer.status)).toEqual([204, 204]);
    expect((await front.send('scanner', 'POST', '/resident-code-checks', { code: code.payload })).body.code).toBe(
      'resident-code-is-revoked',
    );
  });

  it('forged, foreign and unknown codes are told apart', async () => {
    const { body: person } = await register(personOf(21));
    const { body: code } = await front.send('gridworker', 'POST', `/residents/${person.id}/codes`);
    const check = async (payload: string) =>
      (await front.send('scanner', 'POST', '/resident-code-checks', { code: payload })).body.code;
    expect(await check(code.payload.replace(code.reference, 'AAAAAAAAAAAAAAAA'))).toBe(
      'resident-code-signature-is-wrong',
    );
    expect(await check('https://example.org')).toBe('resident-code-has-wrong-form');
    expect((await front.send('gridworker', 'POST', `/residents/${uuidv7()}/codes`)).body.code).toBe(
      'resident-is-unknown',
    );
    expect((await front.send('gridworker', 'PUT', '/resident-codes/AAAAAAAAAAAAAAAA/revocation')).body.code).toBe(
      'resident-code-is-unknown',
    );
  });
});

describe('a resident signs in', () => {
  const signIn = (code: string, documentEnding: string) =>
    front.send(undefined, 'POST', '/resident-sessions', { code, documentEnding });
  const codeOf = async (number: number) => {
    const { body: person } = await register(personOf(number));
    return {
      id: person.id as string,
      ...(await front.send('gridworker', 'POST', `/residents/${person.id}/codes`)).body,
    };
  };

  it('with the code and the end of the document, and sees nobody but themselves', async () => {
    const own = await codeOf(30);
    const other = await codeOf(31);
    const session = await signIn(own.payload, idOf(30).slice(-4).toLowerCase());
    expect([session.status, session.body.residentId]).toEqual([201, own.id]);
    const authorization = { authorization: `Bearer ${session.body.token}` };
    expect((await front.send(undefined, 'GET', `/residents/${own.id}`, undefined, authorization)).status).toBe(200);
    expect((await front.send(undefined, 'GET', `/residents/${other.id}`, undefined, authorization)).status).toBe(404);
    expect((await front.send(undefined, 'POST', `/residents/${own.id}/codes`, undefined, authorization)).status).toBe(
      201,
    );
    expect((await front.send(undefined, 'POST', `/residents/${other.id}/codes`, undefined, authorization)).status).toBe(
      404,
    );
    expect((await front.send(undefined, 'GET', '/residents?area=370811013', undefined, authorization)).status).toBe(
      403,
    );
  });

  it('guessing the end of the document is over after five tries, also all at once', async () => {
    const { payload } = await codeOf(32);
    const answers = await Promise.all(Array.from({ length: 12 }, (_, at) => signIn(payload, `00${10 + at}`)));
    expect(answers.filter(({ body }) => body.code === 'document-ending-is-wrong')).toHaveLength(5);
    expect(answers.filter(({ body }) => body.code === 'resident-code-is-blocked')).toHaveLength(7);
    expect((await signIn(payload, idOf(32).slice(-4))).body.code).toBe('resident-code-is-blocked');
  });
});
