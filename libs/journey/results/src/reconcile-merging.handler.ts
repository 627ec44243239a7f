import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import type { ErrandHandler } from '#platform/jobs';
import { ResultReconciler } from './result-reconciler.service.js';

const payload = z.object({ mergingId: z.uuid() });

/** Two entries of the ledger turned out to be one person, whose answers are weighed together from now on. */
@Injectable()
export class ReconcileMerging implements ErrandHandler<z.output<typeof payload>> {
  readonly job = 'results.reconcile-merging';
  readonly payload = payload;

  constructor(private readonly reconciler: ResultReconciler) {}

  handle(tx: Tx, { mergingId }: z.output<typeof payload>): Promise<void> {
    return this.reconciler.reconcileMerging(tx, mergingId);
  }
}
