import { Controller, Get, Header, Res } from '@nestjs/common';
import { register } from 'prom-client';
import { Database } from '#platform/database';
import { JobEngine, JobMetrics } from '#platform/jobs';

interface Reply {
  status(code: number): unknown;
}

/** For the starter and the supervisor: up or not, and the figures. Nothing else is served by this process. */
@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly engine: JobEngine,
    private readonly metricsOfJobs: JobMetrics,
  ) {}

  @Get('health/live')
  live(): { status: 'up' } {
    return { status: 'up' };
  }

  /** 503 when the database does not answer, when the worker is silent, or while the process stops. */
  @Get('health/ready')
  async ready(@Res({ passthrough: true }) reply: Reply): Promise<Record<string, string>> {
    const database = await this.database.query('SELECT 1').then(
      () => 'up',
      () => 'down',
    );
    const worker = this.engine.workerAlive ? 'up' : 'silent';
    const up = database === 'up' && worker === 'up';
    reply.status(up ? 200 : 503);
    return { status: up ? 'up' : 'down', database, worker, queue: this.engine.backend ?? 'closed' };
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4')
  async metrics(): Promise<string> {
    return `${await register.metrics()}\n${await this.metricsOfJobs.registry.metrics()}`;
  }
}
