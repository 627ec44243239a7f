import { Body, Controller, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ExceptionDesk } from '#journey/sampling';
import { SiteRegister } from '#journey/site';
import { Allow, CallerOf, type Caller } from '#platform/access';
import { ReadsPeople } from '../audit/reads-people.js';
import { Answer } from '../front/answer.js';
import {
  exceptionAnswer,
  exceptionCounts,
  exceptionPage,
  exceptionQuery,
  exceptionView,
  owning,
  resolving,
} from './exceptions.dto.js';

const pageSize = 100;

@ApiTags('exceptions')
@ApiBearerAuth()
@Controller()
export class ExceptionsController {
  constructor(
    private readonly desk: ExceptionDesk,
    private readonly sites: SiteRegister,
  ) {}

  @Get('exceptions')
  @Allow('sitelead', 'organiser', 'security', 'admin')
  @ApiOperation({ summary: 'What happened and breaks a rule, the most urgent first' })
  @ReadsPeople('exceptions')
  @Answer(200, exceptionPage)
  async list(
    @Query({ schema: exceptionQuery }) query: z.infer<typeof exceptionQuery>,
  ): Promise<z.input<typeof exceptionPage>> {
    const { cursor, ...filter } = query;
    const { items, next } = await this.desk.list(filter, cursor, pageSize);
    return { exceptions: items.map(exceptionView), next };
  }

  @Get('exceptions/:id')
  @Allow('sitelead', 'organiser', 'security', 'admin')
  @ApiOperation({ summary: 'One exception' })
  @ReadsPeople('exceptions')
  @Answer(200, exceptionAnswer)
  async find(@Param('id', { schema: z.uuid() }) id: string): Promise<z.input<typeof exceptionAnswer>> {
    return exceptionView(await this.desk.find(id));
  }

  @Put('exceptions/:id/resolution')
  @HttpCode(200)
  @Allow('sitelead', 'organiser', 'security')
  @ApiOperation({ summary: 'End an exception: how, and why' })
  @ReadsPeople('exceptions')
  @Answer(200, exceptionAnswer)
  async resolve(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: resolving }) body: z.infer<typeof resolving>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof exceptionAnswer>> {
    return exceptionView(await this.desk.resolve(id, body, caller.id));
  }

  @Put('exceptions/:id/owner')
  @HttpCode(200)
  @Allow('sitelead', 'organiser', 'security')
  @ApiOperation({ summary: 'Say who sees to an exception: a role at the site, or one person' })
  @ReadsPeople('exceptions')
  @Answer(200, exceptionAnswer)
  async own(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: owning }) body: z.infer<typeof owning>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof exceptionAnswer>> {
    return exceptionView(await this.desk.own(id, { role: body.role, accountId: body.accountId ?? null }, caller.id));
  }

  @Get('sites/:id/exception-counts')
  @Allow('sitelead', 'organiser', 'security', 'admin')
  @ApiOperation({ summary: 'How many exceptions of each kind a site has: open, overdue, resolved' })
  @Answer(200, exceptionCounts)
  async counts(@Param('id', { schema: z.uuid() }) siteId: string): Promise<z.input<typeof exceptionCounts>> {
    await this.sites.reach(siteId);
    return { siteId, kinds: await this.desk.counts(siteId) };
  }
}
