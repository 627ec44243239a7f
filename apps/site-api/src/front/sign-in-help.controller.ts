import { Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allow, CallerOf, SignInHelp, type Caller } from '#platform/access';
import { accountId } from './accounts.dto.js';
import { Answer } from './answer.js';
import { moment } from './moment.js';

const vouchedDevice = z.object({ device: z.string(), until: moment });

@ApiTags('accounts')
@ApiBearerAuth()
@Controller('accounts/:id')
export class SignInHelpController {
  constructor(private readonly help: SignInHelp) {}

  @Put('unlocking')
  @HttpCode(204)
  @Answer(204)
  @Allow('security')
  @ApiOperation({ summary: 'Forget the wrong tries for an account, so that it may be tried again' })
  async unlock(@Param('id', { schema: accountId }) id: string, @CallerOf() caller: Caller): Promise<void> {
    await this.help.unlock(id, caller.id);
  }

  @Post('vouched-devices')
  @Allow('security')
  @ApiOperation({
    summary: 'Let a person sign in on a new device while others guess their password',
    description:
      'The device sends what is answered as `device` along with its first sign-in, within a quarter of an hour. The password is asked for all the same.',
  })
  @Answer(201, vouchedDevice)
  async vouch(
    @Param('id', { schema: accountId }) id: string,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof vouchedDevice>> {
    const { device, until } = await this.help.vouchForDevice(id, caller.id);
    return { device, until: until.toISOString() };
  }
}
