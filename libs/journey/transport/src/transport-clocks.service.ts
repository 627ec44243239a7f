import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Transactions } from '#platform/database';
import type { ScheduledWork } from '#platform/jobs';
import { Journal } from '#platform/journal';
import { AlarmRepository } from './alarm.repository.js';
import { clockLimits, type AlarmKind } from './clock-limits.js';
import { alarmRaised } from './transport.events.js';

export interface Alarm {
  id: string;
  kind: AlarmKind;
  /** Barcode of a tube or code of a box. */
  subject: string;
  siteId: string;
  roundId: string;
  /** When the clock began to run. */
  since: Date;
  /** When it ran out. */
  dueAt: Date;
  raisedAt: Date;
}

/**
 * The clocks that run from the first swab to the laboratory, read every minute. Reading them more often, or by many at
 * once, changes nothing.
 */
@Injectable()
export class TransportClocks implements ScheduledWork {
  readonly name = 'transport.clocks';
  readonly everySeconds = 60;

  constructor(
    private readonly transactions: Transactions,
    private readonly alarms: AlarmRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    await this.check();
  }

  /** Raises and clears alarms by the present moment; answers how many were raised now. */
  async check(): Promise<number> {
    return this.transactions.run(async (tx) => {
      const raised = await this.alarms.update(tx, this.clock.now(), clockLimits);
      for (const alarm of raised) {
        await this.journal.record(tx, alarmRaised, {
          actorId: null,
          siteId: alarm.site_id,
          subject: `${alarm.kind}:${alarm.subject}`,
          payload: { alarmId: alarm.id, kind: alarm.kind },
        });
      }
      return raised.length;
    });
  }

  /** Alarms that are raised and not cleared, the oldest first, `limit` at most. */
  async current(
    filter: { siteId?: string | undefined; roundId?: string | undefined },
    limit: number,
  ): Promise<Alarm[]> {
    const rows = await this.alarms.current({ siteId: filter.siteId, roundId: filter.roundId }, limit);
    return rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      subject: row.subject,
      siteId: row.site_id,
      roundId: row.round_id,
      since: row.since,
      dueAt: row.due_at,
      raisedAt: row.raised_at,
    }));
  }
}
