import { Global, Module, type DynamicModule } from '@nestjs/common';
import { JOB_ROUTES, Journal, type JobRoutes } from './journal.js';

@Global()
@Module({})
export class JournalModule {
  static routing(routes: JobRoutes): DynamicModule {
    return {
      module: JournalModule,
      providers: [{ provide: JOB_ROUTES, useValue: routes }, Journal],
      exports: [Journal],
    };
  }
}
