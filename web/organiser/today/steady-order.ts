/**
 * Rows in the order in which they stood before, whatever their numbers say now: a finger on its way to a row finds it
 * there. What is new comes last, what is gone is left out.
 * @param before the names of the rows as they stood
 */
export function steadyOrder<Row>(rows: readonly Row[], nameOf: (row: Row) => string, before: readonly string[]): Row[] {
  const place = new Map(before.map((name, at) => [name, at]));
  return rows
    .map((row, at) => ({ row, at: place.get(nameOf(row)) ?? before.length + at }))
    .sort((a, b) => a.at - b.at)
    .map(({ row }) => row);
}
