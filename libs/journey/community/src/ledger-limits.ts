import { z } from 'zod';
import type { Settings } from '#platform/config';

const megabyte = 1024 * 1024;
const megabytes = z.coerce.number().int().min(1).max(65_536);
const count = z.coerce.number().int().min(1);

const piece = z.object({
  SHIHE_LEDGER_MB: megabytes.default(64),
  SHIHE_LEDGER_UNPACKED_MB: megabytes.default(1_024),
  SHIHE_LEDGER_TEXT_MB: megabytes.default(96),
  SHIHE_LEDGER_ERRORS: count.max(100_000).default(2_000),
  SHIHE_LEDGER_ROWS_AT_ONCE: count.max(5_000).default(1_000),
  SHIHE_LEDGER_CLAIM_SECONDS: count.max(3_600).default(30),
  SHIHE_LEDGER_TRIES: count.max(100).default(5),
});

/** How large a ledger may be and how it is worked off. */
export class LedgerLimits {
  constructor(
    /** Bytes of one uploaded file. */
    readonly uploadBytes: number,
    /** Bytes a workbook may unpack to. */
    readonly unpackedBytes: number,
    /** Bytes of a workbook's texts held in memory. */
    readonly textBytes: number,
    /** Row errors kept for the list; the counts stay exact beyond it. */
    readonly keptErrors: number,
    /** Rows that are written in one transaction. */
    readonly rowsAtOnce: number,
    /** Seconds after which another process may go on with an import whose reader has died. */
    readonly claimSeconds: number,
    /** Tries after which an import that fails for no fault of its file is ended. */
    readonly failures: number,
  ) {}

  static of(settings: Settings): LedgerLimits {
    const told = settings.read(piece);
    return new LedgerLimits(
      told.SHIHE_LEDGER_MB * megabyte,
      told.SHIHE_LEDGER_UNPACKED_MB * megabyte,
      told.SHIHE_LEDGER_TEXT_MB * megabyte,
      told.SHIHE_LEDGER_ERRORS,
      told.SHIHE_LEDGER_ROWS_AT_ONCE,
      told.SHIHE_LEDGER_CLAIM_SECONDS,
      told.SHIHE_LEDGER_TRIES,
    );
  }
}
