import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { TransportClocks } from '#journey/transport';
import { Allow } from '#platform/access';
import { Answer } from '../front/answer.js';
import { alarmList, alarmQuery } from './transport.dto.js';

const most = 500;

@ApiTags('alarms')
@ApiBearerAuth()
@Controller('alarms')
export class AlarmsController {
  constructor(private readonly clocks: TransportClocks) {}

  @Get()
  @Allow('scanner', 'collector', 'packer', 'courier', 'lab', 'sitelead', 'organiser', 'admin')
  @ApiOperation({ summary: 'Clocks that have run out, the oldest first' })
  @Answer(200, alarmList)
  async current(@Query({ schema: alarmQuery }) query: z.infer<typeof alarmQuery>): Promise<z.input<typeof alarmList>> {
    const alarms = await this.clocks.current(query, most);
    return {
      alarms: alarms.map((alarm) => ({
        ...alarm,
        since: alarm.since.toISOString(),
        dueAt: alarm.dueAt.toISOString(),
        raisedAt: alarm.raisedAt.toISOString(),
      })),
    };
  }
}
