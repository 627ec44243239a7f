import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { collectDefaultMetrics, register } from 'prom-client';
import { Public } from '#platform/access';

if (register.getSingleMetric('process_cpu_user_seconds_total') === undefined) collectDefaultMetrics();

/** Prometheus text. Counts and times only, no label ever holds a person, a code or a number of theirs. */
@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  @Get()
  @Public()
  @Header('content-type', 'text/plain; version=0.0.4')
  metrics(): Promise<string> {
    return register.metrics();
  }
}
