import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { LedgerIntake, LedgerIsTooLarge, LedgerLimits } from '#journey/community';
import { Allow, CallerOf, type Caller } from '#platform/access';
import { UnreadableRequest } from '#platform/errors';
import { Answer } from '../front/answer.js';
import {
  importAnswer,
  importErrorPage,
  importErrorQuery,
  importReceipt,
  importView,
  rowErrorView,
} from './community.dto.js';
import { LedgerClock } from './ledger-clock.js';
import { ledgerTypes } from './ledger-bodies.js';

@ApiTags('ledger imports')
@ApiBearerAuth()
@Controller('ledger-imports')
export class LedgerImportsController {
  constructor(
    private readonly intake: LedgerIntake,
    private readonly clock: LedgerClock,
    private readonly limits: LedgerLimits,
  ) {}

  @Post()
  @HttpCode(202)
  @Allow('gridworker', 'organiser', 'admin')
  @ApiConsumes(...ledgerTypes)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOperation({
    summary: 'Hand in a ledger (CSV in UTF-8 or GB18030, or XLSX); it is read afterwards',
    description: 'Handing in the same ledger again is harmless.',
  })
  @Answer(202, importReceipt)
  async receive(
    @Body() upload: unknown,
    @Headers('content-length') length: string | undefined,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof importReceipt>> {
    if (Number(length) > this.limits.uploadBytes) throw new LedgerIsTooLarge(this.limits.uploadBytes);
    if (!(upload instanceof Readable)) {
      throw new UnreadableRequest(
        'unsupported',
        'media-type-not-supported',
        '请上传 CSV（text/csv）或 XLSX 文件，并按文件类型设置 Content-Type。',
        'Upload a CSV (text/csv) or XLSX file and set Content-Type accordingly.',
      );
    }
    const id = await this.intake.receive(upload, caller.id);
    this.clock.wake();
    return { id };
  }

  @Get(':id')
  @Allow('gridworker', 'organiser', 'admin')
  @ApiOperation({ summary: 'How far an import is, what it did, and the first of its row errors' })
  @Answer(200, importAnswer)
  async progress(@Param('id', { schema: z.uuid() }) id: string): Promise<z.input<typeof importAnswer>> {
    const progress = await this.intake.progress(id);
    return importView(progress, (await this.intake.errors(id, undefined, 100)).errors);
  }

  @Get(':id/errors')
  @Allow('gridworker', 'organiser', 'admin')
  @ApiOperation({ summary: 'What is wrong in which line and column' })
  @Answer(200, importErrorPage)
  async errors(
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: importErrorQuery }) query: z.output<typeof importErrorQuery>,
  ): Promise<z.input<typeof importErrorPage>> {
    const { errors, next } = await this.intake.errors(id, query.cursor, query.limit);
    return { items: errors.map(rowErrorView), next: next ?? null };
  }
}
