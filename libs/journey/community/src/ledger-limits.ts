/** How large a ledger may be and how it is worked off. Given as a provider, so an installation can hand in its own. */
export class LedgerLimits {
  constructor(
    /** Bytes of one uploaded file. */
    readonly uploadBytes = 64 * 1024 * 1024,
    /** Rows that are written in one transaction. */
    readonly rowsAtOnce = 1_000,
    /** Row errors kept for the list; the counts stay exact beyond it. */
    readonly keptErrors = 2_000,
    /** Bytes a workbook may unpack to. */
    readonly unpackedBytes = 1024 * 1024 * 1024,
    /** Bytes of a workbook's texts held in memory. */
    readonly textBytes = 96 * 1024 * 1024,
    /** Seconds after which another process may go on with an import whose reader has died. */
    readonly claimSeconds = 30,
    /** Tries after which an import that fails for no fault of its file is ended. */
    readonly failures = 5,
  ) {}
}
