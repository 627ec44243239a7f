import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { SiteRegister, type ActContext, type ActResult, type DeviceAct, type DeviceActHandler } from '#journey/site';
import { businessDay } from '#platform/clock';
import { bodyHash, type Tx } from '#platform/database';
import { Journal } from '#platform/journal';
import { BoardHand } from './board-hand.service.js';
import { CallRepository } from './call.repository.js';
import { TicketsCalled } from './queue.events.js';

interface Calling {
  stationId: string;
  ticketIds: string[];
}

/** A device called tickets while it had no network. Who came, came; a ticket that did not wait any more is looked into. */
@Injectable()
export class TicketCallActs implements DeviceActHandler<Calling> {
  readonly kind = 'ticket-call';
  readonly phase = 0;
  readonly fields = { stationId: z.uuid(), ticketIds: z.array(z.uuid()).min(1).max(50) };

  constructor(
    private readonly calls: CallRepository,
    private readonly sites: SiteRegister,
    private readonly board: BoardHand,
    private readonly journal: Journal,
  ) {}

  thingsOf({ ticketIds }: Calling): string[] {
    return ticketIds.map((id) => `ticket:${id}`);
  }

  async handle(tx: Tx, acts: readonly DeviceAct<Calling>[], context: ActContext): Promise<ActResult[]> {
    const results: ActResult[] = [];
    for (const act of acts) results.push(await this.call(tx, act, context));
    await this.board.changed(tx, context.siteId);
    return results;
  }

  private async call(tx: Tx, act: DeviceAct<Calling>, { siteId }: ActContext): Promise<ActResult> {
    const { stationId, ticketIds } = act.body;
    const wrong = (code: string, more = {}): ActResult => ({
      broken: [{ rule: 'act-against-rules', subject: `call:${act.id}`, details: { code, stationId, ...more } }],
    });
    const site = await this.sites.find(siteId, tx);
    const lane = await this.calls.laneOf(tx, stationId, siteId);
    if (lane === undefined) return wrong('unknown-station');
    const isNew = await this.calls.add(tx, {
      id: act.id,
      stationId,
      siteId,
      businessDay: businessDay(act.takenAt, site.timeZone, site.dayStarts),
      lane,
      asked: ticketIds.length,
      calledBy: act.actorId,
      calledAt: act.takenAt,
      bodyHash: bodyHash({ stationId, ticketIds }),
    });
    // Told online as well, and the answer was lost.
    if (!isNew) return { broken: [] };
    const { called, people } = await this.calls.callThese(
      tx,
      { id: act.id, stationId, siteId, at: act.takenAt },
      ticketIds,
    );
    const payload = { callId: act.id, stationId, ticketIds: called, people };
    const entry = { actorId: act.actorId, siteId, subject: `call:${act.id}`, payload };
    await this.journal.record(tx, TicketsCalled, entry);
    const left = ticketIds.filter((id) => !called.includes(id));
    return left.length === 0 ? { broken: [] } : wrong('ticket-not-waiting', { ticketIds: left });
  }
}
