import { describe, expect, it } from 'vitest';
import { strongestInfluences } from '../../src/analysis/influence.js';

const DRAWS = 64;

/** Values that repeat over the draws. */
const pattern = (...values: readonly number[]) =>
  Array.from({ length: DRAWS }, (_, draw) => values[draw % values.length]!);

// In antithetic pairs (what one draw has, the next has with its sign turned), and orthogonal to each other.
const first = pattern(1, -1, 1, -1);
const second = pattern(1, -1, -1, 1);
/** The same in both draws of a pair, and orthogonal to both. */
const even = pattern(1, 1, -1, -1);

const sum = (...parts: readonly (readonly [number, readonly number[]])[]) =>
  Array.from({ length: DRAWS }, (_, draw) => parts.reduce((all, [of, by]) => all + of * by[draw]!, 0));

/** Squared correlation `r2` with `first`; the rest goes with what is not among the assumptions. */
const correlated = (r: number) => sum([r, first], [Math.sqrt(1 - r * r), even]);

describe('strongestInfluences', () => {
  it('names assumptions by their share of the variance, corrected for chance', () => {
    // Of 9 + 1: 90 % and 10 %. With 32 independent draws: 1 - 0.1 x 31 / 30, and the rest of 1.
    const found = strongestInfluences(
      new Map([
        ['b', second],
        ['a', first],
        ['c', even],
      ]),
      sum([-3, first], [1, second]),
    );
    expect(found.map(({ path, rises }) => [path, rises])).toEqual([
      ['a', false],
      ['b', true],
    ]);
    expect(found[0]!.share).toBeCloseTo(1 - (0.1 * 31) / 30, 12);
    expect(found[1]!.share).toBeCloseTo((0.1 * 31) / 30, 12);
  });

  it('names the largest share first, also where another hides it until that is known', () => {
    // By itself b tells 1.05 ** 2 / 5 of the outcome and a (0.45 ** 2) / 5; what b leaves of a, 1.35 ** 2 / 5.
    const found = strongestInfluences(
      new Map([
        ['a', sum([3, first], [-1, second])],
        ['b', sum([3, first], [1, second])],
        ['c', even],
      ]),
      sum([0.15, first], [0.75, second], [Math.sqrt(0.415), even]),
    );
    expect(found.map(({ path }) => path)).toEqual(['c', 'a', 'b']);
    const shares = found.map(({ share }) => share);
    expect(shares).toEqual(shares.toSorted((x, y) => y - x));
  });

  it('names none that could be an accident among one', () => {
    // tanh(1.96 / sqrt(32 - 3)) = 0.349
    const only = new Map([['a', first]]);
    expect(strongestInfluences(only, correlated(0.34))).toEqual([]);
    expect(strongestInfluences(only, correlated(0.36))).toHaveLength(1);
  });

  it('names none that could be an accident among a hundred', () => {
    // The normal quantile at 1 - 0.05 / 200 is 3.481: tanh(3.481 / sqrt(29)) = 0.569.
    const others = Array.from({ length: 99 }, (_, i): [string, number[]] => [`other ${i}`, second]);
    const hundred = new Map([['a', first], ...others]);
    expect(strongestInfluences(hundred, correlated(0.56))).toEqual([]);
    expect(strongestInfluences(hundred, correlated(0.58))).toHaveLength(1);
  });

  it('goes by ranks, and leaves out what never varies', () => {
    const steep = first.map((value, draw) => (value > 0 ? 1e6 : -draw));
    const found = strongestInfluences(
      new Map([
        ['never', pattern(7)],
        ['steep', steep],
      ]),
      first,
    );
    expect(found.map(({ path }) => path)).toEqual(['steep']);
  });

  it('does not name the same thing twice, and nothing where the outcome never varies', () => {
    const twins = new Map([
      ['a', first],
      ['twin', first.map((value) => 2 * value + 1)],
    ]);
    expect(strongestInfluences(twins, sum([1, first], [0.5, even]))).toHaveLength(1);
    expect(strongestInfluences(twins, pattern(3))).toEqual([]);
  });
});
