import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import type { ErrandHandler } from '#platform/jobs';
import { ResultReconciler } from './result-reconciler.service.js';

const payload = z.object({ receiptId: z.uuid() });

/** A laboratory could not use some tubes of a box. */
@Injectable()
export class ReconcileReceipt implements ErrandHandler<z.output<typeof payload>> {
  readonly job = 'results.reconcile-receipt';
  readonly payload = payload;

  constructor(private readonly reconciler: ResultReconciler) {}

  handle(tx: Tx, { receiptId }: z.output<typeof payload>): Promise<void> {
    return this.reconciler.reconcileReceipt(tx, receiptId);
  }
}
