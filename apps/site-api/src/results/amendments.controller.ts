import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { AmendmentDesk } from '#journey/results';
import { Allow, CallerOf, type Caller } from '#platform/access';
import { ReadsPeople } from '../audit/reads-people.js';
import { Answer } from '../front/answer.js';
import {
  amendmentAnswer,
  amendmentPage,
  amendmentQuery,
  amendmentRefusal,
  amendmentRequest,
  amendmentView,
} from './amendments.dto.js';
import { nothing } from './mergings.dto.js';

@ApiTags('results')
@ApiBearerAuth()
@Controller()
export class AmendmentsController {
  constructor(private readonly desk: AmendmentDesk) {}

  @Post('rounds/:roundId/answers/:residentId/amendments')
  @Allow('organiser')
  @ApiOperation({ summary: 'Propose to put a published answer right; it changes when a second person agrees' })
  @ReadsPeople('results')
  @Answer(201, amendmentAnswer)
  async propose(
    @Param('roundId', { schema: z.uuid() }) roundId: string,
    @Param('residentId', { schema: z.uuid() }) residentId: string,
    @Body({ schema: amendmentRequest }) { id, ...body }: z.output<typeof amendmentRequest>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof amendmentAnswer>> {
    return amendmentView(await this.desk.propose({ ...body, id: id ?? uuidv7(), roundId, residentId }, caller.id));
  }

  @Get('amendments')
  @Allow('organiser', 'admin')
  @ApiOperation({ summary: 'Which answers were or are to be put right by hand, the latest first' })
  @ReadsPeople('results')
  @Answer(200, amendmentPage)
  async list(
    @Query({ schema: amendmentQuery }) { cursor, limit, ...filter }: z.output<typeof amendmentQuery>,
  ): Promise<z.input<typeof amendmentPage>> {
    const { items, next } = await this.desk.list(filter, cursor, limit);
    return { items: items.map(amendmentView), next };
  }

  @Get('amendments/:id')
  @Allow('organiser', 'admin')
  @ApiOperation({ summary: 'One amendment' })
  @ReadsPeople('results')
  @Answer(200, amendmentAnswer)
  async find(@Param('id', { schema: z.uuid() }) id: string): Promise<z.input<typeof amendmentAnswer>> {
    return amendmentView(await this.desk.find(id));
  }

  @Put('amendments/:id/approval')
  @HttpCode(200)
  @Allow('organiser', 'admin')
  @ApiOperation({ summary: 'Agree as the second person, signed in as oneself: the new version is published' })
  @ReadsPeople('results')
  @Answer(200, amendmentAnswer)
  async approve(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: nothing }) _: unknown,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof amendmentAnswer>> {
    return amendmentView(await this.desk.approve(id, caller.id));
  }

  @Put('amendments/:id/refusal')
  @HttpCode(200)
  @Allow('organiser', 'admin')
  @ApiOperation({ summary: 'Refuse an amendment and say why' })
  @ReadsPeople('results')
  @Answer(200, amendmentAnswer)
  async refuse(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: amendmentRefusal }) { reason }: z.output<typeof amendmentRefusal>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof amendmentAnswer>> {
    return amendmentView(await this.desk.refuse(id, reason, caller.id));
  }

  @Put('amendments/:id/withdrawal')
  @HttpCode(200)
  @Allow('organiser')
  @ApiOperation({ summary: 'Take one’s own amendment back while nobody has decided' })
  @ReadsPeople('results')
  @Answer(200, amendmentAnswer)
  async withdraw(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: nothing }) _: unknown,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof amendmentAnswer>> {
    return amendmentView(await this.desk.withdraw(id, caller.id));
  }
}
