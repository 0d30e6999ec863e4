import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { integerColumn, numberColumn, type Table, textColumn } from '../../src/output/package/columns.js';
import { formatParquet, parquetName } from '../../src/output/parquet.js';

interface Line {
  readonly name: string | undefined;
  readonly month: number | undefined;
  readonly value: number;
}

const table: Table<Line> = {
  file: 'estimates.csv',
  title: 'x',
  columns: [
    textColumn('name', '', (r) => r.name),
    integerColumn('month', '', (r) => r.month),
    numberColumn('value', '', (r) => r.value),
  ],
  rows: [
    { name: 'a;b,"ç"', month: 12, value: 1 / 3 },
    { name: undefined, month: undefined, value: Number.NaN },
    { name: '=1+1', month: 0, value: -1e9 },
  ],
};

describe('formatParquet', () => {
  it('holds the values of a table at full precision, and null for what is not known', async () => {
    const bytes = await formatParquet(table);
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    const rows = await parquetReadObjects({ file });
    expect(rows).toEqual([
      { name: 'a;b,"ç"', month: 12, value: 1 / 3 },
      { name: null, month: null, value: null },
      { name: '=1+1', month: 0, value: -1e9 },
    ]);
    expect(parquetName(table)).toBe('estimates.parquet');
  });
});
