import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Readable } from 'node:stream';
import { z } from 'zod';
import {
  LabRegister,
  reportContentTypes,
  ReportDesk,
  ReportFormatUnknown,
  ReportIsTooLarge,
  ReportLimits,
  type HandedIn,
  type Report,
} from '#journey/lab';
import { Allow, CallerOf, type Caller } from '#platform/access';
import { Answer } from '../front/answer.js';
import { ownLabOf } from './own-lab.js';
import { reportAnswer, reportList, reportPreview, reportQuery, reportReceipt } from './lab.dto.js';

const latest = 50;

@ApiTags('lab')
@ApiBearerAuth()
@Controller('lab/reports')
export class ReportsController {
  constructor(
    private readonly desk: ReportDesk,
    private readonly labs: LabRegister,
    private readonly limits: ReportLimits,
  ) {}

  @Post()
  @HttpCode(202)
  @Allow('lab')
  @ApiConsumes(...reportContentTypes)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOperation({
    summary: 'Hand in a report: whole or not at all, and once',
    description:
      'JSON lines {barcode, outcome, testedAt, ct?, note?}; the first line may be a header {file, rows}. Or a table, CSV in UTF-8 or GB18030 or XLSX, with the headings 采样管编号 (barcode), 检测结果 (outcome), 检测时间 (tested at). Or HL7 v2 ORU^R01 messages, or a FHIR bundle of Observations.',
  })
  @Answer(202, reportReceipt)
  async upload(
    @Body() upload: unknown,
    @Headers('content-type') contentType: string | undefined,
    @Headers('content-length') length: string | undefined,
    @Query({ schema: reportQuery }) { file }: z.infer<typeof reportQuery>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof reportReceipt>> {
    const { id, state } = await this.desk.upload(await this.handedIn(upload, { contentType, length, file }), caller.id);
    return { id, state };
  }

  @Post('preview')
  @HttpCode(200)
  @Allow('lab')
  @ApiConsumes(...reportContentTypes)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOperation({ summary: 'What handing in this report would do, and what is wrong with it; nothing happens' })
  @Answer(200, reportPreview)
  async preview(
    @Body() upload: unknown,
    @Headers('content-type') contentType: string | undefined,
    @Headers('content-length') length: string | undefined,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof reportPreview>> {
    const file = await this.handedIn(upload, { contentType, length });
    const { verdicts, applied, errors, ...preview } = await this.desk.preview(file, caller.id);
    return {
      ...preview,
      counts: verdicts,
      errors: errors.map(errorView),
      applied: applied === null ? null : { id: applied.id, appliedAt: applied.appliedAt.toISOString() },
    };
  }

  @Get()
  @Allow('lab', 'organiser', 'admin')
  @ApiOperation({ summary: 'The latest reports, the newest first' })
  @Answer(200, reportList)
  async latest(@CallerOf() caller: Caller): Promise<z.input<typeof reportList>> {
    const reports = await this.desk.latest(await ownLabOf(this.labs, caller), latest);
    return { reports: reports.map(summaryOf) };
  }

  @Get(':id')
  @Allow('lab', 'organiser', 'admin')
  @ApiOperation({ summary: 'What became of a report; what is wrong with it, line by line' })
  @Answer(200, reportAnswer)
  async report(
    @Param('id', { schema: z.uuid() }) id: string,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof reportAnswer>> {
    return answerOf(await this.desk.find(id, await ownLabOf(this.labs, caller)));
  }

  private async handedIn(
    upload: unknown,
    said: { contentType: string | undefined; length: string | undefined; file?: string | undefined },
  ): Promise<HandedIn> {
    if (!(upload instanceof Readable)) throw new ReportFormatUnknown(reportContentTypes);
    if (Number(said.length) > this.limits.uploadBytes) throw new ReportIsTooLarge(this.limits.uploadBytes);
    const bytes = await bytesOf(upload, this.limits.uploadBytes);
    const contentType = (said.contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    return { bytes, contentType, fileName: said.file };
  }
}

/** @throws ReportIsTooLarge as soon as more than `most` bytes have come. */
async function bytesOf(upload: Readable, most: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  // Leaving the loop must not destroy the connection: the sender is to hear the refusal.
  const incoming = upload.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  for await (const part of incoming) {
    length += part.length;
    if (length > most) throw new ReportIsTooLarge(most);
    parts.push(part);
  }
  return Buffer.concat(parts, length);
}

function answerOf(report: Report): z.input<typeof reportAnswer> {
  return { ...summaryOf(report), errors: report.errors.map(errorView) };
}

/** In a list nobody reads what is wrong line by line. */
function summaryOf(report: Report): z.input<typeof reportList>['reports'][number] {
  return {
    id: report.id,
    state: report.state,
    labCode: report.labCode,
    contentType: report.contentType,
    file: report.fileName,
    bytes: report.bytes,
    rows: report.rows,
    counts: { current: report.currentRows, repeated: report.repeatedRows, held: report.heldRows },
    errorCount: report.errorCount,
    uploadedAt: report.uploadedAt.toISOString(),
    appliedAt: report.appliedAt?.toISOString() ?? null,
  };
}

function errorView({ line, code, barcode, message }: Report['errors'][number]) {
  return { line, code, barcode, messages: message };
}
