import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { SamplingStation, TubeInspection } from '#journey/sampling';
import { Allow, CallerOf, type Caller } from '#platform/access';
import { showing } from '../audit/people-shown.js';
import { ReadsPeople } from '../audit/reads-people.js';
import { Answer } from '../front/answer.js';
import { barcode, discarding, sealing, tubeAnswer, tubeList, tubeOpening, tubeWithMembers } from './sampling.dto.js';
import { answerOf } from './tube-answer.js';

@ApiTags('sampling')
@ApiBearerAuth()
@Controller('tubes')
export class TubesController {
  constructor(
    private readonly station: SamplingStation,
    private readonly inspection: TubeInspection,
  ) {}

  @Post()
  @Allow('scanner', 'collector')
  @ApiOperation({ summary: 'Open a tube at a station; the same tube again gives the same answer' })
  @Answer(201, tubeAnswer)
  async open(
    @Body({ schema: tubeOpening }) body: z.infer<typeof tubeOpening>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof tubeAnswer>> {
    return answerOf(await this.station.open({ ...body, openedBy: caller.id }));
  }

  @Get()
  @Allow('scanner', 'collector', 'organiser', 'admin')
  @ApiOperation({ summary: 'The open tubes of a station, for a device that was restarted' })
  @Answer(200, tubeList)
  async openAtStation(@Query('stationId', { schema: z.uuid() }) stationId: string): Promise<z.input<typeof tubeList>> {
    return { tubes: (await this.inspection.openAtStation(stationId)).map(answerOf) };
  }

  @Get(':barcode')
  @Allow('scanner', 'collector', 'packer', 'organiser', 'admin')
  @ApiOperation({ summary: 'A tube and its members, masked, by place' })
  @ReadsPeople('tube-members')
  @Answer(200, tubeWithMembers)
  async show(@Param('barcode', { schema: barcode }) code: string): Promise<z.input<typeof tubeWithMembers>> {
    const tube = await this.inspection.show(code);
    const members = tube.members.map(({ swabId, place, masked, sampledAt, voidedAt }) => ({
      swabId,
      place,
      masked,
      sampledAt: sampledAt.toISOString(),
      voidedAt: voidedAt?.toISOString() ?? null,
    }));
    return showing(
      { ...answerOf(tube), members },
      tube.members.map(({ residentId }) => residentId),
    );
  }

  @Put(':barcode/seal')
  @HttpCode(200)
  @Allow('scanner', 'collector')
  @ApiOperation({ summary: 'Seal a tube; the counted swabs are compared with the system' })
  @Answer(200, tubeAnswer)
  async seal(
    @Param('barcode', { schema: barcode }) code: string,
    @Body({ schema: sealing }) body: z.infer<typeof sealing>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof tubeAnswer>> {
    return answerOf(await this.station.seal(code, body, caller.id));
  }

  @Put(':barcode/discard')
  @HttpCode(200)
  @Allow('scanner', 'collector')
  @ApiOperation({ summary: 'Put away an empty tube that was opened by mistake; its code is used up' })
  @Answer(200, tubeAnswer)
  async discard(
    @Param('barcode', { schema: barcode }) code: string,
    @Body({ schema: discarding }) body: z.infer<typeof discarding>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof tubeAnswer>> {
    return answerOf(await this.inspection.discard(code, body.reason, caller.id));
  }
}
