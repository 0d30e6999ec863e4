import { describe, expect, it } from 'vitest';
import { turningIn } from '../../../src/analysis/sensitivity/turning.js';
import { normals } from '../decision/made-draws.js';

const key = [5, 6] as const;

/** A difference that goes with a normal number, with what other numbers do to it. */
function turning(draws: number, of: (x: number) => number, sign = 1) {
  const [x, other] = [normals(1, draws), normals(2, draws)];
  return turningIn(x, [new Float64Array(draws), x.map((value, d) => sign * (of(value) + other[d]!))], key);
}

describe('turningIn', () => {
  it('finds where a line crosses 0, and how far off that may be', () => {
    // 1 - 2 x: above 0 below 0.5. The error of the crossing is that of the line over its slope: 1 / 2 / sqrt(400) at the centre.
    const { value, direction, low, high, turns } = turning(400, (x) => 1 - 2 * x);
    expect(direction).toBe('down');
    expect(low).toBeLessThan(0.5);
    expect(high).toBeGreaterThan(0.5);
    expect([value! > low, value! < high, turns]).toEqual([true, true, 1]);
    const error = (1 / 2) * Math.sqrt((1 + 0.5 ** 2) / 400);
    expect((high - low) / (2 * 1.96 * error)).toBeGreaterThan(0.7);
    expect((high - low) / (2 * 1.96 * error)).toBeLessThan(1.5);
    expect(turning(400, (x) => 2 * x - 1).direction).toBe('up');
  });

  it('leaves an end open where some of the lines cross beyond the range', () => {
    // The middle of the 64 values goes up to about 1.8: of lines that fall to 0 there some are above it throughout; of rising ones some below.
    for (const sign of [1, -1]) {
      const { value, direction, low, high, range } = turning(64, (x) => (1.4 - x) / 2, sign);
      expect(direction).toBe(sign === 1 ? 'down' : 'up');
      expect(value).toBeLessThanOrEqual(range[1]);
      expect([low > 0.5, low < 1.4, high]).toEqual([true, true, Number.POSITIVE_INFINITY]);
    }
  });

  it('says that a number never turns it, or that the draws leave it open', () => {
    const never = turning(200, (x) => 10 + x);
    expect([never.value, never.isAboveAtLow, never.turns]).toEqual([undefined, true, 0]);
    // Flat at a distance of two standard errors from 0: some of the lines that the draws leave open cross.
    const open = turning(64, () => 0.5);
    expect(open.turns).toBeGreaterThan(0.025);
    expect(open.turns).toBeLessThan(1);
  });

  it('looks through the middle 95 % of the values, since few draws tell beyond', () => {
    const { range } = turning(400, (x) => x);
    const inOrder = normals(1, 400).sort();
    expect(range).toEqual([inOrder[10], inOrder[389]]);
  });
});
