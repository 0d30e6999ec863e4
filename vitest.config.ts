import { defineConfig } from 'vitest/config';

/**
 * Percentages below which `npm run coverage` fails, by folder: a little under what was measured on 26 November 2026 without the slow tests
 * (lines: analysis 91.2, domain 98.9, engine 98.9, machine 90.7, output 82.9, scenario 93.0). Not measured yet, and without floors: cli, run, simulation.
 */
const floors = {
  'src/analysis/**': { lines: 90, branches: 86 },
  'src/domain/**': { lines: 97, branches: 93 },
  'src/engine/**': { lines: 97, branches: 93 },
  'src/machine/**': { lines: 85, branches: 80 },
  'src/output/**': { lines: 80, branches: 70 },
  'src/scenario/**': { lines: 91, branches: 83 },
};

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: './tests/with-kernel.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Half of the tests wait for programs that they have started; by itself vitest leaves one core idle.
    maxWorkers: '100%',
    reporters: ['default', './tests/slowest-files.ts'],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      // AssemblyScript: another compiler's, run as WebAssembly.
      exclude: ['src/engine/wasm/assembly/**'],
      reporter: ['text-summary'],
      thresholds: floors,
    },
  },
});
