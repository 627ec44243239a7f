import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '#platform/access';
import { Database } from '#platform/database';

/** For the starter, the proxy and the supervisor. Outside /api/v1 and without sign-in; says nothing but up or not. */
@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('live')
  @Public()
  live(): { status: 'up' } {
    return { status: 'up' };
  }

  @Get('ready')
  @Public()
  async ready(): Promise<{ status: 'up' }> {
    await this.database.query('SELECT 1');
    return { status: 'up' };
  }
}
