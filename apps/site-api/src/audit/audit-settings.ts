import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Settings } from '#platform/config';

const piece = z.object({
  SHIHE_BULK_READING_PEOPLE: z.coerce.number().int().min(1).max(10_000_000).default(2_000),
});

/** What an installation has decided about reading of people. */
@Injectable()
export class AuditSettings {
  /** People that one account may be shown within an hour before it is an alarm. */
  readonly bulkReadingPeople: number;

  /** @throws SettingsRefused */
  constructor(@Inject(Settings) settings: Settings) {
    this.bulkReadingPeople = settings.read(piece).SHIHE_BULK_READING_PEOPLE;
  }
}
