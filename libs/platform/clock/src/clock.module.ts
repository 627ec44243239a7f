import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Clock, SystemClock } from './clock.js';

@Global()
@Module({ providers: [{ provide: Clock, useClass: SystemClock }], exports: [Clock] })
export class ClockModule {
  /** Everybody in the process reads this clock instead of the system's. */
  static telling(clock: Clock): DynamicModule {
    return { module: TellingClock, providers: [{ provide: Clock, useValue: clock }], exports: [Clock] };
  }
}

@Global()
@Module({})
class TellingClock {}
