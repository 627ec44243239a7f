import { setTimeout as pause } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import type { Site, Table } from '../../../day/src/ground.js';
import type { SeededDice } from '../seeded-dice.js';
import type { Device } from './device.js';

/** The way in: tickets are taken, called and served or missed, beside the tables' own work. */
export class Gate {
  constructor(
    private readonly marshal: Device,
    private readonly caller: Device,
    private readonly dice: SeededDice,
    private readonly sites: readonly Site[],
  ) {}

  async keep(isOver: () => boolean, paceMs: number): Promise<void> {
    for (let turn = 0; !isOver(); turn += 1) {
      const site = this.dice.pick(this.sites);
      await this.take(site);
      if (turn % 3 === 2) {
        const open = site.tables.filter(({ lane }) => lane === 'general');
        if (open.length > 0) await this.call(this.dice.pick(open));
      }
      await pause(paceMs);
    }
  }

  private async take(site: Site): Promise<void> {
    const id = uuidv7();
    const body = { id, partySize: this.dice.between(1, 4), lane: 'general' };
    const take = {
      op: 'ticket',
      key: id,
      method: 'POST',
      path: `/sites/${site.id}/tickets`,
      body,
      asked: { ...body, siteId: site.id },
      keep: ({ number, label, lane }: Record<string, unknown>) => ({ number, label, lane }),
    };
    const { kind } = await this.marshal.act(take);
    if (kind === 'ok' && this.dice.chance(0.1)) await this.marshal.act(take);
  }

  private async call(table: Table): Promise<void> {
    const id = uuidv7();
    const called = await this.caller.act({
      op: 'call',
      key: id,
      method: 'POST',
      path: `/stations/${table.stationId}/calls`,
      body: { id, count: 10 },
      asked: { stationId: table.stationId },
      keep: ({ tickets }: { tickets: { id: string }[] }) => ({ tickets: tickets.map((ticket) => ticket.id) }),
    });
    if (called.kind !== 'ok') return;
    for (const ticket of called.answer.tickets as string[]) {
      const missed = this.dice.chance(0.1);
      await this.caller.act({
        op: missed ? 'miss' : 'serve',
        key: ticket,
        method: 'PUT',
        path: `/tickets/${ticket}/${missed ? 'miss' : 'service'}`,
        asked: {},
        keep: ({ state }) => ({ state }),
      });
    }
  }
}
