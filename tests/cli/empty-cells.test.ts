/** Cells that somebody has emptied in the files of a run: refused where they cannot have been empty, in every table that is read. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { readRunFolder } from '../../src/output/package/run-folder.js';
import { InputProblem } from '../../src/scenario/check/diagnostic.js';
import { folderWith } from '../scenario/temporary-folder.js';
import type { Row } from './in-folder.js';
import { runHere } from './program-here.js';

/** Columns of which a cell may be empty, whatever stands beside it. */
const mayBeEmpty: Record<string, string[]> = {
  'approaches.csv': [
    'starts',
    'delay_weeks',
    'weeks',
    'acts_on',
    'for',
    'aftercare_weeks',
    'aftercare_starts',
    'labels',
    'source',
    'ends',
    'resumes_within_weeks',
    'to_education',
    'to_work',
    'to_voluntary_work',
    'voluntary_weeks',
    'by_answer',
  ],
  'selection.csv': ['over_answers'],
  'estimates.csv': ['mcse'],
  'differences.csv': ['mcse', 'probability_better', 'variance_ratio'],
  'curves.csv': ['mcse'],
  'costs.csv': ['mcse'],
  'parameters.csv': ['distribution', 'unit', 'label', 'source', 'note', 'same_as'],
};

let folder: string;
beforeAll(async () => {
  const root = folderWith({
    'leiden.yaml': 'name: Leiden\nextends: leiden\ncohort: { size: 60 }\nhorizon_years: 2\n',
  });
  const how = ['--draws', '8', '--replications', '2', '--workers', '1', '--quiet', '--out', join(root, 'r')];
  expect((await runHere('run', join(root, 'leiden.yaml'), ...how)).status).toBe(0);
  folder = join(root, 'r', 'leiden');
});

const linesOf = (file: string) =>
  (parse(readFileSync(join(folder, file)), { columns: true }) as Row[]).map((row, i) => ({
    row,
    line: i + 2,
  }));

/** What is said of a file in which cells of one row are empty; undefined: nothing. */
function without(file: string, line: number, ...columns: string[]): string | undefined {
  const path = join(folder, file);
  const good = readFileSync(path, 'utf8');
  const lines = good.split('\n');
  const [names, cells] = [0, line - 1].map((i) => (parse(lines[i]!) as string[][])[0]!);
  for (const column of columns) cells![names!.indexOf(column)] = '';
  writeFileSync(path, lines.with(line - 1, stringify([cells!], { eof: false })).join('\n'));
  try {
    readRunFolder(folder);
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(InputProblem);
    return (error as Error).message;
  } finally {
    writeFileSync(path, good);
  }
}

describe('a cell that was emptied', () => {
  it.each(Object.keys(mayBeEmpty))(
    'is refused in %s unless it may be empty',
    (file) => {
      const lines = linesOf(file);
      const names = Object.keys(lines[0]!.row);
      const filled = (row: Row) => Object.values(row).filter((cell) => cell !== '').length;
      const open = names.filter((name, column) => {
        const having = lines.filter(({ row }) => row[name] !== '');
        if (having.length === 0) return true;
        // The row that says most beside it.
        const { line } = having.reduce((a, b) => (filled(a.row) >= filled(b.row) ? a : b));
        const said = without(file, line, name);
        if (said !== undefined)
          expect(said).toMatch(
            new RegExp(
              `${file}:${line}:${column + 1}: ${name}: expected .*(?:, got nothing|, but the cell is empty, and this row has \\w+)`,
            ),
          );
        return said === undefined;
      });
      expect(open).toEqual(mayBeEmpty[file]);
    },
    60_000,
  );

  it('is refused where an interval alone stands beside it, or one of its ends', () => {
    const { row, line } = linesOf('estimates.csv').find(
      (each) => each.row.month === '' && each.row.parameter_low !== '',
    )!;
    const at = (column: string, beside: string) =>
      `estimates.csv:${line}:${Object.keys(row).indexOf(column) + 1}: ${column}: expected a value, but the cell is empty, and this row has ${beside}`;
    expect(without('estimates.csv', line, 'estimate', 'mcse')).toContain(at('estimate', 'parameter_low'));
    expect(without('estimates.csv', line, 'parameter_low')).toContain(at('parameter_low', 'parameter_high'));
    const share = linesOf('estimates.csv').find((each) => each.row.measure === 'bijstand_share')!;
    expect(without('estimates.csv', share.line, 'month')).toContain('month: expected the month');
    // All that tells uncertainty may be empty: it cannot always be told.
    const uncertainty = ['mcse', 'parameter_low', 'parameter_high', 'prediction_low', 'prediction_high'];
    expect(without('estimates.csv', line, ...uncertainty)).toBeUndefined();
  });
});
