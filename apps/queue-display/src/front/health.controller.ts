import { Controller, Get } from '@nestjs/common';
import { Public } from '#platform/access';
import { Database } from '#platform/database';

/** For the starter, the proxy and the supervisor. Not ready while the database is away; the boards keep their picture. */
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
