import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Half of the tests wait for programs that they have started; by itself vitest leaves one core idle.
    maxWorkers: '100%',
    reporters: ['default', './tests/slowest-files.ts'],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/engine/wasm/assembly/**'],
      reporter: ['text-summary'],
    },
  },
});
