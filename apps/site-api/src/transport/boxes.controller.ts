import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { LabRegister } from '#journey/lab';
import { BoxRegister, PackingBench } from '#journey/transport';
import { Allow, CallerOf, type Caller } from '#platform/access';
import { Answer } from '../front/answer.js';
import { ownLabOf } from '../lab/own-lab.js';
import { recordAnswer, summaryAnswer } from './box-answer.js';
import {
  boxCode,
  boxOpening,
  boxPage,
  boxQuery,
  boxRecord,
  boxSealing,
  packing,
  removal,
  tubeBarcode,
} from './transport.dto.js';

const pageSize = 100;
type BoxRecordAnswer = z.input<typeof boxRecord>;

@ApiTags('boxes')
@ApiBearerAuth()
@Controller('boxes')
export class BoxesController {
  constructor(
    private readonly bench: PackingBench,
    private readonly register: BoxRegister,
    private readonly labs: LabRegister,
  ) {}

  @Post()
  @Allow('packer')
  @ApiOperation({ summary: 'Open a box under the code printed on it; the same box again is harmless' })
  @Answer(201, boxRecord)
  async open(
    @Body({ schema: boxOpening }) body: z.infer<typeof boxOpening>,
    @CallerOf() caller: Caller,
  ): Promise<BoxRecordAnswer> {
    if (body.labCode !== undefined) await this.labs.requireLab(body.labCode);
    await this.bench.open(body, caller.id);
    return recordAnswer(await this.register.record(body.code));
  }

  @Post(':code/tubes')
  @HttpCode(200)
  @Allow('packer')
  @ApiOperation({ summary: 'Put sealed tubes into an open box, all of them or none' })
  @Answer(200, boxRecord)
  async pack(
    @Param('code', { schema: boxCode }) code: string,
    @Body({ schema: packing }) body: z.infer<typeof packing>,
    @CallerOf() caller: Caller,
  ): Promise<BoxRecordAnswer> {
    await this.bench.pack(code, body.barcodes, caller.id);
    return recordAnswer(await this.register.record(code));
  }

  @Put(':code/tubes/:barcode/removal')
  @Allow('packer')
  @ApiOperation({ summary: 'Take a tube out of a box that is not sealed yet; what was packed stays on record' })
  @Answer(200, boxRecord)
  async remove(
    @Param('code', { schema: boxCode }) code: string,
    @Param('barcode', { schema: tubeBarcode }) barcode: string,
    @Body({ schema: removal }) body: z.infer<typeof removal>,
    @CallerOf() caller: Caller,
  ): Promise<BoxRecordAnswer> {
    await this.bench.remove(code, barcode, body.reason, caller.id);
    return recordAnswer(await this.register.record(code));
  }

  @Put(':code/seal')
  @Allow('packer')
  @ApiOperation({ summary: 'Seal a box; the counted tubes are compared with the known ones' })
  @Answer(200, boxRecord)
  async seal(
    @Param('code', { schema: boxCode }) code: string,
    @Body({ schema: boxSealing }) body: z.infer<typeof boxSealing>,
    @CallerOf() caller: Caller,
  ): Promise<BoxRecordAnswer> {
    await this.bench.seal(code, body.countedTubes, caller.id);
    return recordAnswer(await this.register.record(code));
  }

  @Get(':code')
  @Allow('packer', 'courier', 'lab', 'organiser', 'admin')
  @ApiOperation({ summary: 'A box, its tubes and its chain of custody' })
  @Answer(200, boxRecord)
  async record(@Param('code', { schema: boxCode }) code: string): Promise<BoxRecordAnswer> {
    return recordAnswer(await this.register.record(code));
  }

  @Get()
  @Allow('packer', 'courier', 'lab', 'organiser', 'admin')
  @ApiOperation({
    summary: 'Boxes by site and state, a page at a time; for a laboratory those that are addressed to it',
  })
  @Answer(200, boxPage)
  async list(
    @Query({ schema: boxQuery }) query: z.infer<typeof boxQuery>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof boxPage>> {
    const labCode = await ownLabOf(this.labs, caller);
    const { boxes, next } = await this.register.list({ ...query, labCode }, pageSize);
    return { boxes: boxes.map(summaryAnswer), next };
  }
}
