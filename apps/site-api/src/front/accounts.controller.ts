import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { AccountRegister, Allow, roles } from '#platform/access';
import { Answer } from './answer.js';

const newAccount = z.strictObject({
  username: z.string().regex(/^[a-z][a-z0-9._-]{1,63}$/),
  role: z.enum(roles),
  displayName: z.string().trim().min(1).max(64),
  password: z.string().min(8).max(256),
});

const account = z.object({ id: z.uuid(), username: z.string(), role: z.enum(roles), displayName: z.string() });
const accountList = z.object({ accounts: z.array(account) });

@ApiTags('accounts')
@ApiBearerAuth()
@Controller('accounts')
export class AccountsController {
  constructor(private readonly accounts: AccountRegister) {}

  @Post()
  @Allow('admin')
  @ApiOperation({ summary: 'Add an account; a username that exists with the same role is answered, never changed' })
  @Answer(201, account)
  add(@Body({ schema: newAccount }) body: z.infer<typeof newAccount>): Promise<z.input<typeof account>> {
    return this.accounts.add(body);
  }

  @Get()
  @Allow('admin', 'organiser')
  @ApiOperation({ summary: 'Who may sign in' })
  @Answer(200, accountList)
  async list(): Promise<z.input<typeof accountList>> {
    return { accounts: await this.accounts.list() };
  }
}
