import { describe, expect, it } from 'vitest';
import { trainEmulator } from '../../../src/analysis/calibration/emulator.js';
import { drawFrom, standardNormal } from '../../../src/analysis/calibration/gaussian.js';
import { fitLines } from '../../../src/analysis/calibration/regression.js';

const points = (count: number, dimensions: number, key = 1) =>
  Array.from({ length: count }, (_, i) => drawFrom(standardNormal(dimensions), [key, 2], i));

/** Bends in both parameters and in their product; the third parameter does nothing. */
const surface = (u: ArrayLike<number>) => Math.sin(u[0]!) + 0.3 * u[1]! ** 2 + 0.5 * u[0]! * u[1]! + u[1]!;

function emulate(count: number, noiseSd: number) {
  const trained = points(count, 3);
  const errors = points(count, 1, 9);
  const outcomes = [trained.map((u, i) => surface(u) + noiseSd * errors[i]![0]!)];
  const lines = fitLines(trained, outcomes);
  const noise = [trained.map(() => noiseSd ** 2)];
  return { emulator: trainEmulator({ points: trained, outcomes, noise }, lines, [1]), trained, outcomes };
}

const rootMeanSquare = (values: readonly number[]) =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);

describe('trainEmulator', () => {
  it('passes through points without noise', () => {
    const { emulator, trained, outcomes } = emulate(120, 0);
    for (const [i, u] of trained.entries()) expect(emulator.predict(u)[0]).toBeCloseTo(outcomes[0]![i]!, 2);
  });

  it('follows what a line cannot, and averages the noise of its points out', () => {
    const unseen = points(300, 3, 5);
    const noiseSd = 0.3;
    const { emulator, trained, outcomes } = emulate(600, noiseSd);
    const [line] = fitLines(trained, outcomes);
    const byLine = unseen.map(
      (u) => surface(u) - line!.intercept - line!.slope.reduce((sum, slope, j) => sum + slope * u[j]!, 0),
    );
    const byEmulator = unseen.map((u) => surface(u) - emulator.predict(u)[0]!);
    expect(rootMeanSquare(byLine)).toBeGreaterThan(0.5);
    expect(rootMeanSquare(byEmulator)).toBeLessThan(noiseSd * 0.7);
    // What it says it misses is what it misses.
    expect(Math.sqrt(emulator.missed[0]!)).toBeGreaterThan(rootMeanSquare(byEmulator) * 0.6);
    expect(Math.sqrt(emulator.missed[0]!)).toBeLessThan(rootMeanSquare(byEmulator) * 1.6);
  });

  it('takes noise for noise where there is nothing else', () => {
    const trained = points(200, 2);
    const outcomes = [points(200, 1, 7).map((error) => error[0]!)];
    const lines = fitLines(trained, outcomes);
    const emulator = trainEmulator({ points: trained, outcomes, noise: [trained.map(() => 1)] }, lines, [1]);
    const far = points(50, 2, 8).map((u) => emulator.predict(u)[0]!);
    expect(rootMeanSquare(far)).toBeLessThan(0.3);
  });
});
