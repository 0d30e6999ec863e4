import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCsv } from '../../src/output/csv.js';
import { countOf, decimalsFor, formatAs, formatValue } from '../../src/output/number.js';
import { numberColumn, type Table, textColumn } from '../../src/output/package/columns.js';

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

  it('writes numbers to ten significant digits, in the notation of JavaScript', () => {
    const value = fc.oneof(
      fc.double({ noDefaultInfinity: true, noNaN: true }),
      fc.double({ min: -2, max: 2, noNaN: true }),
      fc.tuple(fc.integer(), fc.integer({ min: 0, max: 12 })).map(([digits, power]) => digits / 10 ** power),
      fc.constantFrom(0, -0, 1e10, 9999999999.5, 123456789012, 1e21, 1e-6, 9.99999999999e-7, 1e-7, 5e-324),
    );
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), (values) => {
        const text = formatCsv(tableOf(values.map((each) => ({ name: 'x', value: each }))), 'standard');
        const lines = values.map((each) => `x,${String(Number(each.toPrecision(10)))}\n`);
        expect(text).toBe(`name,value\n${lines.join('')}`);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the zeros of large numbers that have no room for a fraction', () => {
    const values = [1234567890.3, -1234567890.3, 1000000000.4, 1234567899.9, 123456789.04];
    const text = formatCsv(tableOf(values.map((value) => ({ name: 'x', value }))), 'standard');
    const lines = ['1234567890', '-1234567890', '1000000000', '1234567900', '123456789'];
    expect(text).toBe(`name,value\n${lines.map((line) => `x,${line}\n`).join('')}`);
  });

  it('writes long tables with one header, and short ones with no more than that', () => {
    const rows = Array.from({ length: 1000 }, (_, i) => ({ name: `n${i >> 3}`, value: i >> 2 }));
    const lines = rows.map(({ name, value }) => `${name},${value}\n`);
    expect(formatCsv(tableOf(rows), 'standard')).toBe(`name,value\n${lines.join('')}`);
    expect(formatCsv(tableOf([]), 'nl')).toBe('\ufeffname;value\r\n');
  });

  it('quotes texts where they change, and leaves cells empty where nothing is known', () => {
    const table: Table<readonly (string | number | undefined)[]> = {
      file: 'x.csv',
      title: 'x',
      columns: [
        textColumn('a', '', (r) => r[0]),
        numberColumn('n', '', (r) => r[1]),
        textColumn('b', '', (r) => r[2]),
        textColumn('c', '', (r) => r[3]),
        numberColumn('m', '', (r) => r[4]),
      ],
      rows: [
        ['x', 1.5, 'y', 'z', 2],
        ['x', undefined, 'y', 'say "z"', 2],
        [undefined, 1.5, '', 'say "z"', Number.POSITIVE_INFINITY],
        ['a;b', 'n;m', 'y', 'z\r\nz', 2],
      ],
    };
    const lines = [
      'a;n;b;c;m',
      'x;1,5;y;z;2',
      'x;;y;"say ""z""";2',
      ';1,5;;"say ""z""";',
      '"a;b";"n;m";y;"z\r\nz";2',
    ];
    expect(formatCsv(table, 'nl')).toBe(`\ufeff${lines.map((line) => `${line}\r\n`).join('')}`);
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
    expect(formatAs('share', 0.123456, 0.002)).toBe('12.3');
    expect(formatValue(Number.NaN, 1)).toBe('-');
    expect(decimalsFor(1e-9)).toBe(4);
  });

  it('show a zero that is certain as 0, and no minus sign before a rounded one', () => {
    for (const unit of ['share', 'euros', 'months']) {
      expect(formatAs(unit, 0, 0, true)).toBe('0');
      expect(formatAs(unit, -0, Number.NaN, true)).toBe('0');
    }
    expect(formatAs('share', -0.0004, 0.002, true)).toBe('0.0');
    expect(formatAs('euros', -0.4, 3, true)).toBe('0');
    expect(formatAs('euros', -40, 300)).toBe('0');
    expect(formatAs('months', -0.04, 0.1, true, 'nl')).toBe('0,0');
  });

  it('show what has no error to the digits that are usual, also where sums have left some', () => {
    expect(formatAs('share', 0.5, 0)).toBe('50.0');
    expect(formatAs('share', 0.841666, 1e-17)).toBe('84.2');
    expect(formatAs('euros', 8530.4, Number.NaN)).toBe('8,530');
    expect(formatValue(84.1666, 1e-15)).toBe('84.17');
  });

  it('count in English', () => {
    expect([countOf(1, 'draw'), countOf(2, 'draw'), countOf(1000, 'life', 'lives')]).toEqual([
      '1 draw',
      '2 draws',
      '1,000 lives',
    ]);
  });
});
