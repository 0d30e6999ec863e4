/** Tables as Parquet, for R, Python and databases: the same values as in the CSV, at full precision. */

import type { AnyTable, CellValue } from './package/columns.js';

const types = { string: 'STRING', integer: 'INT32', number: 'DOUBLE', boolean: 'BOOLEAN' } as const;

/** A cell for Parquet: null where the value is unknown. */
function known(cell: CellValue): string | number | boolean | null {
  if (cell === undefined) return null;
  return typeof cell === 'number' && !Number.isFinite(cell) ? null : cell;
}

/** The bytes of a table as a Parquet file. The library is only loaded when needed. */
export async function formatParquet(table: AnyTable): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import('hyparquet-writer');
  const columnData = table.columns.map((column) => ({
    name: column.name,
    type: types[column.type],
    data: table.rows.map((row) => known(column.value(row))),
    nullable: true,
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

/** Name of the Parquet file for a CSV file. */
export function parquetName({ file }: AnyTable): string {
  return file.replace(/\.csv$/, '.parquet');
}
