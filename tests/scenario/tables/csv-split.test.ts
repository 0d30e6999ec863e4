/** The quick way through plain CSV, against the parser of any CSV. */

import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitPlain } from '../../../src/scenario/tables/csv-split.js';

it.each([
  [
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
    [1, 2],
  ],
  ['a,"b, ""c"""\n\n"two\nlines",\nlast', [['a', 'b, "c"'], ['two\nlines', ''], ['last']], [1, 3, 5]],
  ['', [], []],
  ['a,', [['a', '']], [1]],
] as const)('%j', (text, cells, lines) => {
  const rows = splitPlain(text, ',')!;
  expect(rows.map((row) => row.cells)).toEqual(cells);
  expect(rows.map((row) => row.line)).toEqual(lines);
});

it.each(['a\r\nb', 'a"b', '"a"b,c', '"a'])('leaves %j to the parser', (text) => {
  expect(splitPlain(text, ',')).toBeUndefined();
});

it('reads what it reads as the parser does', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '1', ',', ';', '"', '\n', ' '), maxLength: 24 });
  fc.assert(
    fc.property(text, (any) => {
      const rows = splitPlain(any, ',');
      if (rows === undefined) return;
      const options = { delimiter: ',', skip_empty_lines: true, relax_column_count: true };
      expect(rows.map(({ cells }) => cells)).toEqual(parse(any, options));
    }),
    { numRuns: 2000 },
  );
});
