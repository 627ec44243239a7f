import { Module } from '@nestjs/common';
import { SamplingModule } from '#journey/sampling';
import { NoticeFile } from './notice-file.service.js';
import { NoticeSender } from './notice-sender.js';
import { NoticeRepository } from './notice.repository.js';
import { ReconcileReceipt } from './reconcile-receipt.handler.js';
import { ReconcileReport } from './reconcile-report.handler.js';
import { ReconcileTube } from './reconcile-tube.handler.js';
import { ResultReconciler } from './result-reconciler.service.js';
import { SendNotices } from './send-notices.service.js';
import { VerdictRepository } from './verdict.repository.js';

@Module({
  imports: [SamplingModule],
  providers: [
    VerdictRepository,
    NoticeRepository,
    ResultReconciler,
    ReconcileReport,
    ReconcileReceipt,
    ReconcileTube,
    SendNotices,
    { provide: NoticeSender, useClass: NoticeFile },
  ],
  exports: [ResultReconciler, ReconcileReport, ReconcileReceipt, ReconcileTube, SendNotices, NoticeSender],
})
export class ResultsModule {}
