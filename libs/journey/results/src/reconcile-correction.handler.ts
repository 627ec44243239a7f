import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import type { ErrandHandler } from '#platform/jobs';
import { ResultReconciler } from './result-reconciler.service.js';

const payload = z.object({ correctionId: z.uuid() });

/** It was put right who is in which tube: their answers and orders follow. */
@Injectable()
export class ReconcileCorrection implements ErrandHandler<z.output<typeof payload>> {
  readonly job = 'results.reconcile-correction';
  readonly payload = payload;

  constructor(private readonly reconciler: ResultReconciler) {}

  handle(tx: Tx, { correctionId }: z.output<typeof payload>): Promise<void> {
    return this.reconciler.reconcileCorrection(tx, correctionId);
  }
}
