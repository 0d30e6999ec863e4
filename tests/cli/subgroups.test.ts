/** What is said of the whole cohort does not depend on what it is reported by: in every file, whatever tells the errors. */

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../scenario/temporary-folder.js';
import { type Row, rowsOf, shipped } from './in-folder.js';
import { runHere } from './program-here.js';

const files = ['estimates', 'differences', 'curves', 'costs'] as const;

/** Part of a number by which another order of its sums may move it. */
const ROUNDING = 1e-8;

function isSame(a: string, b: string): boolean {
  if (a === b) return true;
  if (a === '' || b === '') return false;
  return Math.abs(Number(a) - Number(b)) <= ROUNDING * Math.max(Math.abs(Number(a)), Math.abs(Number(b)));
}

describe('the rows of the whole cohort', () => {
  const run = async (...options: string[]) => {
    const out = folderWith({});
    const { status, stderr } = await runHere(
      'run',
      shipped('alphen-chaam'),
      '--quiet',
      '--workers',
      '1',
      '--horizon',
      '2',
      '--out',
      out,
      ...options,
    );
    expect([status, stderr]).toEqual([0, '']);
    return (file: string): Row[] =>
      rowsOf(join(out, 'alphen-chaam', `${file}.csv`)).filter(({ subgroup }) => subgroup === 'all');
  };

  // One draw, whose persons tell the errors; few draws, which do with their help; and draws that tell them alone.
  it.each([
    ['1', '1'],
    ['1', '3'],
    ['4', '2'],
    ['18', '1'],
  ])(
    'are the same by education, by sex and by nothing, of %s draws with %s replications',
    async (draws, replications) => {
      const size = ['--draws', draws, '--replications', replications];
      const whole = await run(...size);
      for (const by of ['education', 'sex']) {
        const also = await run(...size, '--by', by);
        for (const file of files) {
          const [rows, others] = [whole(file), also(file)];
          expect(others.length).toBe(rows.length);
          const off = rows.flatMap((row, i) =>
            Object.keys(row)
              .filter((column) => !isSame(row[column]!, others[i]![column]!))
              .map((column) => [
                by,
                file,
                column,
                row[column],
                others[i]![column],
                Object.values(row).join(),
              ]),
          );
          expect(off).toEqual([]);
        }
      }
    },
  );
});
