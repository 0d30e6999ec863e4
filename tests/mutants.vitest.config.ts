/** What `npm run mutants` runs of the tests: those in which a fault shows within a fraction of a second, in one process. */

import { relative } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Tests of a second and more, and such as live lives while their file is read: of a fault that is met there no test can be
 * told to be the one that finds it, so that all of them would be run. What they hold of a rule is held by hand in others too.
 */
const slow = [
  'domain/**/{activity-rules,dropout,income-rules,layout,learning,seam,seam-files,seam-words,shares,transitions}',
  'analysis/{agreement,curves,posterior-rows,single-draw,sweep,uncertainty}',
  'analysis/calibration/{emulator,sampler}',
];

/**
 * Tests by what the faults are planted in (DOORSTROOM_MUTANTS_OF, as in stryker.config.js): nearly every test lives lives, which go
 * through the domain and the sums too, so that a fault of one folder would take the tests of all.
 */
const tests: Record<string, string[]> = {
  // Schemas and checks are held by what is refused of files, too.
  domain: [
    'tests/domain/**/*.test.ts',
    'tests/scenario/{load-scenario,refused}.test.ts',
    'tests/scenario/check/{beyond,issues,json-schema}.test.ts',
  ],
  analysis: ['tests/analysis/**/*.test.ts'],
  sums: [
    'tests/simulation/**/{batch-sums,declared,digest,halves,layout,moments,shape,sums,target-run}.test.ts',
    'tests/analysis/{by-hand,mean-by-hand}.test.ts',
  ],
};
const of = process.env.DOORSTROOM_MUTANTS_OF;
const include = of === undefined ? Object.values(tests).flat() : (tests[of] ?? []);

/** First what found the fault before, which is mostly near this one, then what is quick; vitest by itself begins with the longest. */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const known = ({ project, moduleId }: TestSpecification) =>
      this.ctx.cache.getFileTestResults(`${project.name}:${relative(this.ctx.config.root, moduleId)}`);
    const failed = (file: TestSpecification) => Number(known(file)?.failed ?? false);
    const duration = (file: TestSpecification) => known(file)?.duration ?? 0;
    return [...files].sort((a, b) => failed(b) - failed(a) || duration(a) - duration(b));
  }
}

export default defineConfig({
  test: {
    include,
    sequence: { sequencer: QuickFirst },
    exclude: slow.map((name) => `tests/${name}.test.ts`),
    // One reading of the modules for all files: that is most of the time of a mutant.
    isolate: false,
    globalSetup: './tests/one-folder.ts',
    setupFiles: './tests/with-kernel.ts',
    testTimeout: 60_000,
  },
});
