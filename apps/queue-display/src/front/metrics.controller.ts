import { Controller, Get, Header } from '@nestjs/common';
import { collectDefaultMetrics, register } from 'prom-client';
import { Public } from '#platform/access';

if (register.getSingleMetric('process_cpu_user_seconds_total') === undefined) collectDefaultMetrics();

/** Prometheus text: counts and times only. */
@Controller('metrics')
export class MetricsController {
  @Get()
  @Public()
  @Header('content-type', 'text/plain; version=0.0.4')
  metrics(): Promise<string> {
    return register.metrics();
  }
}
