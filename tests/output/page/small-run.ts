/** A small run of which the tests make pages. */

import type { RunOptions } from '../../../src/run/plan/options.js';
import type { run } from '../../../src/run/simulate/run.js';

/** A label that would break out of a script, of an attribute and of a text. */
export const NASTY = `</script><b id=evil onclick="x()">'&`;
export const DRAWS = 6;
export const options: RunOptions = {
  ...{ out: '', csv: 'standard', resume: false, force: true, quiet: true, workers: 1 },
  ...{ seed: '1', draws: DRAWS, replications: 2, horizon: undefined, discountTo: undefined },
  ...{ by: undefined, persons: false, parquet: false, precision: undefined, mostDraws: undefined },
  shard: undefined,
  set: [
    ...['cohort.size=80', 'horizon_years=3', `approaches.parallel.label=${JSON.stringify(NASTY)}`],
    // Off in the report.
    'approaches.parallel.activities.lessons.for={"share":0}',
  ],
} as RunOptions;
export const caller = {
  commandLine: [],
  signal: undefined,
  note() {},
  onProgress() {},
} as unknown as Parameters<typeof run>[2];
export const jas = 'approaches.parallel.activities.jas';
