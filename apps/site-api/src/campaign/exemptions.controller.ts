import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ExemptionDesk } from '#journey/campaign';
import { Allow, CallerOf, roles, type Caller } from '#platform/access';
import { ReadsPeople } from '../audit/reads-people.js';
import { Answer } from '../front/answer.js';
import { exemptionAnswer, exemptionPage, exemptionRequest, exemptionView, page } from './campaign.dto.js';

@ApiTags('rounds')
@ApiBearerAuth()
@Controller('rounds/:id/exemptions')
export class ExemptionsController {
  constructor(private readonly desk: ExemptionDesk) {}

  @Post()
  @Allow('organiser', 'admin')
  @ApiOperation({ summary: 'Exempt a resident from this round, with the reason' })
  @ReadsPeople('exemptions')
  @Answer(201, exemptionAnswer)
  async grant(
    @Param('id', { schema: z.uuid() }) roundId: string,
    @Body({ schema: exemptionRequest }) body: z.output<typeof exemptionRequest>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof exemptionAnswer>> {
    return exemptionView(await this.desk.grant(roundId, body, caller.id));
  }

  @Get()
  @Allow(...roles)
  @ApiOperation({ summary: 'The exemptions of this round, also the revoked ones' })
  @ReadsPeople('exemptions')
  @Answer(200, exemptionPage)
  async list(
    @Param('id', { schema: z.uuid() }) roundId: string,
    @Query({ schema: page }) query: z.output<typeof page>,
  ): Promise<z.input<typeof exemptionPage>> {
    const { items, next } = await this.desk.list(roundId, query.cursor, query.limit);
    return { items: items.map(exemptionView), next };
  }

  @Put(':exemptionId/revocation')
  @HttpCode(200)
  @Allow('organiser', 'admin')
  @ApiOperation({ summary: 'Take an exemption back' })
  @ReadsPeople('exemptions')
  @Answer(200, exemptionAnswer)
  async revoke(
    @Param('id', { schema: z.uuid() }) roundId: string,
    @Param('exemptionId', { schema: z.uuid() }) exemptionId: string,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof exemptionAnswer>> {
    return exemptionView(await this.desk.revoke(roundId, exemptionId, caller.id));
  }
}
