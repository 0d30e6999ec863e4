// What `npm run mutants` plants its faults in. DOORSTROOM_MUTANTS_OF names the folders, DOORSTROOM_MUTANTS_SHARE takes a part of the lines.

import { readdirSync, readFileSync } from 'node:fs';

/** Folders, or files of one, whose faults the tests must find. */
const tried = {
  domain: /^src\/domain\//,
  analysis: /^src\/analysis\//,
  sums: /^src\/simulation\/(?:(?:cohort|results|targets)\/|task\.ts)/,
};

/** Lists of names, bounds, descriptions and words; and what a test reaches in minutes only (tests/mutants.md). */
const leftOut = [
  /^src\/domain\/schema\/(?:names|approach|cohort|effects|income|life|scenario)\.ts$/,
  /^src\/domain\/regimes\/[^/]+\/(?:new-scenario|schema|words)\.ts$/,
  /^src\/analysis\/(?:design|sweep|calibration\/emulator)\.ts$/,
];

const LINES_OF_A_BLOCK = 15;

/** A file's blocks of lines as Stryker reads them, of which a share is taken: by a sequence, so the same ones each time. */
function* blocksOf(files, share) {
  let passed = 0.5;
  for (const file of files) {
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n').length;
    for (let first = 1; first <= lines; first += LINES_OF_A_BLOCK) {
      // The golden ratio spreads the blocks over each file, whatever the share.
      passed = (passed + 0.618033988749895) % 1;
      if (passed < share) yield `${file}:${first}-${Math.min(first + LINES_OF_A_BLOCK - 1, lines)}`;
    }
  }
}

const names = (process.env.DOORSTROOM_MUTANTS_OF ?? Object.keys(tried).join(' ')).split(' ');
const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => `src/${name.replaceAll('\\', '/')}`)
  .filter((name) => name.endsWith('.ts') && names.some((each) => tried[each].test(name)))
  .filter((name) => !leftOut.some((each) => each.test(name)))
  .sort();
const share = Number(process.env.DOORSTROOM_MUTANTS_SHARE ?? 1);

export default {
  testRunner: 'vitest',
  vitest: { configFile: 'tests/mutants.vitest.config.ts', related: false },
  plugins: ['@stryker-mutator/vitest-runner'],
  mutate: share < 1 ? [...blocksOf(files, share)] : files,
  tsconfigFile: 'none',
  coverageAnalysis: 'perTest',
  // What acts while a module is read would take every test.
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 5000,
  timeoutFactor: 2,
  warnings: { slow: false },
  incremental: true,
  incrementalFile: 'coverage/mutants/incremental.json',
  reporters: ['clear-text', 'json', 'html', 'progress'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: 'coverage/mutants/report.json' },
  htmlReporter: { fileName: 'coverage/mutants/report.html' },
  tempDirName: 'coverage/mutants/sandbox',
  cleanTempDir: 'always',
};
