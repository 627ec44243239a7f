import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { ContradictionDesk, LabRegister } from '#journey/lab';
import { Allow, CallerOf, type Caller } from '#platform/access';
import { Answer } from '../front/answer.js';
import {
  contradictionPage,
  contradictionQuery,
  deciding,
  decisionAnswer,
  tubeBarcode,
  versionNumber,
} from './lab.dto.js';
import { ownLabOf } from './own-lab.js';

const pageSize = 100;

@ApiTags('lab')
@ApiBearerAuth()
@Controller('lab/contradictions')
export class ContradictionsController {
  constructor(
    private readonly desk: ContradictionDesk,
    private readonly labs: LabRegister,
  ) {}

  @Get()
  @Allow('lab', 'organiser', 'admin')
  @ApiOperation({ summary: 'Outcomes that contradict what counts now and wait for a decision' })
  @Answer(200, contradictionPage)
  async held(
    @Query({ schema: contradictionQuery }) query: z.infer<typeof contradictionQuery>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof contradictionPage>> {
    const labCode = await ownLabOf(this.labs, caller);
    const { contradictions, next } = await this.desk.held({ labCode, cursor: query.cursor }, pageSize);
    return {
      contradictions: contradictions.map((held) => ({
        ...held,
        testedAt: held.testedAt.toISOString(),
        heldSince: held.heldSince.toISOString(),
      })),
      next,
    };
  }

  @Put(':barcode/:version/decision')
  @Allow('organiser')
  @ApiOperation({ summary: 'Apply or dismiss a contradicting outcome; never by whoever uploaded it' })
  @Answer(200, decisionAnswer)
  async decide(
    @Param('barcode', { schema: tubeBarcode }) barcode: string,
    @Param('version', { schema: versionNumber }) version: number,
    @Body({ schema: deciding }) body: z.infer<typeof deciding>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof decisionAnswer>> {
    const decided = await this.desk.decide({ barcode, version }, body.decision, body.reason, caller.id);
    return { ...decided, decidedAt: decided.decidedAt.toISOString() };
  }
}
