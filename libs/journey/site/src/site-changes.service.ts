import { Injectable } from '@nestjs/common';
import { changedFields } from '#platform/config';
import { Transactions } from '#platform/database';
import { Journal } from '#platform/journal';
import { LiveSignals } from '#platform/live';
import { areInOrder, type Bands } from './bands.js';
import { SiteRegister, type Site } from './site-register.service.js';
import { parseSiteSettings, type SiteSettings } from './site-settings.js';
import { BandsCross } from './site.errors.js';
import { SiteChanged } from './site.events.js';
import { SiteRepository, type SiteAsSaid } from './site.repository.js';

/** What of a site may become another while it works. What is not named stays; an empty `serves` says that it serves all. */
export interface SiteChange {
  name?: string | undefined;
  address?: string | undefined;
  serves?: string | undefined;
  bands?: { [Band in keyof Bands]?: number | undefined } | undefined;
  settings?: Partial<SiteSettings> | undefined;
}

/** Changes what a site is called, whom it serves, its bands of waiting and its settings. */
@Injectable()
export class SiteChanges {
  constructor(
    private readonly transactions: Transactions,
    private readonly register: SiteRegister,
    private readonly sites: SiteRepository,
    private readonly journal: Journal,
    private readonly live: LiveSignals,
  ) {}

  /** Doing it again changes nothing. The boards hear of it. @throws SiteNotFound, BandsCross */
  async change(siteId: string, change: SiteChange, actorId: string): Promise<Site> {
    return this.transactions.run(async (tx) => {
      await this.sites.holdSite(tx, siteId);
      const site = await this.register.reach(siteId, tx);
      const after = { ...site, ...asSaid(site, change) };
      if (!areInOrder(after.bands)) throw new BandsCross(after.bands);
      const changed = changedFields(fieldsOf(site), fieldsOf(after));
      if (changed.length === 0) return site;
      await this.sites.changeSite(tx, siteId, after);
      const payload = { siteId, changed };
      await this.journal.record(tx, SiteChanged, { actorId, siteId, subject: `site:${siteId}`, payload });
      await this.live.changed(tx, 'board', siteId);
      return after;
    });
  }
}

function asSaid(site: Site, change: SiteChange): SiteAsSaid & { settings: SiteSettings } {
  const { name = site.name, address = site.address } = change;
  const serves = change.serves === undefined ? site.serves : change.serves === '' ? null : change.serves;
  const { busyAfterMinutes = site.bands.busyAfterMinutes, crowdedAfterMinutes = site.bands.crowdedAfterMinutes } =
    change.bands ?? {};
  const bands = { busyAfterMinutes, crowdedAfterMinutes };
  return { name, address, serves, bands, settings: parseSiteSettings({ ...site.settings, ...change.settings }) };
}

/** Flat, as the journal tells what differed. */
function fieldsOf({ name, address, serves, bands, settings }: Site) {
  return { name, address, serves, ...bands, ...settings };
}
