/** A table that holds envelopes of the vault, and under which purpose each row is sealed. */
export interface SealedTable {
  readonly table: string;
  /** The column, of type uuid, that names the row in the envelope. */
  readonly key: string;
  readonly columns: readonly string[];
  /** SQL over the row: 'ledger' or 'round:<id>'. */
  readonly purpose: string;
  /** A column that held the same in clear before it was sealed, with the sealed column that takes its place. */
  readonly clear?: { readonly column: string; readonly sealedIn: string };
}

/** Every place where something sealed lies. A test compares it with the columns that end in `_sealed`. */
export const sealedTables: readonly SealedTable[] = [
  {
    table: 'community.resident',
    key: 'id',
    columns: ['name_sealed', 'document_sealed', 'phone_sealed'],
    purpose: `'ledger'`,
  },
  { table: 'community.ledger_import', key: 'id', columns: ['file_key_sealed'], purpose: `'ledger'` },
  {
    table: 'campaign.exemption',
    key: 'id',
    columns: ['note_sealed'],
    purpose: `'round:' || round_id`,
    clear: { column: 'note', sealedIn: 'note_sealed' },
  },
  { table: 'access.second_factor', key: 'account_id', columns: ['secret_sealed'], purpose: `'ledger'` },
  { table: 'sampling.device_note', key: 'id', columns: ['text_sealed'], purpose: `'ledger'` },
  { table: 'sampling.held_batch', key: 'id', columns: ['acts_sealed'], purpose: `'ledger'` },
  { table: 'sampling.exception', key: 'id', columns: ['raw_sealed'], purpose: `'ledger'` },
];
