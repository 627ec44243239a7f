import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import type { ErrandHandler } from '#platform/jobs';
import { ResultReconciler } from './result-reconciler.service.js';

const payload = z.object({ barcode: z.string() });

/** One tube was lost, or a decision about a contradiction was applied to it. */
@Injectable()
export class ReconcileTube implements ErrandHandler<z.output<typeof payload>> {
  readonly job = 'results.reconcile-tube';
  readonly payload = payload;

  constructor(private readonly reconciler: ResultReconciler) {}

  handle(tx: Tx, { barcode }: z.output<typeof payload>): Promise<void> {
    return this.reconciler.reconcile(tx, [barcode], `tube:${barcode}`);
  }
}
