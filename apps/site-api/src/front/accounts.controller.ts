import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { AccountDesk, AccountRegister, Allow, CallerOf, type Caller } from '#platform/access';
import { Answer } from './answer.js';
import {
  account,
  accountId,
  accountList,
  disabling,
  nameList,
  nameQuery,
  newAccount,
  newPassword,
} from './accounts.dto.js';

@ApiTags('accounts')
@ApiBearerAuth()
@Controller('accounts')
export class AccountsController {
  constructor(
    private readonly accounts: AccountRegister,
    private readonly desk: AccountDesk,
  ) {}

  @Post()
  @Allow('admin')
  @ApiOperation({
    summary: 'Add an account; a username that exists with the same role is answered, never changed',
    description:
      'Another administrator (system, security, audit) cannot sign in until somebody of security enables them.',
  })
  @Answer(201, account)
  add(
    @Body({ schema: newAccount }) body: z.infer<typeof newAccount>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof account>> {
    return this.accounts.add(body, caller.id);
  }

  @Get()
  @Allow('admin', 'security', 'organiser')
  @ApiOperation({ summary: 'Who may sign in; a disabled account may not' })
  @Answer(200, accountList)
  async list(): Promise<z.input<typeof accountList>> {
    return { accounts: await this.accounts.list() };
  }

  @Get('names')
  @Allow('sitelead', 'gridworker', 'organiser', 'security', 'admin')
  @ApiOperation({ summary: 'What the colleagues are called who proposed or decided something' })
  @Answer(200, nameList)
  async names(@Query({ schema: nameQuery }) { ids }: z.output<typeof nameQuery>): Promise<z.input<typeof nameList>> {
    return { names: await this.accounts.namesOf(ids) };
  }

  @Put(':id/disabling')
  @HttpCode(204)
  @Answer(204)
  @Allow('security')
  @ApiOperation({ summary: 'Nobody signs in with the account any more, and whoever is signed in is out at once' })
  async disable(
    @Param('id', { schema: accountId }) id: string,
    @Body({ schema: disabling }) { reason }: z.output<typeof disabling>,
    @CallerOf() caller: Caller,
  ): Promise<void> {
    await this.desk.disable(id, reason, caller.id);
  }

  @Put(':id/enabling')
  @HttpCode(204)
  @Answer(204)
  @Allow('security')
  @ApiOperation({ summary: 'The account may sign in again; sessions that ended stay ended' })
  async enable(@Param('id', { schema: accountId }) id: string, @CallerOf() caller: Caller): Promise<void> {
    await this.desk.enable(id, caller.id);
  }

  @Put(':id/password')
  @HttpCode(204)
  @Answer(204)
  @Allow('admin')
  @ApiOperation({ summary: 'A new password for somebody who has forgotten theirs; ends the sessions of the account' })
  async setPassword(
    @Param('id', { schema: accountId }) id: string,
    @Body({ schema: newPassword }) { password }: z.output<typeof newPassword>,
    @CallerOf() caller: Caller,
  ): Promise<void> {
    await this.desk.setPassword(id, password, caller.id);
  }

  @Delete(':id/sessions')
  @HttpCode(204)
  @Answer(204)
  @Allow('security', 'admin')
  @ApiOperation({ summary: 'Sign an account out everywhere, at once' })
  async endSessions(@Param('id', { schema: accountId }) id: string, @CallerOf() caller: Caller): Promise<void> {
    await this.desk.endSessions(id, caller.id);
  }
}
