import { Body, Controller, HttpCode, Param, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { HomeVisitBook } from '#journey/campaign';
import { Allow, CallerOf, type Caller } from '#platform/access';
import { Answer } from '../front/answer.js';
import { homeVisits, homeVisitsAnswer } from './campaign.dto.js';

@ApiTags('rounds')
@ApiBearerAuth()
@Controller('rounds/:id/home-visits')
export class HomeVisitsController {
  constructor(private readonly book: HomeVisitBook) {}

  @Put()
  @HttpCode(200)
  @Allow('organiser', 'admin')
  @ApiOperation({ summary: 'Ask one person to go to the doors of these, or nobody any more; said twice it is once' })
  @Answer(200, homeVisitsAnswer)
  async assign(
    @Param('id', { schema: z.uuid() }) roundId: string,
    @Body({ schema: homeVisits }) body: z.output<typeof homeVisits>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof homeVisitsAnswer>> {
    return { changed: await this.book.assign(roundId, body, caller.id) };
  }
}
