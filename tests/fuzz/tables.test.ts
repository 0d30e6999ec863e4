/** Targets, norms and posteriors with cells, rows and headers as spreadsheets leave them; and what we write for them. */

import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCsv } from '../../src/output/csv.js';
import { numberColumn, type Table, textColumn } from '../../src/output/package/columns.js';
import { InputProblem } from '../../src/scenario/check/diagnostic.js';
import { loadScenario, packageLibrary } from '../../src/scenario/load-scenario.js';
import { readNorms } from '../../src/scenario/tables/norms.js';
import { readTargets } from '../../src/scenario/tables/targets-file.js';
import { folderWith } from '../scenario/temporary-folder.js';
import { people } from '../shipped.js';
import { cases, promise } from './promise.js';
import { nastyTexts } from './trees.js';

const library = packageLibrary();
const folder = folderWith({});
const posteriorFolder = join(library.data, 'posteriors', 'cbs-2014');

const cell = fc.oneof(
  nastyTexts,
  fc.constantFrom(
    '"',
    '""',
    '"a',
    'a"b',
    '"a"b',
    '=1+1',
    '+cmd',
    '@SUM(A1)',
    '-2+3',
    '1;2',
    '0,57',
    ' 0.5',
    '1e5',
    '',
    '\r',
    '\n',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

type Change = (rows: string[][], row: number, column: number, text: string) => string[][];

const without = <Item>(list: readonly Item[], at: number) => list.filter((_, i) => i !== at);

const changes: readonly Change[] = [
  (rows, r, c, text) => rows.map((row, i) => (i === r ? row.with(c % row.length, text) : row)),
  (rows, r, c, text) => rows.map((row, i) => (i === r ? row.with(c % row.length, text) : row)),
  (rows, r) => without(rows, r),
  (rows, r) => [...rows, rows[r]!],
  (rows, r, c) => rows.map((row, i) => (i === r ? without(row, c % row.length) : row)),
  (rows, _, c) => rows.map((row) => without(row, c % row.length)),
  (rows, r, _, text) => rows.map((row, i) => (i === r ? [...row, text] : row)),
  (rows, _, c, text) => rows.map((row, i) => (i === 0 ? row.with(c % row.length, text) : row)),
  (rows, _, c) => rows.map((row) => [...row, row[c % row.length]!]),
  (rows) => [...rows].reverse(),
];

/** How the text is laid down in bytes. */
const layings: readonly ((text: string) => Buffer)[] = [
  ...Array.from({ length: 8 }, () => (text: string) => Buffer.from(text)),
  (text) => Buffer.from(`\ufeff${text}`),
  (text) => Buffer.from(text.replaceAll('\n', '\r\n')),
  (text) => Buffer.from(text.replaceAll('\n', '\r')),
  (text) => Buffer.from(text.replaceAll('.', '@').replaceAll(',', ';').replaceAll('@', ',')),
  (text) => Buffer.from(text.replaceAll(',', '\t')),
  (text) => Buffer.from(text.trimEnd()),
  (text) => Buffer.from(text.slice(0, text.length >> 1)),
  (text) => Buffer.from(`${text}\u20ac`, 'latin1'),
  (text) => Buffer.from(`caf\u00e9,${text}`, 'latin1'),
  (text) => Buffer.from(text, 'utf16le'),
  (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
];

/** A table after one or two changes, with its cells unquoted where they would not need quotes. */
function mutatedTable(text: string): fc.Arbitrary<Buffer> {
  const rows = parse(text) as string[][];
  const step = fc.record({ kind: fc.nat(changes.length - 1), row: fc.nat(), column: fc.nat(), text: cell });
  return fc
    .tuple(fc.array(step, { minLength: 1, maxLength: 2 }), fc.nat(layings.length - 1), fc.boolean())
    .map(([steps, laying, quoted]) => {
      const changed = steps.reduce(
        (now, { kind, row, column, text: value }) =>
          now.length === 0 ? now : changes[kind]!(now, row % now.length, column, value),
        rows,
      );
      const quote = (value: string) =>
        quoted && /[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
      return layings[laying]!(`${changed.map((row) => row.map(quote).join(',')).join('\n')}\n`);
    });
}

describe('a mutated table is read, or refused with line and cell', () => {
  it('as targets', () => {
    const good = readFileSync(join(library.data, 'targets.csv'), 'utf8');
    fc.assert(
      fc.property(mutatedTable(good), (bytes) =>
        promise(() => {
          const path = join(folder, 'targets.csv');
          writeFileSync(path, bytes);
          const read = readTargets(path, people);
          if (read.ok) {
            for (const { value, tolerance, month } of read.targets)
              expect([value, tolerance, month ?? 0].every(Number.isFinite)).toBe(true);
          }
          return read.ok ? [] : read.diagnostics;
        }),
      ),
      cases(),
    );
  });

  it('as norms', () => {
    const good = readFileSync(join(library.data, 'norms.csv'), 'utf8');
    fc.assert(
      fc.property(mutatedTable(good), (bytes) => {
        writeFileSync(join(folder, 'norms.csv'), bytes);
        promise(() => {
          try {
            for (const { couple, single } of readNorms({ ...library, data: folder }))
              expect(Math.min(couple, single)).toBeGreaterThan(0);
          } catch (error) {
            if (!(error instanceof InputProblem)) throw error;
            expect(error.message).toMatch(/norms\.csv:\d+:\d+: .{6}/);
          }
          return [];
        });
      }),
      cases(),
    );
  });

  it.each(['posterior.csv', 'parameters.csv'])('as %s of a posterior', (name) => {
    const own = join(folder, name.replace('.csv', ''));
    mkdirSync(own);
    for (const file of ['posterior.csv', 'parameters.csv'])
      copyFileSync(join(posteriorFolder, file), join(own, file));
    const lines = readFileSync(join(posteriorFolder, name), 'utf8').split('\n');
    const good = name === 'posterior.csv' ? lines.slice(0, 4) : lines.slice(0, -1);
    fc.assert(
      fc.property(mutatedTable(`${good.join('\n')}\n`), (bytes) => {
        writeFileSync(join(own, name), bytes);
        promise(() => {
          const loaded = loadScenario(join(library.scenarios, 'national.yaml'), library, [
            `posterior=${own}`,
          ]);
          if (!loaded.ok) return loaded.diagnostics;
          const { values, central } = loaded.scenario.posterior!;
          expect([...values, ...central].every(Number.isFinite)).toBe(true);
          return [];
        });
      }),
      cases(4),
    );
  });
});

describe('a written table', () => {
  it('holds no text that a spreadsheet would run, and every number as it is', () => {
    const text = fc.oneof(
      cell,
      fc
        .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ' =', '\u0000=', '"='), cell)
        .map((parts) => parts.join('')),
    );
    const row = fc.record({ text, number: fc.double({ noNaN: true, noDefaultInfinity: true }) });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), fc.constantFrom('standard', 'nl'), (rows, dialect) => {
        const table: Table<(typeof rows)[number]> = {
          file: 'x.csv',
          title: 'x',
          columns: [
            textColumn('text', 'text', (r) => r.text),
            numberColumn('number', 'number', (r) => r.number),
          ],
          rows,
        };
        const dutch = dialect === 'nl';
        const written = parse(formatCsv(table, dialect), {
          bom: true,
          columns: true,
          delimiter: dutch ? ';' : ',',
          record_delimiter: dutch ? '\r\n' : '\n',
        }) as { text: string; number: string }[];
        expect(written).toHaveLength(rows.length);
        for (const [i, { text: cellText, number }] of written.entries()) {
          expect(cellText).not.toMatch(/^[=+\-@\t\r]/);
          expect([rows[i]!.text, `'${rows[i]!.text}`]).toContain(cellText);
          expect(Number(number.replace(',', '.'))).toBe(Number(rows[i]!.number.toPrecision(10)));
        }
      }),
      cases(),
    );
  });
});
