import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ProofDesk } from '#journey/results';
import { Allow, CallerOf, Public, type Caller } from '#platform/access';
import { ReadsPeople } from '../audit/reads-people.js';
import { Answer } from '../front/answer.js';
import { proofAnswer, proofKeys, proofView } from './results.dto.js';

@ApiTags('results')
@Controller()
export class ProofsController {
  constructor(private readonly desk: ProofDesk) {}

  @Get('residents/:id/proofs/:roundId')
  @ApiBearerAuth()
  @Allow('resident', 'gridworker', 'organiser', 'admin')
  @ApiOperation({ summary: 'The signed proof of a negative answer, that a checkpoint verifies without a network' })
  @ReadsPeople('proof')
  @Answer(200, proofAnswer)
  async proof(
    @Param('id', { schema: z.uuid() }) id: string,
    @Param('roundId', { schema: z.uuid() }) roundId: string,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof proofAnswer>> {
    return proofView(await this.desk.of(id, roundId, caller));
  }

  @Get('proof-keys')
  @Public()
  @Header('cache-control', 'public, max-age=300')
  @ApiOperation({ summary: 'The public keys with which anybody verifies proofs' })
  @Answer(200, proofKeys)
  keys(): z.input<typeof proofKeys> {
    return { items: [this.desk.publicKey()] };
  }
}
