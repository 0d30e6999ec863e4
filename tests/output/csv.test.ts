import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { numberColumn, type Table, textColumn } from '../../src/output/columns.js';
import { formatCsv } from '../../src/output/csv.js';
import { decimalsFor, formatShare, formatValue } from '../../src/output/number.js';

interface Row {
  readonly name: string;
  readonly value: number;
}

function tableOf(rows: readonly Row[]): Table<Row> {
  return {
    file: 'x.csv',
    title: 'x',
    columns: [textColumn('name', '', (r) => r.name), numberColumn('value', '', (r) => r.value)],
    rows,
  };
}

describe('formatCsv', () => {
  it('writes the standard dialect', () => {
    expect(
      formatCsv(
        tableOf([
          { name: 'a,b', value: -1234.5 },
          { name: 'c', value: Number.NaN },
        ]),
        'standard',
      ),
    ).toBe('name,value\n"a,b",-1234.5\nc,\n');
  });

  it('writes the Dutch dialect: byte order mark, semicolon, decimal comma, CRLF', () => {
    expect(formatCsv(tableOf([{ name: 'a,b', value: -1234.5 }]), 'nl')).toBe(
      '\ufeffname;value\r\na,b;-1234,5\r\n',
    );
  });

  it('never writes a formula', () => {
    const text = formatCsv(tableOf([{ name: '=HYPERLINK("x")', value: 1 }]), 'standard');
    const cell = (parse(text, { columns: true }) as { name: string }[])[0]!.name;
    expect(cell.startsWith('=')).toBe(false);
  });
});

describe('numbers for people', () => {
  it('show no more digits than the MCSE warrants', () => {
    expect(formatValue(1234.567, 0.02)).toBe('1,234.57');
    expect(formatValue(1234.567, 2)).toBe('1,235');
    expect(formatValue(1234.567, 340)).toBe('1,200');
    expect(formatValue(0.5, Number.NaN, true)).toBe('+0.50');
    expect(formatShare(0.123456, 0.002)).toBe('12.3');
    expect(formatValue(Number.NaN, 1)).toBe('-');
    expect(decimalsFor(1e-9)).toBe(4);
  });
});
