import { Global, Module } from '@nestjs/common';
import { LiveSignals } from './live-signals.js';

@Global()
@Module({ providers: [LiveSignals], exports: [LiveSignals] })
export class LiveModule {}
