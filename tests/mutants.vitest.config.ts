/** What `npm run mutants` runs of the tests: those in which a fault shows within a fraction of a second, in one process. */

import { defineConfig } from 'vitest/config';

/** Tests of a second and more; what they hold is held by others too, or they are of no rule of the policy. */
const slow = [
  'domain/{dropout,inburgering,learning}',
  'analysis/single-draw',
  'analysis/calibration/sampler',
];

export default defineConfig({
  test: {
    include: [
      'tests/domain/**/*.test.ts',
      'tests/analysis/**/*.test.ts',
      'tests/simulation/{moments,sums,target-run}.test.ts',
    ],
    exclude: slow.map((name) => `tests/${name}.test.ts`),
  },
});
