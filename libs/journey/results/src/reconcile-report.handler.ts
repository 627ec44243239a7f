import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import type { ErrandHandler } from '#platform/jobs';
import { ResultReconciler } from './result-reconciler.service.js';

const payload = z.object({ reportId: z.uuid() });

/** A laboratory's report was applied: its tubes have outcomes. */
@Injectable()
export class ReconcileReport implements ErrandHandler<z.output<typeof payload>> {
  readonly job = 'results.reconcile-report';
  readonly payload = payload;

  constructor(private readonly reconciler: ResultReconciler) {}

  handle(tx: Tx, { reportId }: z.output<typeof payload>): Promise<void> {
    return this.reconciler.reconcileReport(tx, reportId);
  }
}
