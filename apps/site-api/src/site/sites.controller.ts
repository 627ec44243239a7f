import { Body, Controller, Get, Headers, HttpCode, Param, Patch, Post, Put, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { SiteList } from '#journey/queue';
import { SiteChanges, SiteRegister, type Station } from '#journey/site';
import { Allow, CallerOf, Public, roles, type Caller } from '#platform/access';
import { Answer } from '../front/answer.js';
import { publish } from '../front/publish.js';
import {
  publicSiteList,
  publicSiteListView,
  sessionAnswer,
  sessionList,
  sessionPlan,
  sessionView,
} from './site.dto.js';
import {
  coordinates,
  siteAnswer,
  siteChange,
  sitePlan,
  siteStateRequest,
  stationAnswer,
  stationList,
  stationPlan,
} from './site.dto.js';

@ApiTags('sites')
@Controller('sites')
export class SitesController {
  constructor(
    private readonly register: SiteRegister,
    private readonly changes: SiteChanges,
    private readonly siteList: SiteList,
  ) {}

  @Post()
  @ApiBearerAuth()
  @Allow('organiser', 'admin')
  @ApiOperation({ summary: 'Add a site with its lanes' })
  @Answer(201, siteAnswer)
  add(
    @Body({ schema: sitePlan }) body: z.output<typeof sitePlan>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof siteAnswer>> {
    return this.register.add(body, caller.id);
  }

  @Get()
  @Public()
  @ApiOperation({ summary: 'All sites: name, place, whether they are open and how long people wait' })
  @Answer(200, publicSiteList)
  async list(
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return publish(await this.siteList.sites(), publicSiteListView, known, reply);
  }

  @Get(':id')
  @Public()
  @ApiOperation({ summary: 'One site' })
  @Answer(200, siteAnswer)
  find(@Param('id', { schema: z.uuid() }) id: string): Promise<z.input<typeof siteAnswer>> {
    return this.register.find(id);
  }

  @Patch(':id')
  @ApiBearerAuth()
  @Allow('organiser')
  @ApiOperation({ summary: 'Change the name, address, bands of waiting or settings of a site, or whom it serves' })
  @Answer(200, siteAnswer)
  change(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: siteChange }) body: z.output<typeof siteChange>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof siteAnswer>> {
    return this.changes.change(id, body, caller.id);
  }

  @Put(':id/state')
  @HttpCode(200)
  @ApiBearerAuth()
  @Allow('organiser', 'marshal', 'admin')
  @ApiOperation({ summary: 'Open, pause (with the reason) or close a site' })
  @Answer(200, siteAnswer)
  setState(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: siteStateRequest }) body: z.output<typeof siteStateRequest>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof siteAnswer>> {
    return this.register.setState(id, body.state, body.reason, caller.id);
  }

  @Put(':id/coordinates')
  @HttpCode(200)
  @ApiBearerAuth()
  @Allow('organiser', 'admin')
  @ApiOperation({ summary: 'Say where a site lies (WGS 84), so that people find the nearest' })
  @Answer(200, siteAnswer)
  place(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: coordinates }) body: z.output<typeof coordinates>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof siteAnswer>> {
    return this.register.place(id, body, caller.id);
  }

  @Post(':id/stations')
  @ApiBearerAuth()
  @Allow('organiser', 'admin')
  @ApiOperation({ summary: 'Add a station (a table with one scanner and one collector)' })
  @Answer(201, stationAnswer)
  addStation(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: stationPlan }) body: z.output<typeof stationPlan>,
    @CallerOf() caller: Caller,
  ): Promise<Station> {
    return this.register.addStation(id, body, caller.id);
  }

  @Get(':id/stations')
  @ApiBearerAuth()
  @Allow(...roles)
  @ApiOperation({ summary: 'The stations of a site, by number' })
  @Answer(200, stationList)
  async stations(@Param('id', { schema: z.uuid() }) id: string): Promise<{ items: Station[] }> {
    return { items: await this.register.stations(id) };
  }

  @Post(':id/sessions')
  @ApiBearerAuth()
  @Allow('organiser', 'admin')
  @ApiOperation({ summary: 'Plan opening hours, by day or by night' })
  @Answer(201, sessionAnswer)
  async planSession(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: sessionPlan }) body: z.output<typeof sessionPlan>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof sessionAnswer>> {
    const { lastEntryAt, ...rest } = body;
    const plan = {
      ...rest,
      opensAt: new Date(body.opensAt),
      closesAt: new Date(body.closesAt),
      ...(lastEntryAt === undefined ? {} : { lastEntryAt: new Date(lastEntryAt) }),
    };
    return sessionView(await this.register.planSession(id, plan, caller.id));
  }

  @Get(':id/sessions')
  @Public()
  @ApiOperation({ summary: 'The opening hours of a site, latest first' })
  @Answer(200, sessionList)
  async sessions(@Param('id', { schema: z.uuid() }) id: string): Promise<z.input<typeof sessionList>> {
    return { items: (await this.register.sessions(id)).map(sessionView) };
  }
}
