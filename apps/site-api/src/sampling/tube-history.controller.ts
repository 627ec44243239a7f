import { Controller, Get, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { TubeHistory, type TubeMoment } from '#journey/sampling';
import { Allow } from '#platform/access';
import { Answer } from '../front/answer.js';
import { moment } from '../front/moment.js';
import { barcode } from './sampling.dto.js';

const happenings = [
  'opened',
  'swab-recorded',
  'swab-withdrawn',
  'sealed',
  'discarded',
  'correction-proposed',
  'correction-applied',
  'correction-refused',
  'correction-withdrawn',
] as const satisfies readonly TubeMoment['what'][];

const historyAnswer = z.object({
  barcode: z.string(),
  history: z.array(
    z.object({
      at: moment,
      what: z.enum(happenings),
      by: z.uuid().nullable(),
      place: z.int().nullable(),
      swabId: z.uuid().nullable(),
      correctionId: z.uuid().nullable(),
      kind: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
});

@ApiTags('sampling')
@ApiBearerAuth()
@Controller('tubes')
export class TubeHistoryController {
  constructor(private readonly history: TubeHistory) {}

  @Get(':barcode/history')
  @Allow('scanner', 'collector', 'sitelead', 'organiser', 'admin')
  @ApiOperation({ summary: 'What happened to a tube, in order: opened, swabs, sealed, corrections' })
  @Answer(200, historyAnswer)
  async of(@Param('barcode', { schema: barcode }) code: string): Promise<z.input<typeof historyAnswer>> {
    const history = await this.history.of(code);
    return { barcode: code, history: history.map(({ at, ...rest }) => ({ ...rest, at: at.toISOString() })) };
  }
}
