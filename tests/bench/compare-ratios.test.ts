/** What CI says of the engine's speed against plain C. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../scenario/temporary-folder.js';

const kernel = 'kernel, in a warm process';

/** Compares two measurements of the kernel with 1,000 persons; what is printed. Nothing is measured of C without a ratio. */
function compare(before: number | undefined, after: number | undefined): string {
  const measured = (timesC?: number) =>
    JSON.stringify({
      fiveStates: [
        { what: 'plain C', persons: 1000, timesC: timesC && 1 },
        { what: kernel, persons: 1000, timesC },
      ],
    });
  const folder = folderWith({ 'before.json': measured(before), 'after.json': measured(after) });
  const files = ['before.json', 'after.json'].map((name) => join(folder, name));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['tests/bench/compare-ratios.js', ...files],
    { encoding: 'utf8' },
  );
  expect([status, stderr]).toEqual([0, '']);
  return stdout.trim();
}

describe('compare-ratios', () => {
  it('warns above 1.3 times, and not at it', () => {
    const line = (after: string) => `${kernel}, 1,000 persons: ${after} times plain C, 2.00 before`;
    expect(compare(2, 2.6)).toBe(line('2.60'));
    expect(compare(2, 2.7)).toBe(`WARNING: ${line('2.70')}: 1.35 times as slow`);
    expect(compare(2, 1)).toBe(line('1.00'));
  });

  it('says when there is nothing to compare', () => {
    expect(compare(2, undefined)).toMatch(/^nothing to compare/);
    expect(compare(undefined, 2)).toMatch(/^nothing to compare/);
  });
});
