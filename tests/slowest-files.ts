/** Ends the report of the tests with the time that they took, and the files that took most of it. */

import type { Reporter, TestModule } from 'vitest/node';

const SHOWN = 10;

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;

/** Milliseconds that a file took: reading it and what it imports, its hooks and its tests. */
function timeOf(file: TestModule): number {
  const { collectDuration, setupDuration, duration } = file.diagnostic();
  return collectDuration + setupDuration + duration;
}

export default class SlowestFiles implements Reporter {
  private begun = 0;

  onTestRunStart(): void {
    this.begun = performance.now();
  }

  onTestRunEnd(files: readonly TestModule[]): void {
    if (files.length < 2) return;
    const slowest = files
      .map((file) => ({ name: file.relativeModuleId, time: timeOf(file) }))
      .sort((a, b) => b.time - a.time)
      .slice(0, SHOWN);
    const lines = slowest.map(({ name, time }) => `${seconds(time).padStart(10)}  ${name}`);
    const whole = seconds(performance.now() - this.begun);
    console.log(`\n${files.length} files in ${whole}; the slowest:\n${lines.join('\n')}`);
  }
}
