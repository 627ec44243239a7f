import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { AmendmentDesk, RecallDesk } from '#journey/results';
import { Allow, CallerOf, type Caller } from '#platform/access';
import { ReadsPeople } from '../audit/reads-people.js';
import { Answer } from '../front/answer.js';
import {
  amendment,
  amendmentAnswer,
  amendmentView,
  assignment,
  recallAnswer,
  recallPage,
  recallQuery,
  recallView,
} from './results.dto.js';

@ApiTags('results')
@ApiBearerAuth()
@Controller('rounds/:roundId')
export class RecallsController {
  constructor(
    private readonly recalls: RecallDesk,
    private readonly amendments: AmendmentDesk,
  ) {}

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

  @Post('answers/:residentId/versions')
  @Allow('organiser')
  @ApiOperation({ summary: 'Put a published answer right: a new version with a reason, approved by a second person' })
  @ReadsPeople('results')
  @Answer(201, amendmentAnswer)
  async amend(
    @Param('roundId', { schema: z.uuid() }) roundId: string,
    @Param('residentId', { schema: z.uuid() }) residentId: string,
    @Body({ schema: amendment }) body: z.output<typeof amendment>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof amendmentAnswer>> {
    return amendmentView(await this.amendments.amend({ ...body, roundId, residentId }, caller.id));
  }
}
