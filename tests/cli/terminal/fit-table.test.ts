import { describe, expect, it } from 'vitest';
import { fitRows } from '../../../src/analysis/calibration/fit.js';
import { targetLines } from '../../../src/cli/terminal/fit-table.js';
import { plain } from '../../../src/cli/terminal/screen.js';
import type { Target } from '../../../src/domain/parameters/targets.js';
import { origins } from '../../shipped.js';

const target = (month: number): Target =>
  ({ metric: 'on_benefit', month, subgroup: 'all', value: 0.5, tolerance: 0.1, use: 'fit' }) as Target;

describe('figures beside the model', () => {
  it('say what is not known: of few draws the interval, of nobody whether it is met', () => {
    // By draw: of the first figure 0.4 and 0.5, of the second nobody, of the third 0.9.
    const draws = [
      [0.4, Number.NaN, 0.9],
      [0.5, Number.NaN, 0.9],
    ];
    const lines = targetLines(
      fitRows([target(6), target(12), target(18)], draws),
      { regime: 'wi2013', origins },
      { table: 80, text: 80, language: 'en' },
      plain,
    );
    const rows = lines.filter((line) => line.includes('month')).map((line) => line.split(/ {2,}/));
    expect(rows.map((cells) => cells.slice(3))).toEqual([
      ['45.0', 'no interval', '-1.0', 'inside'],
      ['-', 'no interval', '-', 'not known'],
      ['90.0', 'no interval', '8.0', 'outside'],
    ]);
    expect(lines.join()).not.toContain('NaN');
    expect(lines).toContain('used in the fit: 1 of 3 inside their tolerance');
  });

  it.each([
    ['en', 'housing wait (months)'],
    ['nl', 'wachttijd op een woning (maanden)'],
  ] as const)('say in %s in what they are where that is no percentage', (language, name) => {
    const wait = { ...target(6), metric: 'housing_wait', month: undefined, value: 5.3 };
    const rows = fitRows([target(6), wait], [[0.4, 5]]);
    const page = { table: 100, text: 100, language } as const;
    const lines = targetLines(rows, { regime: 'wi2013', origins }, page, plain);
    const unit = language === 'nl' ? 'maanden' : 'months';
    const told = lines.filter((line) => line.includes(unit));
    expect(told.map((line) => line.split(/ {2,}/)[0])).toEqual([name]);
  });

  it.each(['en', 'nl'] as const)(
    'are in %s on one line each beneath their names on a narrow terminal',
    (language) => {
      const rows = fitRows([6, 12, 18].map(target), [[0.4, 0.4, 0.4]]);
      const page = { table: 60, text: 60, language } as const;
      const lines = targetLines(rows, { regime: 'wi2013', origins }, page, plain);
      const body = lines.slice(lines.findIndex((line) => line.startsWith('─')) + 1, -2);
      const [none, name] =
        language === 'nl' ? ['geen interval', 'in de bijstand'] : ['no interval', 'on benefit'];
      expect(body).toHaveLength(6);
      expect(body.map((line) => [line.startsWith(name!), line.includes(none!)])).toEqual(
        Array.from({ length: 6 }, (_, i) => (i % 2 === 0 ? [true, false] : [false, true])),
      );
    },
  );
});
