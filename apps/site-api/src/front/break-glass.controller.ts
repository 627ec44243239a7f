import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allow, BreakGlass, CallerOf, type Caller, type Glass } from '#platform/access';
import { Answer } from './answer.js';
import { glass, glassList, glassRequest } from './scopes.dto.js';

const glassId = z.uuid();

@ApiTags('break-glass')
@ApiBearerAuth()
@Controller('break-glass')
export class BreakGlassController {
  constructor(private readonly glasses: BreakGlass) {}

  @Post()
  @Allow('organiser', 'sitelead')
  @ApiOperation({ summary: 'Ask, in an emergency, to see more than one’s scope for up to thirty minutes' })
  @Answer(201, glass)
  async ask(
    @Body({ schema: glassRequest }) body: z.output<typeof glassRequest>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof glass>> {
    return answerOf(await this.glasses.ask(body, caller.id));
  }

  @Get()
  @Allow('security', 'organiser', 'sitelead')
  @ApiOperation({ summary: 'What was asked for, newest first; a site lead is shown their own' })
  @Answer(200, glassList)
  async list(@CallerOf() caller: Caller): Promise<z.input<typeof glassList>> {
    const requests = await this.glasses.list(seesOwnOnly(caller) ? caller.id : null);
    return { requests: requests.map(answerOf) };
  }

  @Put(':id/approval')
  @Allow('security', 'organiser')
  @ApiOperation({ summary: 'Let somebody see what they asked for; nobody approves their own' })
  @Answer(200, glass)
  async approve(
    @Param('id', { schema: glassId }) id: string,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof glass>> {
    return answerOf(await this.glasses.approve(id, caller.id));
  }

  @Put(':id/ending')
  @Allow('security', 'organiser', 'sitelead')
  @ApiOperation({ summary: 'End it before its time, or refuse it; a site lead ends their own' })
  @Answer(200, glass)
  async end(@Param('id', { schema: glassId }) id: string, @CallerOf() caller: Caller): Promise<z.input<typeof glass>> {
    return answerOf(await this.glasses.end(id, caller.id, seesOwnOnly(caller)));
  }
}

function seesOwnOnly(caller: Caller): boolean {
  return caller.kind === 'staff' && caller.role === 'sitelead';
}

function answerOf(one: Glass): z.input<typeof glass> {
  return {
    ...one,
    requestedAt: one.requestedAt.toISOString(),
    approvedAt: one.approvedAt?.toISOString() ?? null,
    until: one.until?.toISOString() ?? null,
    endedAt: one.endedAt?.toISOString() ?? null,
  };
}
