import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: './tests/with-kernel.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Half of the tests wait for programs that they have started; by itself vitest leaves one core idle.
    maxWorkers: '100%',
    coverage: { provider: 'v8', include: ['src/**/*.ts'], reporter: ['text-summary'] },
  },
});
