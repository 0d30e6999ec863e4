/** What `npm run mutants` runs of the tests: those in which a fault shows within a fraction of a second, in one process. */

import { defineConfig } from 'vitest/config';

/**
 * Tests of a second and more, and such as live lives while their file is read: of a fault that is met there no test can be
 * told to be the one that finds it, so that all of them would be run. What they hold of a rule is held by hand in others too.
 */
const slow = [
  'domain/**/{activity-rules,dropout,income-rules,layout,learning,seam,seam-words,shares,transitions}',
  'analysis/{agreement,curves,posterior-rows,single-draw,sweep,uncertainty}',
  'analysis/calibration/{emulator,sampler}',
];

const sums =
  'tests/simulation/**/{batch-sums,declared,digest,halves,layout,moments,shape,sums,target-run}.test.ts';

/**
 * With MUTANTS=sums only the tests of the sums, and those by hand of what is made from them: every life of every other test goes
 * through the sums too, so that a mutant there would take them all.
 */
const include =
  process.env.MUTANTS === 'sums'
    ? [sums, 'tests/analysis/{by-hand,mean-by-hand}.test.ts']
    : ['tests/domain/**/*.test.ts', 'tests/analysis/**/*.test.ts', sums];

export default defineConfig({
  test: {
    include,
    exclude: slow.map((name) => `tests/${name}.test.ts`),
    // One reading of the modules for all files: that is most of the time of a mutant.
    isolate: false,
    globalSetup: './tests/one-folder.ts',
    setupFiles: './tests/with-kernel.ts',
    testTimeout: 60_000,
  },
});
