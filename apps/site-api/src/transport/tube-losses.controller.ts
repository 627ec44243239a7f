import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { TubeLossDesk } from '#journey/transport';
import { Allow, CallerOf, type Caller } from '#platform/access';
import { Answer } from '../front/answer.js';
import { loss, lostTube, tubeBarcode } from './transport.dto.js';

@ApiTags('tubes')
@ApiBearerAuth()
@Controller('tubes/:barcode/loss')
export class TubeLossesController {
  constructor(private readonly desk: TubeLossDesk) {}

  @Put()
  @Allow('packer', 'courier', 'lab', 'sitelead', 'organiser', 'admin')
  @ApiOperation({
    summary: 'Declare a sealed tube lost before a laboratory had it; its members are asked to come again',
  })
  @Answer(200, lostTube)
  async declare(
    @Param('barcode', { schema: tubeBarcode }) barcode: string,
    @Body({ schema: loss }) body: z.infer<typeof loss>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof lostTube>> {
    const lost = await this.desk.declareLost(barcode, body.reason, caller.id);
    return { barcode: lost.barcode, reason: lost.reason, lostAt: lost.lostAt.toISOString() };
  }
}
