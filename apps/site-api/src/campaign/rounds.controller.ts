import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { RoundDesk } from '#journey/campaign';
import { Allow, CallerOf, roles, type Caller } from '#platform/access';
import { Answer } from '../front/answer.js';
import { page, roundAnswer, roundChange, roundPage, roundPlan, roundView } from './campaign.dto.js';

type RoundAnswer = z.input<typeof roundAnswer>;

@ApiTags('rounds')
@ApiBearerAuth()
@Controller('rounds')
export class RoundsController {
  constructor(private readonly desk: RoundDesk) {}

  @Post()
  @Allow('organiser', 'admin')
  @ApiOperation({ summary: 'Plan a round as a draft: its areas, window and pool policy' })
  @Answer(201, roundAnswer)
  async plan(
    @Body({ schema: roundPlan }) body: z.output<typeof roundPlan>,
    @CallerOf() caller: Caller,
  ): Promise<RoundAnswer> {
    const { startsAt, deadline, ...rest } = body;
    const plan = { ...rest, startsAt: new Date(startsAt), deadline: new Date(deadline) };
    return roundView(await this.desk.plan(plan, caller.id));
  }

  @Get()
  @Allow(...roles)
  @ApiOperation({ summary: 'All rounds, newest first' })
  @Answer(200, roundPage)
  async list(@Query({ schema: page }) query: z.output<typeof page>): Promise<z.input<typeof roundPage>> {
    const { items, next } = await this.desk.list(query.cursor, query.limit);
    return { items: items.map(roundView), next };
  }

  @Get(':id')
  @Allow(...roles)
  @ApiOperation({ summary: 'One round' })
  @Answer(200, roundAnswer)
  async find(@Param('id', { schema: z.uuid() }) id: string): Promise<RoundAnswer> {
    return roundView(await this.desk.find(id));
  }

  @Patch(':id')
  @Allow('organiser')
  @ApiOperation({ summary: 'Change the name, the deadline or settings of a round that has not ended' })
  @Answer(200, roundAnswer)
  async change(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: roundChange }) body: z.output<typeof roundChange>,
    @CallerOf() caller: Caller,
  ): Promise<RoundAnswer> {
    const { name, deadline, settings } = body;
    const change = { name, deadline: deadline === undefined ? undefined : new Date(deadline), settings };
    return roundView(await this.desk.change(id, change, caller.id));
  }

  @Put(':id/opening')
  @HttpCode(200)
  @Allow('organiser', 'admin')
  @ApiOperation({ summary: 'Open a round: sampling may begin' })
  @Answer(200, roundAnswer)
  async open(@Param('id', { schema: z.uuid() }) id: string, @CallerOf() caller: Caller): Promise<RoundAnswer> {
    return roundView(await this.desk.move(id, 'open', caller.id));
  }

  @Put(':id/closing')
  @HttpCode(200)
  @Allow('organiser', 'admin')
  @ApiOperation({ summary: 'Begin to close a round: what is under way is brought to its end' })
  @Answer(200, roundAnswer)
  async close(@Param('id', { schema: z.uuid() }) id: string, @CallerOf() caller: Caller): Promise<RoundAnswer> {
    return roundView(await this.desk.move(id, 'closing', caller.id));
  }

  @Put(':id/closure')
  @HttpCode(200)
  @Allow('organiser', 'admin')
  @ApiOperation({ summary: 'Close a round for good' })
  @Answer(200, roundAnswer)
  async end(@Param('id', { schema: z.uuid() }) id: string, @CallerOf() caller: Caller): Promise<RoundAnswer> {
    return roundView(await this.desk.move(id, 'closed', caller.id));
  }
}
