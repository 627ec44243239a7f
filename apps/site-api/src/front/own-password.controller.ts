import { Body, Controller, Headers, HttpCode, Ip, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allow, CallerOf, OwnPassword, roles, type Caller, type Staff } from '#platform/access';
import { Answer } from './answer.js';
import { tokenIn } from './bearer.js';

const passwordChange = z.strictObject({ current: z.string().min(1).max(256), password: z.string().min(1).max(256) });

@ApiTags('sessions')
@ApiBearerAuth()
@Controller('own-password')
export class OwnPasswordController {
  constructor(private readonly ownPassword: OwnPassword) {}

  @Put()
  @HttpCode(204)
  @Answer(204)
  @Allow(...roles)
  @ApiOperation({
    summary: 'Change one’s own password, knowing the current one; the account’s other sessions end at once',
    description:
      'Ten characters or more, not easily guessed, not the current one. Wrong tries are counted as at sign-in.',
  })
  async change(
    @Body({ schema: passwordChange }) body: z.output<typeof passwordChange>,
    @CallerOf() caller: Caller,
    @Headers('authorization') authorization: string,
    @Ip() address: string,
  ): Promise<void> {
    await this.ownPassword.change(caller as Staff, tokenIn(authorization), { ...body, address });
  }
}
