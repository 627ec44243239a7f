import { Body, Controller, Delete, Headers, HttpCode, Ip, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allow, Public, roles, Sessions, SignIn, WhileEnrolling } from '#platform/access';
import { Answer } from './answer.js';
import { tokenIn } from './bearer.js';
import { moment } from './moment.js';

const signIn = z.strictObject({
  username: z.string().min(1).max(64),
  password: z.string().min(1).max(256),
  code: z.string().min(1).max(32).optional(),
  device: z.string().min(1).max(64).optional(),
});

const session = z.object({
  token: z.string(),
  expiresAt: moment,
  staff: z.object({ id: z.uuid(), username: z.string(), role: z.enum(roles), displayName: z.string() }),
  device: z.string(),
  secondFactorNeeded: z.boolean(),
});

@ApiTags('sessions')
@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
  ) {}

  @Post()
  @Public()
  @ApiOperation({
    summary: 'Sign in; the token goes into the Authorization header as Bearer',
    description:
      'A device keeps what it is answered as `device` and sends it along next time: who guesses the same account elsewhere does not hold it up. `code` is the one of the second factor, or a recovery code. Whatever is wrong, the answer is the same. With `secondFactorNeeded` the session may do nothing but enrol a second factor.',
  })
  @Answer(201, session)
  async open(
    @Body({ schema: signIn }) body: z.infer<typeof signIn>,
    @Ip() address: string,
  ): Promise<z.input<typeof session>> {
    const { token, expiresAt, staff, device } = await this.signIn.open({ ...body, address });
    const { id, username, role, displayName } = staff;
    return {
      token,
      expiresAt: expiresAt.toISOString(),
      staff: { id, username, role, displayName },
      device,
      secondFactorNeeded: staff.lacksSecondFactor === true,
    };
  }

  @Delete('current')
  @HttpCode(204)
  @Answer(204)
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Sign out' })
  @Allow(...roles, 'resident')
  @WhileEnrolling()
  async close(@Headers('authorization') authorization: string): Promise<void> {
    await this.sessions.close(tokenIn(authorization));
  }
}
