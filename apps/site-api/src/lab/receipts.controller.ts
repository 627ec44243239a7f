import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { LabCounter, LabRegister, type Receipt } from '#journey/lab';
import { Allow, CallerOf, type Caller } from '#platform/access';
import { Answer } from '../front/answer.js';
import { ownLabOf } from './own-lab.js';
import { differenceList, receiptAnswer, receiptQuery, receiptRecording } from './lab.dto.js';

const latest = 500;

@ApiTags('lab')
@ApiBearerAuth()
@Controller('lab')
export class ReceiptsController {
  constructor(
    private readonly counter: LabCounter,
    private readonly labs: LabRegister,
  ) {}

  @Post('receipts')
  @Allow('lab')
  @ApiOperation({
    summary: 'Record what was in a box, tube by tube; missing and surplus tubes are kept as differences',
  })
  @Answer(201, receiptAnswer)
  async record(
    @Body({ schema: receiptRecording }) body: z.infer<typeof receiptRecording>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof receiptAnswer>> {
    return answerOf(await this.counter.record(body, caller.id));
  }

  @Get('receipts')
  @Allow('lab', 'organiser', 'admin')
  @ApiOperation({ summary: 'The receipt of a box' })
  @Answer(200, receiptAnswer)
  async ofBox(
    @Query({ schema: receiptQuery }) { boxCode }: z.infer<typeof receiptQuery>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof receiptAnswer>> {
    return answerOf(await this.counter.ofBox(boxCode, await ownLabOf(this.labs, caller)));
  }

  @Get('differences')
  @Allow('lab', 'sitelead', 'organiser', 'admin')
  @ApiOperation({
    summary: 'Tubes that were missing from boxes or too much in them, the latest first, and what became of them',
  })
  @Answer(200, differenceList)
  async differences(@CallerOf() caller: Caller): Promise<z.input<typeof differenceList>> {
    const found = await this.counter.latestDifferences(await ownLabOf(this.labs, caller), latest);
    return { differences: found.map((one) => ({ ...one, receivedAt: one.receivedAt.toISOString() })) };
  }

  @Get('receipts/:id')
  @Allow('lab', 'organiser', 'admin')
  @ApiOperation({ summary: 'What arrived in a box and where it differs from what was packed' })
  @Answer(200, receiptAnswer)
  async receipt(
    @Param('id', { schema: z.uuid() }) id: string,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof receiptAnswer>> {
    return answerOf(await this.counter.find(id, await ownLabOf(this.labs, caller)));
  }
}

function answerOf(receipt: Receipt): z.input<typeof receiptAnswer> {
  const { id, labCode, boxCode, accepted, rejected, differences, receivedAt } = receipt;
  return {
    id,
    labCode,
    boxCode,
    accepted,
    rejected,
    missing: differences.filter(({ kind }) => kind === 'missing').map(({ barcode, cause }) => ({ barcode, cause })),
    surplus: differences
      .filter(({ kind }) => kind === 'surplus')
      .map(({ barcode, cause, takenIn }) => ({ barcode, cause, takenIn })),
    receivedAt: receivedAt.toISOString(),
  };
}
