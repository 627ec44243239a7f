import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { SiteRegister } from '#journey/site';
import { Clock } from '#platform/clock';
import { bodyHash, Transactions } from '#platform/database';
import { Journal } from '#platform/journal';
import { AnnouncementRepository, type AnnouncementRow } from './announcement.repository.js';
import { BoardHand } from './board-hand.service.js';
import { AnnouncementHasExpired, AnnouncementIdTaken, AnnouncementNotFound } from './queue.errors.js';
import { AnnouncementMade, AnnouncementWithdrawn } from './queue.events.js';

export interface AnnouncementRequest {
  id?: string | undefined;
  zh: string;
  en?: string | undefined;
  expiresAt: Date;
}

export interface Announcement {
  id: string;
  siteId: string;
  zh: string;
  en: string | null;
  expiresAt: Date;
  withdrawnAt: Date | null;
}

/** What the site tells everybody who waits, until it expires or is taken back. */
@Injectable()
export class AnnouncementDesk {
  constructor(
    private readonly transactions: Transactions,
    private readonly announcements: AnnouncementRepository,
    private readonly register: SiteRegister,
    private readonly journal: Journal,
    private readonly board: BoardHand,
    private readonly clock: Clock,
  ) {}

  /** @throws SiteNotFound, AnnouncementHasExpired, AnnouncementIdTaken */
  async make(siteId: string, request: AnnouncementRequest, actorId: string): Promise<Announcement> {
    const { id = uuidv7(), zh, en = null, expiresAt } = request;
    const hash = bodyHash({ ...request, id, siteId });
    const now = this.clock.now();
    await this.register.reach(siteId);
    return this.transactions.run(async (tx) => {
      const earlier = await this.announcements.announcement(id, tx);
      if (earlier === undefined && expiresAt <= now) throw new AnnouncementHasExpired();
      const row = { id, site_id: siteId, zh, en, made_by: actorId, made_at: now, expires_at: expiresAt };
      if (await this.announcements.add(tx, { ...row, body_hash: hash })) {
        const payload = { announcementId: id, siteId };
        await this.journal.record(tx, AnnouncementMade, { actorId, siteId, subject: `announcement:${id}`, payload });
        await this.board.changed(tx, siteId);
      }
      const made = await this.announcements.announcement(id, tx);
      if (made?.body_hash.equals(hash) !== true) throw new AnnouncementIdTaken();
      return announcementOf(made);
    });
  }

  /** Takes an announcement off the board. @throws AnnouncementNotFound */
  async withdraw(id: string, actorId: string): Promise<Announcement> {
    return this.transactions.run(async (tx) => {
      const withdrawn = await this.announcements.withdraw(tx, id, this.clock.now());
      const row = await this.announcements.announcement(id, tx);
      if (row === undefined) throw new AnnouncementNotFound();
      if (withdrawn) {
        const siteId = row.site_id;
        const payload = { announcementId: id, siteId };
        const entry = { actorId, siteId, subject: `announcement:${id}`, payload };
        await this.journal.record(tx, AnnouncementWithdrawn, entry);
        await this.board.changed(tx, siteId);
      }
      return announcementOf(row);
    });
  }
}

function announcementOf(row: AnnouncementRow): Announcement {
  return {
    id: row.id,
    siteId: row.site_id,
    zh: row.zh,
    en: row.en,
    expiresAt: row.expires_at,
    withdrawnAt: row.withdrawn_at,
  };
}
