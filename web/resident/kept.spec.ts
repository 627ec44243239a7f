import { codeExpiry, Kept, looksLikeCode } from './kept.js';
import type { Proof, Ticket } from './house-answers.js';

function storage(text: string | null = null) {
  const held = { text };
  return { held, getItem: () => held.text, setItem: (_name: string, value: string) => void (held.text = value) };
}

const member = { residentId: 'r1', maskedName: '王*', code: 'SH1.k.ref.a.b.c' };
const ticketOf = (id: string, ahead = 3) => ({ id, ahead }) as Ticket;
const entry = (id: string, ahead = 3) => ({
  ticket: ticketOf(id, ahead),
  siteName: '广场',
  residentId: 'r1',
  heardAt: '2026-03-01T09:00:00Z',
});

describe('what a phone keeps', () => {
  it('is there again when the page is opened anew, and what cannot be read is nothing', () => {
    const place = storage();
    const kept = new Kept(place);
    kept.putMember({ ...member, session: { token: 't', expiresAt: 'later' } });
    kept.putTicket(entry('t1'));
    expect(new Kept(place).current()).toEqual(kept.current());
    for (const broken of ['', 'null', '{', '[]', '{"members":null}']) {
      expect(new Kept(storage(broken)).current()).toEqual({ members: [], tickets: [], asked: null });
    }
  });

  it('renews somebody who is there instead of adding them twice, and forgets sessions, proofs and people', () => {
    const kept = new Kept(storage());
    kept.putMember({ ...member, session: { token: 't', expiresAt: 'later' } });
    kept.putProof({ residentId: 'r1', roundId: 'o1', payload: 'one' } as Proof);
    kept.putProof({ residentId: 'r1', roundId: 'o1', payload: 'two' } as Proof);
    kept.putMember({ ...member, code: 'newer', relation: 'child' });
    kept.putMember({ ...member, code: 'newer' });
    expect(kept.current().members).toMatchObject([{ code: 'newer', proofs: [{ payload: 'two' }] }]);
    kept.dropProof('r1', 'o1');
    kept.signedOut('r1');
    expect(kept.current().members).toEqual([{ ...member, code: 'newer', relation: 'child', proofs: [] }]);
    kept.removeMember('r1');
    expect(kept.current().members).toEqual([]);
  });

  it('keeps what was asked for until that very ticket has come', () => {
    const kept = new Kept(storage());
    const asked = { siteId: 's', body: { id: 't2', residentId: 'r1', partySize: 1, lane: 'general' as const } };
    kept.ask(asked);
    kept.putTicket(entry('t1'));
    expect(kept.current().asked).toEqual(asked);
    kept.putTicket(entry('t2'));
    kept.putTicket(entry('t2', 1));
    expect(kept.current().asked).toBeNull();
    expect(kept.current().tickets.map(({ ticket }) => [ticket.id, ticket.ahead])).toEqual([
      ['t2', 1],
      ['t1', 3],
    ]);
  });
});

describe('a resident code', () => {
  it('says itself until when it is valid', () => {
    const expires = 1_762_592_000;
    const code = `SH1.k1.AbCdEfGhIjKlMnOp.${(1_760_000_000).toString(36)}.${expires.toString(36)}.c2ln`;
    expect(codeExpiry(code)?.getTime()).toBe(expires * 1_000);
    expect(codeExpiry('TB24')).toBeUndefined();
    expect([looksLikeCode(` ${code}\n`), looksLikeCode('SN1.a.b.c.d.e'), looksLikeCode('x')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
