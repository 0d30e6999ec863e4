/** Designs over groups of inputs: a sum of inputs, some of them from one row of a posterior, the indices of which are known. */

import { describe, expect, it } from 'vitest';
import { basePointsOf, trajectoriesOf } from '../../../src/analysis/sensitivity/group-designs.js';
import { groupInputs, strongest } from '../../../src/analysis/sensitivity/input-groups.js';
import { elementaryEffects } from '../../../src/analysis/sensitivity/morris.js';
import { sobolIndices } from '../../../src/analysis/sensitivity/sobol-indices.js';
import type { Input } from '../../../src/domain/parameters/inputs.js';

const uniform = (path: string, width: number): Input => ({
  path,
  isCalibrated: false,
  central: width / 2,
  at: (p) => p * width,
});
const calibrated = (path: string): Input => ({ ...uniform(path, 1), isCalibrated: true });
const inputs = [
  uniform('a', 1),
  calibrated('c'),
  uniform('b', 2),
  uniform('e', 2),
  calibrated('d'),
  uniform('f', 1),
];

/** Rows of which c and d add up to 3 or 0, as likely; c alone and d alone would tell something else. */
const posterior = {
  paths: ['c', 'd'],
  rows: 4,
  values: Float64Array.from([1, 2, 2, 1, -5, 5, 5, -5]),
  central: Float64Array.from([0.75, 0.75]),
};
const groups = groupInputs(inputs, { 'groups.both': ['a', 'b', 'c'] });
const sumOf = (values: Readonly<Record<string, number>>) =>
  Object.values(values).reduce((sum, value) => sum + value, 0);

describe('groupInputs', () => {
  it('takes what is calibrated as one, then named groups of what is left, then each alone', () => {
    expect(
      groups.map(({ name, members, isJoint }) => [name, members.map(({ path }) => path), isJoint]),
    ).toEqual([
      ['posterior', ['c', 'd'], true],
      ['groups.both', ['a', 'b'], false],
      ['e', ['e'], false],
      ['f', ['f'], false],
    ]);
  });

  it('keeps the strongest, the posterior whatever it does by itself', () => {
    const { chosen, others } = strongest(
      groups,
      ({ path }) => (path === 'f' ? 2 : path === 'a' ? 1 : 0.5),
      2,
    );
    expect(chosen.map(({ name }) => name)).toEqual(['posterior', 'f']);
    expect(others.map(({ path }) => path)).toEqual(['a', 'b', 'e']);
  });
});

describe('trajectoriesOf', () => {
  const { design, points } = trajectoriesOf(groups, posterior, 40, [1, 2]);
  const effects = elementaryEffects(design, Float64Array.from(points.flat(), sumOf));

  it('moves each group by half of its probability: the effect of a straight line is its range', () => {
    expect(points[0]!.length).toBe(5);
    expect(effects[2]!.muStar).toBeCloseTo(2, 10);
    expect(effects[2]!.mu).toBeCloseTo(2, 10);
    expect(effects[3]!.muStar).toBeCloseTo(1, 10);
    // Of a and b each goes its own way: 1 + 2 or 2 - 1.
    expect(effects[1]!.muStar).toBeGreaterThan(1);
    expect(effects[1]!.muStar).toBeLessThan(3);
  });

  it('moves the posterior from a row to another one: of three others two have another sum, by 3', () => {
    const sums = points.map((rows) => new Set(rows.map(({ c, d }) => c! + d!)));
    for (const rows of points) expect(new Set(rows.map(({ c }) => c)).size).toBe(2);
    for (const each of sums) for (const sum of each) expect([0, 3]).toContain(sum);
    // A difference of 3 over one half is 6, in two of three trajectories.
    expect(Math.abs(effects[0]!.muStar - 4)).toBeLessThan(4 * effects[0]!.muStarError);
  });
});

describe('basePointsOf', () => {
  const { chosen, others } = strongest(groups, () => 1, 3);
  const points = basePointsOf(chosen, others, posterior, 1024, [3, 4]);
  const [indices] = sobolIndices([Float64Array.from(points.flat(), sumOf)], 4, [5, 6]);

  it('gives every group, and all others as one more, its share of the variance', () => {
    // 9/4 of the posterior; a twelfth of the square of each range, 1 + 4, 4 and 1, of the others.
    const variances = [9 / 4, 5 / 12, 4 / 12, 1 / 12];
    const whole = variances.reduce((sum, value) => sum + value, 0);
    expect(chosen.map(({ name }) => name)).toEqual(['posterior', 'groups.both', 'e']);
    expect(others.map(({ path }) => path)).toEqual(['f']);
    variances.forEach((variance, g) => {
      for (const { estimate, low, high } of [indices!.first[g]!, indices!.total[g]!]) {
        expect(Math.abs(estimate - variance / whole)).toBeLessThan(0.04);
        expect(low).toBeLessThan(variance / whole);
        expect(high).toBeGreaterThan(variance / whole);
      }
    });
  });
});
