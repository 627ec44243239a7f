import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { renderSVG } from 'uqr';
import { z } from 'zod';
import { Encounters, ResidentCodeDesk, ResidentIsUnknown, ResidentRegister } from '#journey/community';
import { Allow, CallerOf, Public, roles, Sessions, type Caller } from '#platform/access';
import { ReadsPeople } from '../audit/reads-people.js';
import { Answer } from '../front/answer.js';
import { maySee, staffIdOf } from './own-record.js';
import {
  codeAnswer,
  codeCheck,
  codeCheckAnswer,
  codeKeys,
  codeReference,
  residentSession,
  residentSignIn,
} from './community.dto.js';

@ApiTags('resident codes')
@ApiBearerAuth()
@Controller()
export class ResidentCodesController {
  constructor(
    private readonly desk: ResidentCodeDesk,
    private readonly sessions: Sessions,
    private readonly register: ResidentRegister,
    private readonly encounters: Encounters,
  ) {}

  @Post('residents/:id/codes')
  @Allow('gridworker', 'marshal', 'scanner', 'organiser', 'admin', 'resident')
  @ApiOperation({ summary: 'Issue a resident code, as text and as a QR to print or show' })
  @Answer(201, codeAnswer)
  async issue(
    @Param('id', { schema: z.uuid() }) residentId: string,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof codeAnswer>> {
    if (!(await maySee(this.register, caller, residentId))) throw new ResidentIsUnknown();
    const { reference, payload, expiresAt } = await this.desk.issue(residentId, staffIdOf(caller));
    const svg = renderSVG(payload, { ecc: 'M', border: 4 });
    return { reference, payload, svg, expiresAt: expiresAt.toISOString() };
  }

  @Post('resident-sessions')
  @Public()
  @ApiOperation({
    summary: 'A resident signs in with their code and the last four characters of their document',
    description:
      'After some wrong endings (five where nothing else is set) the code signs nobody in any more; a grid worker issues a new one.',
  })
  @ReadsPeople('sign-in')
  @Answer(201, residentSession)
  async signIn(
    @Body({ schema: residentSignIn }) { code, documentEnding }: z.output<typeof residentSignIn>,
  ): Promise<z.input<typeof residentSession>> {
    const { residentId, maskedName } = await this.desk.admit(code, documentEnding);
    const { token, expiresAt } = await this.sessions.openForResident(residentId);
    return { token, expiresAt: expiresAt.toISOString(), residentId, maskedName };
  }

  @Put('resident-codes/:reference/revocation')
  @HttpCode(204)
  @Answer(204)
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
  @ReadsPeople('resident-code')
  @Answer(200, codeCheckAnswer)
  async check(
    @Body({ schema: codeCheck }) body: z.output<typeof codeCheck>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof codeCheckAnswer>> {
    const { residentId, maskedName, expiresAt } = await this.desk.verify(body.code);
    await this.encounters.meet(caller.id, [residentId]);
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
