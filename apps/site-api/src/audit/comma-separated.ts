const asksToBeComputed = /^[=+\-@\t\r]/u;

/**
 * Rows as CSV (RFC 4180, UTF-8 with its mark, so that spreadsheets read Chinese). A cell that a spreadsheet would take for
 * a formula is quoted with an apostrophe in front.
 */
export function commaSeparated(rows: readonly (readonly (string | null)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(value: string | null): string {
  const text = value ?? '';
  const harmless = asksToBeComputed.test(text) ? `'${text}` : text;
  return /[",\r\n']/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
