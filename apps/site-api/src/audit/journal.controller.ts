import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Allow, CallerOf, type Caller } from '#platform/access';
import { Answer } from '../front/answer.js';
import { entryView, journalPage, journalQuery, verificationAnswer, verificationView } from './audit.dto.js';
import { JournalReader } from './journal-reader.service.js';
import { ReadingLog } from './reading-log.service.js';

@ApiTags('audit')
@ApiBearerAuth()
@Controller('journal')
export class JournalController {
  constructor(
    private readonly reader: JournalReader,
    private readonly readings: ReadingLog,
  ) {}

  @Get()
  @Allow('auditor')
  @ApiOperation({
    summary: 'What happened, the latest first',
    description: 'Reading the journal is itself journalled: which filter, how many entries, from which to which.',
  })
  @Answer(200, journalPage)
  async entries(
    @Query({ schema: journalQuery }) { cursor, limit, ...filter }: z.output<typeof journalQuery>,
    @CallerOf() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<z.input<typeof journalPage>> {
    const { items, next } = await this.reader.entries(filter, cursor, limit);
    await this.readings.noteJournal(filter, items, caller.id, request.id);
    return { items: items.map(entryView), next };
  }

  @Get('verification')
  @Allow('auditor')
  @ApiOperation({
    summary: 'What the last verification of the whole journal found, and the ends of its chains',
    description: 'Reading it is itself journalled.',
  })
  @Answer(200, verificationAnswer)
  async verification(
    @CallerOf() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<z.input<typeof verificationAnswer>> {
    const last = await this.reader.lastVerification();
    await this.readings.noteJournal({ verification: last?.id ?? 'none' }, [], caller.id, request.id);
    return verificationView(last);
  }
}
