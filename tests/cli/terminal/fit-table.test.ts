import { describe, expect, it, vi } from 'vitest';
import { fitRows } from '../../../src/analysis/calibration/fit.js';
import { printFit } from '../../../src/cli/terminal/fit-table.js';
import type { Target } from '../../../src/domain/parameters/targets.js';

const target = (month: number): Target =>
  ({ metric: 'on_benefit', month, subgroup: 'all', value: 0.5, tolerance: 0.1, use: 'fit' }) as Target;

describe('figures beside the model', () => {
  it('say what cannot be told: of few draws the interval, of nobody whether it is met', async () => {
    let printed = '';
    const spy = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
      printed += chunk;
      return true;
    });
    // By draw: of the first figure 0.4 and 0.5, of the second nobody, of the third 0.9.
    const draws = [
      [0.4, Number.NaN, 0.9],
      [0.5, Number.NaN, 0.9],
    ];
    await printFit(fitRows([target(6), target(12), target(18)], draws));
    spy.mockRestore();
    const rows = printed
      .split('\n')
      .filter((line) => line.includes('month'))
      .map((line) => line.split('│').map((cell) => cell.trim()));
    const untold = 'cannot be told';
    expect(rows.map((cells) => cells.slice(4, 8))).toEqual([
      ['45.0', untold, '-1.0', 'inside'],
      ['-', untold, '-', untold],
      ['90.0', untold, '8.0', 'outside'],
    ]);
    expect(printed).not.toContain('NaN');
    expect(printed).toContain('1 of 3 inside');
  });
});
