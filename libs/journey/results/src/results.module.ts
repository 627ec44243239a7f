import { Module } from '@nestjs/common';
import { QueueModule } from '#journey/queue';
import { SamplingModule } from '#journey/sampling';
import { AmendmentDesk } from './amendment-desk.service.js';
import { AnswerRepository } from './answer.repository.js';
import { NoticeFile } from './notice-file.service.js';
import { NoticeSender } from './notice-sender.js';
import { NoticeRepository } from './notice.repository.js';
import { RecallDesk } from './recall-desk.service.js';
import { RecallRepository } from './recall.repository.js';
import { ReconcileCorrection } from './reconcile-correction.handler.js';
import { ReconcileReceipt } from './reconcile-receipt.handler.js';
import { ReconcileReport } from './reconcile-report.handler.js';
import { ReconcileTube } from './reconcile-tube.handler.js';
import { ResultReconciler } from './result-reconciler.service.js';
import { ResultWindow } from './result-window.service.js';
import { SendNotices } from './send-notices.service.js';
import { VerdictRepository } from './verdict.repository.js';

@Module({
  imports: [QueueModule, SamplingModule],
  providers: [
    VerdictRepository,
    NoticeRepository,
    AnswerRepository,
    RecallRepository,
    ResultWindow,
    RecallDesk,
    AmendmentDesk,
    ResultReconciler,
    ReconcileReport,
    ReconcileReceipt,
    ReconcileTube,
    ReconcileCorrection,
    SendNotices,
    { provide: NoticeSender, useClass: NoticeFile },
  ],
  exports: [
    ResultWindow,
    RecallDesk,
    AmendmentDesk,
    ResultReconciler,
    ReconcileReport,
    ReconcileReceipt,
    ReconcileTube,
    ReconcileCorrection,
    SendNotices,
    NoticeSender,
  ],
})
export class ResultsModule {}
