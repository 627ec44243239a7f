import { Body, Controller, Delete, Headers, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { renderSVG } from 'uqr';
import { z } from 'zod';
import { Allow, CallerOf, roles, SecondFactors, WhileEnrolling, type Caller, type Staff } from '#platform/access';
import { accountId } from './accounts.dto.js';
import { Answer } from './answer.js';
import { tokenIn } from './bearer.js';

const enrolment = z.object({ secret: z.string(), address: z.string(), svg: z.string() });
const confirmation = z.strictObject({ code: z.string().regex(/^\d{6}$/u) });
const confirmed = z.object({ recoveryCodes: z.array(z.string()) });

@ApiTags('second factor')
@ApiBearerAuth()
@Controller()
export class SecondFactorController {
  constructor(private readonly factors: SecondFactors) {}

  @Post('second-factor')
  @Allow(...roles)
  @WhileEnrolling()
  @ApiOperation({ summary: 'Begin to enrol one’s own second factor; asked again in this session it is the same' })
  @Answer(201, enrolment)
  async begin(
    @CallerOf() caller: Caller,
    @Headers('authorization') authorization: string,
  ): Promise<z.input<typeof enrolment>> {
    const { secret, address } = await this.factors.begin(caller as Staff, tokenIn(authorization));
    return { secret, address, svg: renderSVG(address, { ecc: 'M', border: 4 }) };
  }

  @Put('second-factor/confirmation')
  @Allow(...roles)
  @WhileEnrolling()
  @ApiOperation({
    summary: 'Enter the first code: from now on it is asked for at sign-in, and other sessions of the account end',
    description: 'The recovery codes are shown now and never again; each signs in once when the phone is lost.',
  })
  @Answer(200, confirmed)
  async confirm(
    @Body({ schema: confirmation }) { code }: z.output<typeof confirmation>,
    @CallerOf() caller: Caller,
    @Headers('authorization') authorization: string,
  ): Promise<z.input<typeof confirmed>> {
    return { recoveryCodes: await this.factors.confirm(caller as Staff, tokenIn(authorization), code) };
  }

  @Delete('accounts/:id/second-factor')
  @HttpCode(204)
  @Answer(204)
  @Allow('security')
  @ApiOperation({ summary: 'Take away the second factor of somebody who has lost it; they enrol a new one' })
  async reset(@Param('id', { schema: accountId }) id: string, @CallerOf() caller: Caller): Promise<void> {
    await this.factors.reset(id, caller.id);
  }
}
