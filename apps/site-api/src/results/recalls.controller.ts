import { Body, Controller, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { RecallDesk } from '#journey/results';
import { Allow, CallerOf, type Caller } from '#platform/access';
import { ReadsPeople } from '../audit/reads-people.js';
import { Answer } from '../front/answer.js';
import { assignment, recallAnswer, recallPage, recallQuery, recallView } from './results.dto.js';

@ApiTags('results')
@ApiBearerAuth()
@Controller('rounds/:roundId')
export class RecallsController {
  constructor(private readonly recalls: RecallDesk) {}

  @Get('recalls')
  @Allow('gridworker', 'organiser', 'admin')
  @ApiOperation({ summary: 'Who must come back, the most urgent first' })
  @ReadsPeople('recalls')
  @Answer(200, recallPage)
  async list(
    @Param('roundId', { schema: z.uuid() }) roundId: string,
    @Query({ schema: recallQuery }) query: z.output<typeof recallQuery>,
  ): Promise<z.input<typeof recallPage>> {
    const { items, next } = await this.recalls.list(roundId, query.state, query.cursor, query.limit);
    return { items: items.map(recallView), next };
  }

  @Put('recalls/:orderId/assignment')
  @HttpCode(200)
  @Allow('organiser', 'admin')
  @ApiOperation({ summary: 'Say who sees to it that the person comes' })
  @ReadsPeople('recalls')
  @Answer(200, recallAnswer)
  async assign(
    @Param('roundId', { schema: z.uuid() }) roundId: string,
    @Param('orderId', { schema: z.uuid() }) orderId: string,
    @Body({ schema: assignment }) body: z.output<typeof assignment>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof recallAnswer>> {
    return recallView(await this.recalls.assign(roundId, orderId, body.assigneeId, caller.id));
  }
}
