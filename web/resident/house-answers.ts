import type { paths } from '../../contract/client.js';
import { answerOf, openHouse } from '../every-page/house.js';

type Body<Path extends keyof paths> = paths[Path] extends { get: { responses: { 200: { content: infer Content } } } }
  ? Content extends { 'application/json': infer Answer }
    ? Answer
    : never
  : never;

export type Site = Body<'/api/v1/sites'>['items'][number];
export type SiteRules = Body<'/api/v1/sites/{id}'>;
export type Lane = SiteRules['lanes'][number]['lane'];
export type Ticket = Body<'/api/v1/tickets/{id}'>;
export type RoundResult = Body<'/api/v1/residents/{id}/results'>['rounds'][number];
export type Case = Body<'/api/v1/cases'>['cases'][number];
export type CaseKind = Case['kind'];
export type Proof = Body<'/api/v1/residents/{id}/proofs/{roundId}'>;

/** What everybody may ask. */
const house = openHouse();

export async function askSites(): Promise<Site[]> {
  return (await answerOf(house.GET('/api/v1/sites'))).items;
}

export function askSite(id: string): Promise<SiteRules> {
  return answerOf(house.GET('/api/v1/sites/{id}', { params: { path: { id } } }));
}

/** Whoever knows the ticket's id may follow it. */
export function askTicket(id: string): Promise<Ticket> {
  return answerOf(house.GET('/api/v1/tickets/{id}', { params: { path: { id } } }));
}

export function signIn(code: string, documentEnding: string) {
  return answerOf(house.POST('/api/v1/resident-sessions', { body: { code, documentEnding } }));
}

/** What one resident asks for themselves, as long as their session lasts. */
export class OwnHouse {
  private readonly house;

  constructor(
    readonly residentId: string,
    token: string,
  ) {
    this.house = openHouse(() => token);
  }

  takeTicket(siteId: string, body: { id: string; residentId: string; partySize: number; lane: Lane }) {
    return answerOf(this.house.POST('/api/v1/sites/{id}/tickets', { params: { path: { id: siteId } }, body }));
  }

  giveUp(ticketId: string): Promise<Ticket> {
    return answerOf(this.house.PUT('/api/v1/tickets/{id}/departure', { params: { path: { id: ticketId } } }));
  }

  async results(): Promise<RoundResult[]> {
    const { rounds } = await answerOf(
      this.house.GET('/api/v1/residents/{id}/results', { params: { path: { id: this.residentId } } }),
    );
    return rounds;
  }

  proof(roundId: string): Promise<Proof> {
    return answerOf(
      this.house.GET('/api/v1/residents/{id}/proofs/{roundId}', {
        params: { path: { id: this.residentId, roundId } },
      }),
    );
  }

  newCode(): Promise<{ payload: string; expiresAt: string }> {
    return answerOf(this.house.POST('/api/v1/residents/{id}/codes', { params: { path: { id: this.residentId } } }));
  }

  async cases(): Promise<Case[]> {
    const query = { residentId: this.residentId };
    return (await answerOf(this.house.GET('/api/v1/cases', { params: { query } }))).cases;
  }

  openCase(body: { id: string; kind: CaseKind; roundId: string; siteId?: string; around?: string; note?: string }) {
    return answerOf(this.house.POST('/api/v1/cases', { body: { ...body, residentId: this.residentId } }));
  }
}
