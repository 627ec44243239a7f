import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { SamplingStation, TubeInspection } from '#journey/sampling';
import { Allow, CallerOf, type Caller } from '#platform/access';
import { bodyHash } from '#platform/database';
import { Answer } from '../front/answer.js';
import { barcode, recordedSwab, swabTaking, voidAnswer, voiding } from './sampling.dto.js';
import { SwabSubjects } from './swab-subjects.js';

@ApiTags('sampling')
@ApiBearerAuth()
@Controller('tubes/:barcode/swabs')
export class SwabsController {
  constructor(
    private readonly station: SamplingStation,
    private readonly inspection: TubeInspection,
    private readonly subjects: SwabSubjects,
  ) {}

  @Post()
  @Allow('scanner', 'collector')
  @ApiOperation({
    summary: 'Record one swab in the tube',
    description:
      'The client makes the id before it sends. The same act again gives the same answer; another act under the same id is refused. The answer follows COMMIT.',
  })
  @Answer(201, recordedSwab)
  async record(
    @Param('barcode', { schema: barcode }) tube: string,
    @Body({ schema: swabTaking }) body: z.infer<typeof swabTaking>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof recordedSwab>> {
    const { key, resident } = await this.subjects.subjectOf(body.resident);
    return this.station.swab({
      id: body.id,
      tube,
      resident,
      scannedAt: new Date(body.scannedAt),
      actorId: caller.id,
      bodyHash: bodyHash([tube, key, body.scannedAt]),
    });
  }

  @Put(':id/void')
  @HttpCode(200)
  @Allow('scanner', 'collector')
  @ApiOperation({ summary: 'Withdraw a registration while the tube is open; the swab keeps its place' })
  @Answer(200, voidAnswer)
  async void(
    @Param('barcode', { schema: barcode }) tube: string,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: voiding }) body: z.infer<typeof voiding>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof voidAnswer>> {
    const { voidedAt, ...voided } = await this.inspection.voidSwab(tube, id, body.reason, caller.id);
    return { ...voided, voidedAt: voidedAt.toISOString() };
  }
}
