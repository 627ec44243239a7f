import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';

/**
 * Says that a picture which somebody may be looking at has changed. The signal leaves when the transaction commits
 * (PostgreSQL NOTIFY) and carries no content: whoever shows the picture reads it anew.
 *
 * Not for the swab path: NOTIFY takes a lock at commit that all notifying transactions share.
 */
@Injectable()
export class LiveSignals {
  async changed(tx: Tx, picture: string, key: string): Promise<void> {
    await tx.query(`SELECT pg_notify('live', $1)`, [`${picture}:${key}`]);
  }
}
