import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Settings } from '#platform/config';
import { statusWords } from './board-frame.js';
import { PublicSiteRepository } from './public-site.repository.js';
import type { PublicSite } from './public-sites.js';

const piece = z.object({ SHIHE_SITE_LIST_SECONDS: z.coerce.number().min(0).max(60).default(2) });
const sitesAtMost = 5_000;

/**
 * The list of all sites, that a whole city looks at: one read serves everybody who asks within some seconds
 * (`SHIHE_SITE_LIST_SECONDS`), and whoever asks while it goes on.
 */
@Injectable()
export class SiteList {
  private readonly keptFor: number;
  private kept: { until: number; sites: Promise<readonly PublicSite[]> } | undefined;

  constructor(
    private readonly repository: PublicSiteRepository,
    settings: Settings,
  ) {
    this.keptFor = settings.read(piece).SHIHE_SITE_LIST_SECONDS * 1_000;
  }

  /** The same array as long as nothing was read anew. */
  sites(): Promise<readonly PublicSite[]> {
    if (this.kept !== undefined && performance.now() < this.kept.until) return this.kept.sites;
    const kept = { until: Infinity, sites: this.read() };
    this.kept = kept;
    kept.sites.then(
      () => (kept.until = performance.now() + this.keptFor),
      () => (kept.until = 0),
    );
    return kept.sites;
  }

  private async read(): Promise<readonly PublicSite[]> {
    const rows = await this.repository.list(sitesAtMost);
    return rows.map((row) => ({ ...row, statusWord: row.status === null ? null : statusWords[row.status] }));
  }
}
