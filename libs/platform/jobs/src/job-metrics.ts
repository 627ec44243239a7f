import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Registry } from 'prom-client';
import { ErrandRepository } from './errand.repository.js';

/** Figures of the errands, in a registry of this runner's own. No label ever holds an id. */
@Injectable()
export class JobMetrics {
  readonly registry = new Registry();
  readonly relayed = this.counter('shihe_errands_relayed_total', 'Errands handed over to the queue');
  readonly relayFailures = this.counter('shihe_relay_failures_total', 'Hand-overs that the queue did not accept');
  readonly swept = this.counter('shihe_errands_swept_total', 'Errands handed over again because nobody finished them');
  readonly outcomes = new Counter({
    name: 'shihe_errand_runs_total',
    help: 'Runs of errands by job and outcome: done, skipped, failed, dead',
    labelNames: ['job', 'outcome'],
    registers: [this.registry],
  });
  readonly canaryAge = new Gauge({
    name: 'shihe_canary_age_seconds',
    help: 'Seconds since this worker last finished something',
    registers: [this.registry],
  });

  constructor(repository: ErrandRepository) {
    const oldest = new Gauge({
      name: 'shihe_errand_oldest_waiting_seconds',
      help: 'Age of the oldest errand that waits',
      registers: [this.registry],
    });
    new Gauge({
      name: 'shihe_errands',
      help: 'Errands that are not done, by state',
      labelNames: ['state'],
      registers: [this.registry],
      async collect() {
        const { oldestWaitingSeconds, ...states } = await repository.counts();
        for (const [state, count] of Object.entries(states)) this.set({ state }, count);
        oldest.set(oldestWaitingSeconds);
      },
    });
  }

  private counter(name: string, help: string): Counter {
    return new Counter({ name, help, registers: [this.registry] });
  }
}
