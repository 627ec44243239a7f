import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { MergingBook } from '#journey/community';
import { IdentityMerger } from '#journey/results';
import { Allow, CallerOf, type Caller } from '#platform/access';
import { ReadsPeople } from '../audit/reads-people.js';
import { Answer } from '../front/answer.js';
import {
  mergingAnswer,
  mergingPage,
  mergingQuery,
  mergingRefusal,
  mergingRequest,
  mergingView,
  nothing,
} from './mergings.dto.js';

@ApiTags('mergings')
@ApiBearerAuth()
@Controller()
export class MergingsController {
  constructor(
    private readonly book: MergingBook,
    private readonly merger: IdentityMerger,
  ) {}

  @Post('residents/:id/merging')
  @Allow('gridworker', 'organiser')
  @ApiOperation({ summary: 'Say that this entry of the ledger and another one are the same person' })
  @ReadsPeople('mergings')
  @Answer(201, mergingAnswer)
  async propose(
    @Param('id', { schema: z.uuid() }) absorbedId: string,
    @Body({ schema: mergingRequest }) { id, into, reason, note }: z.output<typeof mergingRequest>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof mergingAnswer>> {
    const request = { id: id ?? uuidv7(), absorbedId, survivorId: into, reason, note };
    return mergingView(await this.book.propose(request, caller.id));
  }

  @Get('mergings')
  @Allow('gridworker', 'organiser', 'admin')
  @ApiOperation({ summary: 'Which entries were or are to be merged, the latest first' })
  @ReadsPeople('mergings')
  @Answer(200, mergingPage)
  async list(
    @Query({ schema: mergingQuery }) { state, cursor, limit }: z.output<typeof mergingQuery>,
  ): Promise<z.input<typeof mergingPage>> {
    const { items, next } = await this.book.list(state, cursor, limit);
    return { items: items.map(mergingView), next };
  }

  @Put('mergings/:id/approval')
  @HttpCode(200)
  @Allow('gridworker', 'organiser')
  @ApiOperation({ summary: 'Agree as the second person: everything of the one entry becomes the other’s' })
  @ReadsPeople('mergings')
  @Answer(200, mergingAnswer)
  async approve(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: nothing }) _: unknown,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof mergingAnswer>> {
    return mergingView(await this.merger.approve(id, caller.id));
  }

  @Put('mergings/:id/refusal')
  @HttpCode(200)
  @Allow('gridworker', 'organiser')
  @ApiOperation({ summary: 'Refuse a merging and say why' })
  @ReadsPeople('mergings')
  @Answer(200, mergingAnswer)
  async refuse(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: mergingRefusal }) { reason }: z.output<typeof mergingRefusal>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof mergingAnswer>> {
    return mergingView(await this.book.refuse(id, reason, caller.id));
  }
}
