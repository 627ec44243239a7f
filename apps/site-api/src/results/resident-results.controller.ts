import { Controller, Get, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ResultWindow } from '#journey/results';
import { Allow, CallerOf, type Caller } from '#platform/access';
import { ReadsPeople } from '../audit/reads-people.js';
import { Answer } from '../front/answer.js';
import { resultsAnswer, resultsView } from './results.dto.js';

@ApiTags('results')
@ApiBearerAuth()
@Controller('residents')
export class ResidentResultsController {
  constructor(private readonly window: ResultWindow) {}

  @Get(':id/results')
  @Allow('resident', 'gridworker', 'organiser', 'admin')
  @ApiOperation({ summary: 'Which gate the resident’s swab has passed in each round, and the outcome' })
  @ReadsPeople('results')
  @Answer(200, resultsAnswer)
  async results(
    @Param('id', { schema: z.uuid() }) id: string,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof resultsAnswer>> {
    return resultsView(id, await this.window.of(id, caller));
  }
}
