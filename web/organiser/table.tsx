import type { ReactNode } from 'react';

export interface Column<Row> {
  /** Stands over the column, and beside each value where there is room for one column only. */
  head: string;
  cell: (row: Row) => ReactNode;
  /** `name` says whom or what the row is about; `choice` and `acts` are what one does with it. */
  kind?: 'name' | 'number' | 'code' | 'choice' | 'acts';
}

interface Given<Row> {
  /** Names the table for those who hear it. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  className?: string;
  rowClassOf?: (row: Row) => string | undefined;
  /** Stands by itself, not in a panel of something larger. */
  isPanel?: boolean;
}

/**
 * The one table of this page: wide where there is room, a card for each row on a phone (table.css). The roles are said aloud
 * because a row that is drawn as a card would be a table to nobody who only hears it.
 */
export function Table<Row>({ label, columns, rows, keyOf, className = '', rowClassOf, isPanel = false }: Given<Row>) {
  return (
    <div className={isPanel ? 'scroll panel' : 'scroll'} tabIndex={0} role="group" aria-label={label}>
      <table className={`rows ${className}`} role="table" aria-label={label}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ head, kind }) => (
              <th key={head} scope="col" role="columnheader" className={classOf(kind)}>
                {kind === 'choice' || kind === 'acts' ? <span className="for-readers">{head}</span> : head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={keyOf(row)} role="row" data-row={keyOf(row)} className={rowClassOf?.(row)}>
              {columns.map(({ head, cell, kind }) =>
                kind === 'name' ? (
                  <th key={head} scope="row" role="rowheader" className={classOf(kind)}>
                    {cell(row)}
                  </th>
                ) : (
                  <td key={head} role="cell" data-label={head} className={classOf(kind)}>
                    <div>{cell(row)}</div>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function classOf(kind: string | undefined): string | undefined {
  return kind === undefined ? undefined : `is-${kind}`;
}
