import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { LabCounter, LabRegister, type Receipt } from '#journey/lab';
import { Allow, CallerOf, type Caller } from '#platform/access';
import { Answer } from '../front/answer.js';
import { ownLabOf } from './own-lab.js';
import { receiptAnswer, receiptRecording } from './lab.dto.js';

@ApiTags('lab')
@ApiBearerAuth()
@Controller('lab/receipts')
export class ReceiptsController {
  constructor(
    private readonly counter: LabCounter,
    private readonly labs: LabRegister,
  ) {}

  @Post()
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

  @Get(':id')
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
