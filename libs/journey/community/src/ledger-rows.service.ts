import { Injectable } from '@nestjs/common';
import { businessDay, Clock } from '#platform/clock';
import { Vault } from '#platform/vault';
import { sheetLines } from '#platform/sheets';
import { AreaRegister } from './area-register.service.js';
import { LedgerFileStore } from './ledger-file-store.service.js';
import type { ImportRow } from './ledger-import.repository.js';
import { keyPlace } from './ledger-intake.service.js';
import { LedgerLimits } from './ledger-limits.js';
import { readLedgerRow, type RowReading, type RowSurroundings } from './ledger-row.js';
import { tableRows } from './ledger-table.js';
import { ResidentSealer } from './resident-sealer.service.js';
import { SeenDocuments } from './seen-documents.js';

export interface ReadRow {
  readonly line: number;
  readonly reading: RowReading;
  /** The line in which the same person stood already, if any. */
  readonly before: number | undefined;
}

/** Reads the rows of a ledger that was handed in, one at a time, as what they say of a person. */
@Injectable()
export class LedgerRows {
  constructor(
    private readonly files: LedgerFileStore,
    private readonly areas: AreaRegister,
    private readonly sealer: ResidentSealer,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly limits: LedgerLimits,
  ) {}

  /** @param keySealed what opens the file @throws UnreadableSheet where the file cannot be read any further */
  async *of(row: ImportRow, keySealed: Buffer): AsyncGenerator<ReadRow> {
    const surroundings: RowSurroundings = {
      today: businessDay(this.clock.now(), 'Asia/Shanghai'),
      areas: await this.areas.known(row.imported_by),
    };
    const key = Buffer.from(this.vault.open(keySealed, keyPlace(row.id)), 'base64');
    const lines = sheetLines(this.files.open(row.id, key, row.bytes), row.format, this.limits);
    const seen = new SeenDocuments();
    for await (const { layout, line } of tableRows(lines)) {
      if (line === undefined) continue;
      const reading = readLedgerRow(line, layout, surroundings);
      const before = reading.ok
        ? seen.note(this.sealer.documentIndex(reading.draft.document.identityKey), line.line)
        : undefined;
      yield { line: line.line, reading, before };
    }
  }
}
