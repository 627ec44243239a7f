import { Body, Controller, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { DeviceActHandlers, HeldBatchDesk } from '#journey/sampling';
import { Allow, CallerOf, type Caller } from '#platform/access';
import { Answer } from '../front/answer.js';
import { decisionOf, heldBatchAnswer, heldBatchList, heldBatchView, heldDeciding } from './held-batches.dto.js';

@ApiTags('devices')
@ApiBearerAuth()
@Controller()
export class HeldBatchesController {
  constructor(
    private readonly desk: HeldBatchDesk,
    private readonly handlers: DeviceActHandlers,
  ) {}

  @Get('devices/:id/held-batches')
  @Allow('sitelead', 'organiser', 'security', 'admin')
  @ApiOperation({ summary: 'What a stopped, expired or unapproved device has brought: held until somebody decides' })
  @Answer(200, heldBatchList)
  async ofDevice(@Param('id', { schema: z.uuid() }) deviceId: string): Promise<z.input<typeof heldBatchList>> {
    return { deviceId, batches: (await this.desk.ofDevice(deviceId)).map(heldBatchView) };
  }

  @Put('held-batches/:id/decision')
  @HttpCode(200)
  @Allow('sitelead', 'organiser', 'security')
  @ApiOperation({
    summary: 'Take a held batch over, or set it aside',
    description:
      "With `throughSeq` only the acts up to that number of the device's own sequence. More can be taken later, what was taken stays.",
  })
  @Answer(200, heldBatchAnswer)
  async decide(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: heldDeciding }) body: z.output<typeof heldDeciding>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof heldBatchAnswer>> {
    return heldBatchView(await this.desk.decide(id, decisionOf(body), this.handlers, caller.id));
  }
}
