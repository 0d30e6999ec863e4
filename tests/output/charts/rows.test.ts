/** Rows of charts: rounded as the tables and sentences of a report are. */

import { expect, it } from 'vitest';
import { intervalIn, valueIn, wholeCohort } from '../../../src/output/charts/rows.js';
import type { RunFolder } from '../../../src/output/package/run-folder.js';

it('rounds a difference by the largest error of what stands beside it', () => {
  const row = (approach: string, estimate: number, mcse: number, more: object = {}) => ({
    approach,
    subgroup: 'all',
    measure: 'net_balance_discounted',
    unit: 'euros',
    estimate,
    mcse,
    ...more,
  });
  const tables: Record<string, object[]> = {
    'estimates.csv': [row('sequential', -70_400, 2000), row('parallel', -70_478.46, 2100)],
    'differences.csv': [
      row('parallel', -78.46, 30, { reference: 'sequential', parameter_low: -120, parameter_high: 300 }),
    ],
  };
  const run = { table: (file: string) => tables[file] ?? [] } as unknown as RunFolder;
  const [difference] = wholeCohort(run, 'differences.csv');
  // By its own error -80; the levels are known to thousands.
  expect(valueIn(difference, 'estimate', 'euros', 'en')).toBe('0');
  expect(valueIn(difference, 'parameter_high', 'euros', 'en')).toBe('0');
  expect(valueIn(wholeCohort(run, 'estimates.csv')[1], 'estimate', 'euros', 'en')).toBe('-70,000');
  expect(intervalIn(undefined, 'share', 'en')).toContain('cannot be estimated');
});
