import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { renderSVG } from 'uqr';
import { z } from 'zod';
import { ResidentCodeDesk } from '#journey/community';
import { Allow, CallerOf, roles, type Caller } from '#platform/access';
import { Answer } from '../front/answer.js';
import { codeAnswer, codeCheck, codeCheckAnswer, codeKeys, codeReference } from './community.dto.js';

@ApiTags('resident codes')
@ApiBearerAuth()
@Controller()
export class ResidentCodesController {
  constructor(private readonly desk: ResidentCodeDesk) {}

  @Post('residents/:id/codes')
  @Allow('gridworker', 'marshal', 'scanner', 'organiser', 'admin')
  @ApiOperation({ summary: 'Issue a resident code, as text and as a QR to print or show' })
  @Answer(201, codeAnswer)
  async issue(
    @Param('id', { schema: z.uuid() }) residentId: string,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof codeAnswer>> {
    const { reference, payload, expiresAt } = await this.desk.issue(residentId, caller.id);
    const svg = renderSVG(payload, { ecc: 'M', border: 4 });
    return { reference, payload, svg, expiresAt: expiresAt.toISOString() };
  }

  @Put('resident-codes/:reference/revocation')
  @HttpCode(204)
  @Allow('gridworker', 'organiser', 'admin')
  @ApiOperation({ summary: 'Revoke a code that was lost or shown by somebody else' })
  async revoke(
    @Param('reference', { schema: codeReference }) reference: string,
    @CallerOf() caller: Caller,
  ): Promise<void> {
    await this.desk.revoke(reference, caller.id);
  }

  @Post('resident-code-checks')
  @HttpCode(200)
  @Allow('gridworker', 'marshal', 'scanner', 'collector', 'organiser', 'admin')
  @ApiOperation({ summary: 'Whose code this is' })
  @Answer(200, codeCheckAnswer)
  async check(@Body({ schema: codeCheck }) body: z.output<typeof codeCheck>): Promise<z.input<typeof codeCheckAnswer>> {
    const { residentId, maskedName, expiresAt } = await this.desk.verify(body.code);
    return { residentId, maskedName, expiresAt: expiresAt.toISOString() };
  }

  @Get('resident-code-keys')
  @Allow(...roles)
  @ApiOperation({ summary: 'The public keys with which a device checks codes while it is offline' })
  @Answer(200, codeKeys)
  keys(): z.input<typeof codeKeys> {
    return { items: [this.desk.publicKey()] };
  }
}
