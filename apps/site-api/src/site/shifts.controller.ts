import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ShiftRoster } from '#journey/site';
import { Allow, CallerOf, roles, type Caller } from '#platform/access';
import { Answer } from '../front/answer.js';
import { shiftAnswer, shiftPlan, shiftView } from './site.dto.js';

type ShiftAnswer = z.input<typeof shiftAnswer>;

@ApiTags('shifts')
@ApiBearerAuth()
@Controller()
export class ShiftsController {
  constructor(private readonly roster: ShiftRoster) {}

  @Post('stations/:id/shifts')
  @Allow('organiser', 'admin')
  @ApiOperation({ summary: 'Put a pair on a station from when to when' })
  @Answer(201, shiftAnswer)
  async plan(
    @Param('id', { schema: z.uuid() }) stationId: string,
    @Body({ schema: shiftPlan }) body: z.output<typeof shiftPlan>,
    @CallerOf() caller: Caller,
  ): Promise<ShiftAnswer> {
    const plan = { ...body, startsAt: new Date(body.startsAt), endsAt: new Date(body.endsAt) };
    return shiftView(await this.roster.plan(stationId, plan, caller.id));
  }

  @Get('shifts/:id')
  @Allow(...roles)
  @ApiOperation({ summary: 'A shift and its time on duty' })
  @Answer(200, shiftAnswer)
  async find(@Param('id', { schema: z.uuid() }) id: string): Promise<ShiftAnswer> {
    return shiftView(await this.roster.find(id));
  }

  @Put('shifts/:id/end')
  @HttpCode(200)
  @Allow('organiser', 'scanner', 'collector', 'admin')
  @ApiOperation({ summary: 'End a shift now' })
  @Answer(200, shiftAnswer)
  async end(@Param('id', { schema: z.uuid() }) id: string, @CallerOf() caller: Caller): Promise<ShiftAnswer> {
    return shiftView(await this.roster.end(id, caller.id));
  }
}
