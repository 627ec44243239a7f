import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { LabRegister } from '#journey/lab';
import { BoxRegister, HandoverDesk } from '#journey/transport';
import { Allow, CallerOf, type Caller } from '#platform/access';
import { Answer } from '../front/answer.js';
import { recordAnswer } from './box-answer.js';
import { boxCode, boxRecord, dispatching, hubStop, receiving } from './transport.dto.js';

type BoxRecordAnswer = z.input<typeof boxRecord>;

/** From hand to hand: whoever is signed in takes the box, `givenBy` gives it. */
@ApiTags('boxes')
@ApiBearerAuth()
@Controller('boxes/:code')
export class HandoversController {
  constructor(
    private readonly desk: HandoverDesk,
    private readonly register: BoxRegister,
    private readonly labs: LabRegister,
  ) {}

  @Put('dispatch')
  @Allow('courier')
  @ApiOperation({ summary: 'Take a sealed box from its packer' })
  @Answer(200, boxRecord)
  async dispatch(
    @Param('code', { schema: boxCode }) code: string,
    @Body({ schema: dispatching }) body: z.infer<typeof dispatching>,
    @CallerOf() caller: Caller,
  ): Promise<BoxRecordAnswer> {
    await this.desk.dispatch(code, body, caller.id);
    return recordAnswer(await this.register.record(code));
  }

  @Put('hub-arrival')
  @Allow('courier')
  @ApiOperation({ summary: 'Leave a box at a hub' })
  @Answer(200, boxRecord)
  async arrive(
    @Param('code', { schema: boxCode }) code: string,
    @Body({ schema: hubStop }) body: z.infer<typeof hubStop>,
    @CallerOf() caller: Caller,
  ): Promise<BoxRecordAnswer> {
    await this.desk.arriveAtHub(code, body.hubCode, caller.id);
    return recordAnswer(await this.register.record(code));
  }

  @Put('hub-departure')
  @Allow('courier')
  @ApiOperation({ summary: 'Take a box on from a hub' })
  @Answer(200, boxRecord)
  async depart(
    @Param('code', { schema: boxCode }) code: string,
    @Body({ schema: hubStop }) body: z.infer<typeof hubStop>,
    @CallerOf() caller: Caller,
  ): Promise<BoxRecordAnswer> {
    await this.desk.departFromHub(code, body.hubCode, caller.id);
    return recordAnswer(await this.register.record(code));
  }

  @Put('receipt')
  @Allow('lab')
  @ApiOperation({ summary: 'Take a box over from the courier who holds it' })
  @Answer(200, boxRecord)
  async receive(
    @Param('code', { schema: boxCode }) code: string,
    @Body({ schema: receiving }) body: z.infer<typeof receiving>,
    @CallerOf() caller: Caller,
  ): Promise<BoxRecordAnswer> {
    const labCode = await this.labs.labOf(caller.id);
    await this.desk.receive(code, { givenBy: body.givenBy, labCode }, caller.id);
    return recordAnswer(await this.register.record(code));
  }
}
