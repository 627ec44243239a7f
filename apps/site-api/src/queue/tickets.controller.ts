import { Body, Controller, Get, Header, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { QueueKeeper, TicketDesk } from '#journey/queue';
import { Allow, CallerOf, Public, type Caller } from '#platform/access';
import { Answer } from '../front/answer.js';
import { ticketAnswer, ticketRequest, ticketView } from './queue.dto.js';

type TicketAnswer = z.input<typeof ticketAnswer>;

@ApiTags('tickets')
@Controller()
export class TicketsController {
  constructor(
    private readonly desk: TicketDesk,
    private readonly keeper: QueueKeeper,
  ) {}

  @Post('sites/:id/tickets')
  @ApiBearerAuth()
  @Allow('marshal', 'organiser', 'admin', 'resident')
  @ApiOperation({ summary: 'Join the queue: number, people ahead, wait range' })
  @Answer(201, ticketAnswer)
  async take(
    @Param('id', { schema: z.uuid() }) siteId: string,
    @Body({ schema: ticketRequest }) body: z.output<typeof ticketRequest>,
    @CallerOf() caller: Caller,
  ): Promise<TicketAnswer> {
    return ticketView(await this.desk.take(siteId, body, caller));
  }

  @Get('tickets/:id')
  @Public()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'How far a ticket is; whoever knows its id holds it' })
  @Answer(200, ticketAnswer)
  async find(@Param('id', { schema: z.uuid() }) id: string): Promise<TicketAnswer> {
    return ticketView(await this.desk.find(id));
  }

  @Put('tickets/:id/recall')
  @HttpCode(200)
  @ApiBearerAuth()
  @Allow('scanner', 'collector', 'marshal', 'organiser', 'admin')
  @ApiOperation({ summary: 'Call a ticket out again' })
  @Answer(200, ticketAnswer)
  async recall(@Param('id', { schema: z.uuid() }) id: string, @CallerOf() caller: Caller): Promise<TicketAnswer> {
    return ticketView(await this.keeper.recall(id, caller.id));
  }

  @Put('tickets/:id/miss')
  @HttpCode(200)
  @ApiBearerAuth()
  @Allow('scanner', 'collector', 'marshal', 'organiser', 'admin')
  @ApiOperation({ summary: 'Nobody came when the ticket was called' })
  @Answer(200, ticketAnswer)
  async miss(@Param('id', { schema: z.uuid() }) id: string, @CallerOf() caller: Caller): Promise<TicketAnswer> {
    return ticketView(await this.keeper.end(id, 'missed', caller));
  }

  @Put('tickets/:id/return')
  @HttpCode(200)
  @ApiBearerAuth()
  @Allow('scanner', 'collector', 'marshal', 'organiser', 'admin')
  @ApiOperation({ summary: 'They came back: wait again, a few places behind the front' })
  @Answer(200, ticketAnswer)
  async return(@Param('id', { schema: z.uuid() }) id: string, @CallerOf() caller: Caller): Promise<TicketAnswer> {
    return ticketView(await this.keeper.return(id, caller.id));
  }

  @Put('tickets/:id/service')
  @HttpCode(200)
  @ApiBearerAuth()
  @Allow('scanner', 'collector', 'marshal', 'organiser', 'admin')
  @ApiOperation({ summary: 'The party was sampled' })
  @Answer(200, ticketAnswer)
  async serve(@Param('id', { schema: z.uuid() }) id: string, @CallerOf() caller: Caller): Promise<TicketAnswer> {
    return ticketView(await this.keeper.end(id, 'served', caller));
  }

  @Put('tickets/:id/departure')
  @HttpCode(200)
  @ApiBearerAuth()
  @Allow('marshal', 'organiser', 'admin', 'resident')
  @ApiOperation({ summary: 'Give a ticket up' })
  @Answer(200, ticketAnswer)
  async leave(@Param('id', { schema: z.uuid() }) id: string, @CallerOf() caller: Caller): Promise<TicketAnswer> {
    return ticketView(await this.keeper.end(id, 'left', caller));
  }
}
