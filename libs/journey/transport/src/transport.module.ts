import { Module } from '@nestjs/common';
import { AlarmRepository } from './alarm.repository.js';
import { BoxRegister } from './box-register.service.js';
import { BoxRepository } from './box.repository.js';
import { CustodyRepository } from './custody.repository.js';
import { HandoverDesk } from './handover-desk.service.js';
import { PackActs } from './pack-acts.handler.js';
import { PackingBench } from './packing-bench.service.js';
import { TransportClocks } from './transport-clocks.service.js';
import { TubeEndRepository } from './tube-end.repository.js';
import { TubeLossDesk } from './tube-loss-desk.service.js';

/** Tubes into boxes, boxes from hand to hand, clocks that run. */
@Module({
  providers: [
    AlarmRepository,
    BoxRepository,
    CustodyRepository,
    TubeEndRepository,
    PackingBench,
    HandoverDesk,
    TubeLossDesk,
    BoxRegister,
    TransportClocks,
    PackActs,
  ],
  exports: [PackActs, PackingBench, HandoverDesk, TubeLossDesk, BoxRegister, TransportClocks],
})
export class TransportModule {}
