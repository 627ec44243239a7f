import { Controller, Get, Header } from '@nestjs/common';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Public } from '#platform/access';
import { projectRoot, Settings } from '#platform/config';

/** Where browsers reach site-api; not set where one door stands in front of the whole house. */
const piece = z.object({
  SHIHE_HOUSE_ADDRESS: z
    .url({ protocol: /^https?$/ })
    .transform((address) => new URL(address).origin)
    .optional(),
});

export function houseAddress(settings: Settings): string {
  return settings.read(piece).SHIHE_HOUSE_ADDRESS ?? '';
}

/** Where the build has left a page. */
export function builtPage(page: string): string {
  return join(projectRoot(), 'web', 'dist', page);
}

/** What the board's page asks its server about itself. */
@Controller('board')
export class PagesController {
  private readonly answer: { house: string; hasResidentPage: boolean };

  constructor(settings: Settings) {
    this.answer = { house: houseAddress(settings), hasResidentPage: existsSync(builtPage('resident')) };
  }

  @Get('settings.json')
  @Public()
  @Header('cache-control', 'no-store')
  settings(): { house: string; hasResidentPage: boolean } {
    return this.answer;
  }
}
