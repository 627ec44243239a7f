import { Module } from '@nestjs/common';
import { CampaignModule } from '#journey/campaign';
import { CommunityModule } from '#journey/community';
import { QueueModule } from '#journey/queue';
import { SamplingModule } from '#journey/sampling';
import { Settings } from '#platform/config';
import { AmendmentApplier } from './amendment-applier.service.js';
import { AmendmentDesk } from './amendment-desk.service.js';
import { AmendmentRepository } from './amendment.repository.js';
import { AnswerCarrierRepository } from './answer-carrier.repository.js';
import { AnswerRepository } from './answer.repository.js';
import { IdentityMerger } from './identity-merger.service.js';
import { NoticeFile } from './notice-file.service.js';
import { NoticeSender } from './notice-sender.js';
import { NoticeRepository } from './notice.repository.js';
import { ProofDesk } from './proof-desk.service.js';
import { ProofLimits } from './proof-limits.js';
import { RecallDesk } from './recall-desk.service.js';
import { RecallRepository } from './recall.repository.js';
import { ReconcileCorrection } from './reconcile-correction.handler.js';
import { ReconcileMerging } from './reconcile-merging.handler.js';
import { ReconcileReceipt } from './reconcile-receipt.handler.js';
import { ReconcileReport } from './reconcile-report.handler.js';
import { ReconcileTube } from './reconcile-tube.handler.js';
import { ReconcileTubes } from './reconcile-tubes.handler.js';
import { ResultReconciler } from './result-reconciler.service.js';
import { ResultWindow } from './result-window.service.js';
import { SendNotices } from './send-notices.service.js';
import { VerdictRepository } from './verdict.repository.js';

@Module({
  imports: [CommunityModule, CampaignModule, QueueModule, SamplingModule],
  providers: [
    VerdictRepository,
    NoticeRepository,
    AnswerRepository,
    RecallRepository,
    AnswerCarrierRepository,
    IdentityMerger,
    ResultWindow,
    ProofDesk,
    { provide: ProofLimits, useFactory: (settings: Settings) => ProofLimits.of(settings), inject: [Settings] },
    RecallDesk,
    AmendmentRepository,
    AmendmentApplier,
    AmendmentDesk,
    ResultReconciler,
    ReconcileReport,
    ReconcileReceipt,
    ReconcileTube,
    ReconcileTubes,
    ReconcileCorrection,
    ReconcileMerging,
    SendNotices,
    { provide: NoticeSender, useClass: NoticeFile },
  ],
  exports: [
    IdentityMerger,
    ResultWindow,
    ProofDesk,
    RecallDesk,
    AmendmentDesk,
    ResultReconciler,
    ReconcileReport,
    ReconcileReceipt,
    ReconcileTube,
    ReconcileTubes,
    ReconcileCorrection,
    ReconcileMerging,
    SendNotices,
    NoticeSender,
  ],
})
export class ResultsModule {}
