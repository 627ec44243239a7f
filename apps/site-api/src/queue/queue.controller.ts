import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { AnnouncementDesk, LaneCaller, QueueAtHand, QueueBooks, QueueKeeper, type QueueDayBooks } from '#journey/queue';
import { Allow, CallerOf, roles, type Caller } from '#platform/access';
import { ReadsPeople } from '../audit/reads-people.js';
import { Answer } from '../front/answer.js';
import { announcementAnswer, announcementRequest, announcementView, booksAnswer, booksQuery } from './queue.dto.js';
import {
  callAnswer,
  callRequest,
  callView,
  closureAnswer,
  openingAnswer,
  queueAnswer,
  queueView,
} from './queue.dto.js';

@ApiTags('queue')
@ApiBearerAuth()
@Controller()
export class QueueController {
  constructor(
    private readonly caller: LaneCaller,
    private readonly keeper: QueueKeeper,
    private readonly announcements: AnnouncementDesk,
    private readonly books: QueueBooks,
    private readonly atHand: QueueAtHand,
  ) {}

  @Post('stations/:id/calls')
  @Allow('scanner', 'collector', 'marshal', 'organiser', 'admin')
  @ApiOperation({ summary: 'Call the next one, or the next ten people, of the station’s lane' })
  @ReadsPeople('calls')
  @Answer(201, callAnswer)
  async call(
    @Param('id', { schema: z.uuid() }) stationId: string,
    @Body({ schema: callRequest }) body: z.output<typeof callRequest>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof callAnswer>> {
    return callView(await this.caller.call(stationId, body, caller.id));
  }

  @Put('sites/:id/queue/closure')
  @HttpCode(200)
  @Allow('marshal', 'organiser', 'admin')
  @ApiOperation({ summary: 'End today’s queue: no more tickets, whoever still waits is counted as left' })
  @Answer(200, closureAnswer)
  close(
    @Param('id', { schema: z.uuid() }) siteId: string,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof closureAnswer>> {
    return this.keeper.close(siteId, caller.id);
  }

  @Put('sites/:id/queue/opening')
  @HttpCode(200)
  @Allow('organiser', 'admin')
  @ApiOperation({ summary: 'Let tickets be taken again after today’s queue was closed' })
  @Answer(200, openingAnswer)
  reopen(
    @Param('id', { schema: z.uuid() }) siteId: string,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof openingAnswer>> {
    return this.keeper.reopen(siteId, caller.id);
  }

  @Get('sites/:id/queue')
  @Allow('marshal', 'scanner', 'collector', 'sitelead', 'organiser', 'admin')
  @ApiOperation({ summary: 'Whom to see to in a site’s queue now: the next in line, the called, the missed' })
  @Answer(200, queueAnswer)
  async now(@Param('id', { schema: z.uuid() }) siteId: string): Promise<z.input<typeof queueAnswer>> {
    return queueView(await this.atHand.of(siteId));
  }

  @Get('sites/:id/queue/books')
  @Allow(...roles)
  @ApiOperation({ summary: 'What became of a day’s tickets, by lane' })
  @Answer(200, booksAnswer)
  readBooks(
    @Param('id', { schema: z.uuid() }) siteId: string,
    @Query({ schema: booksQuery }) query: z.output<typeof booksQuery>,
  ): Promise<QueueDayBooks> {
    return this.books.of(siteId, query.day);
  }

  @Post('sites/:id/announcements')
  @Allow('marshal', 'organiser', 'admin')
  @ApiOperation({ summary: 'Tell everybody who waits something, until it expires' })
  @Answer(201, announcementAnswer)
  async announce(
    @Param('id', { schema: z.uuid() }) siteId: string,
    @Body({ schema: announcementRequest }) body: z.output<typeof announcementRequest>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof announcementAnswer>> {
    const request = { ...body, expiresAt: new Date(body.expiresAt) };
    return announcementView(await this.announcements.make(siteId, request, caller.id));
  }

  @Put('announcements/:id/withdrawal')
  @HttpCode(200)
  @Allow('marshal', 'organiser', 'admin')
  @ApiOperation({ summary: 'Take an announcement off the board' })
  @Answer(200, announcementAnswer)
  async withdraw(
    @Param('id', { schema: z.uuid() }) id: string,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof announcementAnswer>> {
    return announcementView(await this.announcements.withdraw(id, caller.id));
  }
}
