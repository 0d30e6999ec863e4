import { describe, expect, it } from 'vitest';
import type { Target } from '../../../src/domain/parameters/targets.js';
import type { Calibration } from '../../../src/output/calibration/calibration.js';
import { formatCalibrationReport } from '../../../src/output/calibration/calibration-report.js';

const target = { metric: 'on_benefit', month: 30, subgroup: 'all', value: 0.84, tolerance: 0.02 };
const row = { estimate: 0.8215, mcse: 0.001, low: 0.81, high: 0.8333, z: -1.85, inside: true };

const calibration = {
  parameters: [{ path: 'income.work' }, { path: 'income.relapse' }],
  learned: [
    { shift: -0.25, width: 0.42 },
    { shift: 0.001, width: 0.95 },
  ],
  correlations: [{ first: 0, second: 1, correlation: -0.5 }],
  fit: [
    { target: { ...target, use: 'fit' } as Target, ...row },
    {
      target: { ...target, metric: 'housing_wait', month: undefined, use: 'validation' } as unknown as Target,
      ...row,
      low: Number.NaN,
      inside: false,
    },
  ],
} as unknown as Calibration;

const linesOf = (language: 'en' | 'nl') => formatCalibrationReport(calibration, 'how', language).split('\n');

describe('the report of a calibration', () => {
  it('gives shares in per cent and other figures as they are', () => {
    expect(linesOf('en')).toEqual(
      expect.arrayContaining([
        '# Calibration',
        '1 of 1 inside their tolerance.',
        '| on_benefit | 30 | all | 84.0% | 2.0% | 82.2% | 81.0% to 83.3% | -1.9 |',
        '0 of 1 inside their tolerance.',
        '| income.work | 0.42 | -0.25 |',
        '| income.relapse | 0.95 | 0.00 |',
        '| income.work | income.relapse | -0.50 |',
      ]),
    );
    expect(linesOf('en').find((line) => line.startsWith('| housing_wait'))).toContain(
      '| cannot be estimated |',
    );
    expect(linesOf('en').join()).toContain('Of 1 of the 2 parameters the figures say next to nothing');
  });

  it('is as long in Dutch, with decimal commas', () => {
    const dutch = linesOf('nl');
    expect(dutch).toHaveLength(linesOf('en').length);
    expect(dutch).toEqual(
      expect.arrayContaining([
        '# Kalibratie',
        '1 van 1 binnen hun tolerantie.',
        '| on_benefit | 30 | all | 84,0% | 2,0% | 82,2% | 81,0% tot 83,3% | -1,9 |',
        '| income.work | 0,42 | -0,25 |',
      ]),
    );
  });
});
