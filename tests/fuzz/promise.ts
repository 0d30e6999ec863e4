/** What is promised of any input: it is accepted, or refused soon, with a place and in words. */

import { expect } from 'vitest';
import type { Diagnostic } from '../../src/scenario/check/diagnostic.js';

/** Cases of a property that takes milliseconds; DOORSTROOM_FUZZ_RUNS asks for more. */
const RUNS = Number(process.env.DOORSTROOM_FUZZ_RUNS ?? 40);

/** Options of a property whose cases take so many times as long as the quickest. */
export const cases = (weight = 1) => ({ numRuns: Math.max(1, Math.ceil(RUNS / weight)) });

/** CPU seconds that a refusal may take, on a machine that takes YARDSTICK for {@link ownWork}. Not wall time: it may be busy with other things. */
const PATIENCE = 2;

/** CPU seconds. */
const YARDSTICK = 0.1;

/** Machines were met that are two and a half times slower; one that seems slower still is no measure. */
const SLOWEST = 3;

const cpuSince = (begun: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1e6;
};

/** CPU seconds of work that has nothing to do with what is tested. */
function ownWork(): number {
  const begun = process.cpuUsage();
  const words = Array.from({ length: 60_000 }, (_, i) => String((i * 7919) % 60_013));
  for (let k = 0; k < 3; k++) JSON.parse(JSON.stringify(words.toSorted()));
  return cpuSince(begun);
}

function checkPatience(begun: NodeJS.CpuUsage): void {
  const taken = cpuSince(begun);
  // Measured only where it may matter, and next to what it is the measure of.
  const slowness = taken < PATIENCE ? 1 : Math.min(SLOWEST, Math.max(1, ownWork() / YARDSTICK));
  expect(taken / slowness).toBeLessThan(PATIENCE);
}

/** What no message may hold: a stack, a value without words, the contents of files elsewhere. */
const SLIPS = /\n\s+at |\[object |\bundefined\b|node_modules|TypeError|RangeError|a bug in|root:x:/;

/** Reads something and checks what is said of it. */
export function promise(read: () => readonly Diagnostic[]): void {
  const begun = process.cpuUsage();
  const diagnostics = read();
  checkPatience(begun);
  for (const { file, line, column, message } of diagnostics) {
    expect(file).not.toBe('');
    expect(Number.isInteger(line) && Number.isInteger(column)).toBe(true);
    expect(Math.min(line, column)).toBeGreaterThanOrEqual(file.startsWith('--set ') ? 0 : 1);
    expect(message).not.toMatch(SLIPS);
    expect(message.length).toBeGreaterThan(5);
  }
}

/** Runs a command and checks its end: done, or the input is wrong and stderr says how. */
export async function promiseCommand(
  run: () => Promise<{ status: number; stdout: string; stderr: string }>,
): Promise<number> {
  const begun = process.cpuUsage();
  const { status, stderr } = await run();
  checkPatience(begun);
  expect([0, 2], stderr).toContain(status);
  expect(stderr).not.toMatch(SLIPS);
  if (status === 2) expect(stderr.trim()).not.toBe('');
  return status;
}
