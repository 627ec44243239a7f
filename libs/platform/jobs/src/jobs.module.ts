import { Module, type DynamicModule, type ModuleMetadata, type Type } from '@nestjs/common';
import type { ErrandHandler } from './errand-handler.js';
import { ErrandRepository } from './errand.repository.js';
import { ERRAND_HANDLERS, JobEngine, JOBS_SETUP, SCHEDULED_WORKS, type JobsSetup } from './job-engine.service.js';
import { JobMetrics } from './job-metrics.js';
import type { ScheduledWork } from './scheduled-work.js';

export interface JobsModuleOptions extends JobsSetup {
  /** The rooms that export the handlers and the works. */
  imports: NonNullable<ModuleMetadata['imports']>;
  handlers: Type<ErrandHandler>[];
  works: Type<ScheduledWork>[];
}

/** Runs errands and schedules in this process. A process that only records events does not need it. */
@Module({})
export class JobsModule {
  static running({ imports, handlers, works, ...setup }: JobsModuleOptions): DynamicModule {
    return {
      module: JobsModule,
      imports,
      providers: [
        { provide: JOBS_SETUP, useValue: setup },
        { provide: ERRAND_HANDLERS, inject: handlers, useFactory: (...made: ErrandHandler[]) => made },
        { provide: SCHEDULED_WORKS, inject: works, useFactory: (...made: ScheduledWork[]) => made },
        ErrandRepository,
        JobMetrics,
        JobEngine,
      ],
      exports: [JobEngine, JobMetrics],
    };
  }
}
