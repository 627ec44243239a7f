import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import type { ErrandHandler } from '#platform/jobs';
import { ResultReconciler } from './result-reconciler.service.js';

const payload = z.object({ deviceId: z.uuid(), barcodes: z.array(z.string()) });

/** Swabs came home after their tubes were sealed: all tubes of a batch in one go. */
@Injectable()
export class ReconcileTubes implements ErrandHandler<z.output<typeof payload>> {
  readonly job = 'results.reconcile-tubes';
  readonly payload = payload;

  constructor(private readonly reconciler: ResultReconciler) {}

  handle(tx: Tx, { deviceId, barcodes }: z.output<typeof payload>): Promise<void> {
    return this.reconciler.reconcile(tx, barcodes, `device:${deviceId}`);
  }
}
