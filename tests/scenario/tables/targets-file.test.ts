import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatDiagnostic } from '../../../src/scenario/check/diagnostic.js';
import { packageLibrary } from '../../../src/scenario/load-scenario.js';
import { readTargets } from '../../../src/scenario/tables/targets-file.js';
import { people } from '../../shipped.js';

describe('readTargets', () => {
  it('reads the published figures of the package: twelve for the fit, the others for validation', () => {
    const read = readTargets(join(packageLibrary().data, 'targets.csv'), people);
    if (!read.ok) throw new Error(read.diagnostics.map(formatDiagnostic).join('\n'));
    const fit = read.targets.filter(({ use }) => use === 'fit');
    expect(fit.map(({ metric, month, value }) => [metric, month, value])).toEqual([
      ['on_benefit', 6, 0.57],
      ['on_benefit', 12, 0.86],
      ['on_benefit', 18, 0.9],
      ['on_benefit', 30, 0.84],
      ['on_benefit', 36, 0.75],
      ['on_benefit', 42, 0.67],
      ['on_benefit', 48, 0.57],
      ['on_benefit', 66, 0.45],
      ['paid_work', 18, 0.04],
      ['paid_work', 30, 0.11],
      ['paid_work', 36, 0.19],
      ['paid_work', 69, 0.43],
    ]);
    expect(read.targets.find(({ id }) => id === 'row-18a')!.use).toBe('validation');
  });

  it('reports every problem with its line, its column and the nearest name', () => {
    const read = readTargets('tests/fixtures/targets/broken.csv', people);
    expect(read.ok ? [] : read.diagnostics.map(formatDiagnostic)).toEqual(
      [
        'tests/fixtures/targets/broken.csv:2:2: metric: unknown name "on_benfit"; did you mean "on_benefit"?',
        'tests/fixtures/targets/broken.csv:3:3: subgroup: unknown subgroup "origin=siria"; did you mean "origin=syria"?',
        'tests/fixtures/targets/broken.csv:4:1: id: "b" stands on line 3 already',
        'tests/fixtures/targets/broken.csv:4:4: month: paid_work needs a month',
        'tests/fixtures/targets/broken.csv:4:5: value: expected a share between 0 and 1',
        'tests/fixtures/targets/broken.csv:4:6: tolerance: expected a tolerance above 0',
        'tests/fixtures/targets/broken.csv:5:10: source: expected a source',
        'tests/fixtures/targets/broken.csv:5:5: value: expected a number with a point, such as 0.57',
        'tests/fixtures/targets/broken.csv:5:8: use: unknown name "valid"; did you mean "validation"?',
      ].sort(
        (a, b) =>
          Number(a.split(':')[1]) - Number(b.split(':')[1]) ||
          Number(a.split(':')[2]) - Number(b.split(':')[2]),
      ),
    );
  });

  it('says what is wrong with a file that cannot be read', () => {
    const read = readTargets('tests/fixtures/targets/none.csv', people);
    expect(read.ok).toBe(false);
  });
});
