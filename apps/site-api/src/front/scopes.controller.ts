import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allow, CallerOf, ScopeRegister, type Caller } from '#platform/access';
import { accountId } from './accounts.dto.js';
import { Answer } from './answer.js';
import { scopesHeld, scopesWanted } from './scopes.dto.js';

@ApiTags('accounts')
@ApiBearerAuth()
@Controller('accounts/:id/scopes')
export class ScopesController {
  constructor(private readonly scopes: ScopeRegister) {}

  @Get()
  @Allow('security')
  @ApiOperation({ summary: 'Over which areas, sites and rounds an account exercises its role, and until when' })
  @Answer(200, scopesHeld)
  async of(@Param('id', { schema: accountId }) id: string): Promise<z.input<typeof scopesHeld>> {
    const scopes = await this.scopes.of(id);
    return { scopes: scopes.map((one) => ({ ...one, until: one.until?.toISOString() ?? null })) };
  }

  @Put()
  @Allow('security')
  @ApiOperation({
    summary: 'Say what an account reaches; what is not named is withdrawn, at once',
    description:
      'Of one kind any key will do, of several kinds each must. What was lent in an emergency is left alone.',
  })
  @Answer(200, scopesHeld)
  async put(
    @Param('id', { schema: accountId }) id: string,
    @Body({ schema: scopesWanted }) { scopes }: z.output<typeof scopesWanted>,
    @CallerOf() caller: Caller,
  ): Promise<z.input<typeof scopesHeld>> {
    await this.scopes.put(id, scopes, caller.id);
    return this.of(id);
  }
}
