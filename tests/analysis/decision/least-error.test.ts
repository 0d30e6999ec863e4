import { describe, expect, it } from 'vitest';
import { perfectInformation } from '../../../src/analysis/decision/evpi.js';
import { partialInformation } from '../../../src/analysis/decision/evppi.js';
import { sampleInformation } from '../../../src/analysis/decision/evsi.js';
import { ENOUGH_DRAWS, valueOfNormal } from '../../../src/analysis/decision/least-error.js';
import { normals, normalValue, sure } from './made-draws.js';

/** An option that gives a normal -2 on average, of which half the variance is that of an input; drawn so many times. */
function farCase(draws: number, run: number) {
  const [x, z] = [normals(3000 + 2 * run, draws), normals(3001 + 2 * run, draws)];
  const none = new Float64Array(draws);
  const own = x.map((value, d) => -2 + Math.SQRT1_2 * (value + z[d]!));
  const options = [sure(none), sure(own)];
  // Knowing all; the input; a measurement whose error is as large as what is not known.
  return [
    { ...perfectInformation(options).evpi, exact: normalValue(-2, 1) },
    { ...partialInformation([none, own], [x], [run, 2]), exact: normalValue(-2, Math.SQRT1_2) },
    { ...sampleInformation(options, sure(own), [1], [run, 3])[0]!, exact: normalValue(-2, Math.SQRT1_2) },
  ];
}

describe('leastError', () => {
  it('knows the unit normal loss', () => {
    // At 0: the density there, 0.3989; at 2: 0.0539910 - 2 x 0.0227501.
    expect(valueOfNormal(0, 1)).toBeCloseTo(0.3989423, 6);
    expect(valueOfNormal(-4, 2)).toBeCloseTo(2 * (0.053991 - 2 * 0.0227501), 6);
    expect(valueOfNormal(1, 0)).toBe(0);
  });

  it('gives a value of 0 an error that reaches what few draws cannot show', () => {
    const all = Array.from({ length: 6 }, (_, run) => farCase(64, run)).flat();
    const none = all.filter(({ value }) => value === 0);
    expect(none.length).toBeGreaterThan(0);
    // To know all, where the chance of a small pilot to turn the choice is not asked for.
    for (const { value, error, exact } of all.filter((_, i) => i % 3 === 0))
      expect(Math.abs(value - exact)).toBeLessThan(3 * error);
    for (const { error } of none) expect(error).toBeGreaterThan(0);
  });

  it('covers a value in 95 of 100 cases from enough draws on, and in fewer with few where options are as good', () => {
    const covered = (cases: number, draws: number, m: number) =>
      Array.from({ length: cases }, (_, run) => {
        const own = normals(20_000 + run, draws).map((z) => m + z);
        const { evpi } = perfectInformation([sure(new Float64Array(draws)), sure(own)]);
        return Math.abs(evpi.value - normalValue(m, 1)) <= 1.96 * evpi.error;
      }).filter(Boolean).length;
    // 38 of 40, give or take three standard deviations of 1.4; and fewer of the others than such an error would leave.
    expect(covered(40, ENOUGH_DRAWS, 0.3)).toBeGreaterThanOrEqual(34);
    expect(covered(100, 32, 0)).toBeLessThan(88);
  });

  it('leaves errors within three of the truth where a choice seldom turns', () => {
    const all = Array.from({ length: 4 }, (_, run) => farCase(256, 50 + run)).flat();
    for (const { value, error, exact } of all) expect(Math.abs(value - exact)).toBeLessThan(3 * error);
  });
});
