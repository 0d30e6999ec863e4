import { describe, expect, it } from 'vitest';
import { findBorder, type NumberPair } from '../../../src/analysis/decision/border.js';
import { Root } from '../../../src/analysis/decision/root.js';
import { findThreshold, type ThresholdSearch } from '../../../src/analysis/decision/threshold.js';
import type { Estimated } from '../../../src/analysis/uncertainty.js';

/** Runs a search on a function, and counts rounds and evaluations. */
function run<NumberPair, Reading, Result>(
  search: Generator<NumberPair[], Result, readonly Reading[]>,
  of: (place: NumberPair) => Reading,
): { result: Result; rounds: number; evaluations: number } {
  let step = search.next();
  let [rounds, evaluations] = [0, 0];
  while (!step.done) {
    rounds += 1;
    evaluations += step.value.length;
    step = search.next(step.value.map(of));
  }
  return { result: step.value, rounds, evaluations };
}

/** An outcome with a parameter interval of so much on both sides. */
const outcome = (estimate: number, half: number, mcse = 0): Estimated => ({
  estimate,
  mcse,
  low: estimate - half,
  high: estimate + half,
});

const threshold = (of: (x: number) => Estimated, search: Partial<ThresholdSearch> = {}) =>
  run(findThreshold({ range: { low: 0, high: 10 }, target: 0, ...search }), of);

describe('findThreshold', () => {
  it('finds where a line crosses, with the ends of its interval and its Monte Carlo error', () => {
    // 2 x - 7 within 3 on both sides: crosses at 3.5; its ends at 2 and 5; an error of 0.4 over a slope of 2.
    const { result } = threshold((x) => outcome(2 * x - 7, 3, 0.4));
    expect(result.above).toEqual([false, true]);
    const [crossing] = result.crossings;
    expect(result.crossings).toHaveLength(1);
    expect(crossing!.direction).toBe('up');
    expect(crossing!.value).toBeCloseTo(3.5, 9);
    expect(crossing!.low).toBeCloseTo(2, 9);
    expect(crossing!.high).toBeCloseTo(5, 9);
    expect(crossing!.error).toBeCloseTo(0.2, 9);
  });

  it('gives ends that lie closer together than the evaluations', () => {
    const crossing = threshold((x) => outcome(2 * x - 7, 1e-6)).result.crossings[0]!;
    expect(crossing.low).toBeCloseTo(3.5, 5);
    expect(crossing.high).toBeCloseTo(3.5, 5);
  });

  it('finds where curves cross another target, in few rounds of evaluations side by side', () => {
    const { result, rounds, evaluations } = threshold((x) => outcome(Math.exp(x / 2), 0.5 * x), {
      target: 20,
    });
    const [crossing] = result.crossings;
    expect(crossing!.value).toBeCloseTo(2 * Math.log(20), 2);
    // exp(x / 2) + x / 2 = 20 at 5.6817, and less it at 6.2868: by Newton's method on paper.
    const root = (sign: number) => {
      let x = 6;
      for (let i = 0; i < 50; i++)
        x -= (Math.exp(x / 2) + (sign * x) / 2 - 20) / (Math.exp(x / 2) / 2 + sign / 2);
      return x;
    };
    expect(crossing!.low).toBeCloseTo(root(1), 2);
    expect(crossing!.high).toBeCloseTo(root(-1), 2);
    expect(rounds).toBeLessThan(12);
    expect(evaluations).toBeLessThan(28);
  });

  it('finds all crossings, each with its direction', () => {
    const { result } = threshold((x) => outcome(Math.sin(x), 0.1), { range: { low: 0.5, high: 10.5 } });
    expect(result.crossings.map(({ direction }) => direction)).toEqual(['down', 'up', 'down']);
    [Math.PI, 2 * Math.PI, 3 * Math.PI].forEach((exact, i) => {
      const { value, low, high } = result.crossings[i]!;
      expect(value).toBeCloseTo(exact, 2);
      expect(low).toBeCloseTo(exact - Math.asin(0.1), 2);
      expect(high).toBeCloseTo(exact + Math.asin(0.1), 2);
    });
    // At 0 the sine is not above 0.
    expect(
      threshold((x) => outcome(Math.sin(x), 0), { range: { low: 0, high: 3 } }).result.crossings[0]!
        .direction,
    ).toBe('up');
  });

  it('says that there is none within the range, and on which side the outcome is', () => {
    expect(threshold((x) => outcome(x + 1, 5)).result).toMatchObject({ crossings: [], above: [true, true] });
    expect(threshold((x) => outcome(-x - 1, 5)).result).toMatchObject({
      crossings: [],
      above: [false, false],
    });
    // What changes nothing is not above 0.
    expect(threshold(() => outcome(0, 0)).result).toMatchObject({ crossings: [], above: [false, false] });
  });

  it('says that an interval goes beyond the range, or cannot be told', () => {
    const wide = threshold((x) => outcome(x - 4, 20)).result.crossings[0]!;
    expect([wide.low, wide.high]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
    const oneSided = threshold((x) => outcome(x - 4, x > 4 ? 2 : 20)).result.crossings[0]!;
    expect(oneSided.low).toBe(Number.NEGATIVE_INFINITY);
    expect(oneSided.high).toBeCloseTo(6, 9);
    const unknown = threshold((x) => ({ ...outcome(x - 4, 1), low: Number.NaN, high: Number.NaN })).result
      .crossings[0]!;
    expect(unknown.value).toBeCloseTo(4, 9);
    expect([unknown.low, unknown.high]).toEqual([Number.NaN, Number.NaN]);
  });

  it('ends an interval where the outcome is told to be on the other side again', () => {
    // A hump of height 1 within 2 on both sides: never told to be above, told to be below outside of (5 - sqrt 6, 5 + sqrt 6), where 1 -
    // d^2 / 2 = -2.
    const { result } = threshold((x) => outcome(1 - (x - 5) ** 2 / 2, 2), { first: 11 });
    for (const { low, high } of result.crossings) {
      expect(low).toBeCloseTo(5 - Math.sqrt(6), 2);
      expect(high).toBeCloseTo(5 + Math.sqrt(6), 2);
    }
    expect(result.crossings).toHaveLength(2);
  });

  it('finds a jump as well as a slope, and the end of a stretch at the target', () => {
    const jump = threshold((x) => outcome(x < 6.1234 ? -1 : 50, 0)).result.crossings[0]!;
    for (const value of [jump.value, jump.low, jump.high])
      expect(Math.abs(value - 6.1234)).toBeLessThan(0.02);
    const stretch = threshold((x) => outcome(Math.max(0, x - 6.1234), 0)).result.crossings[0]!;
    expect(Math.abs(stretch.value - 6.1234)).toBeLessThan(0.02);
  });
});

describe('Root', () => {
  it('never needs more than one evaluation beyond bisection', () => {
    for (const of of [
      (x: number) => x ** 9 - 1e-7,
      (x: number) => Math.cbrt(x - 0.7),
      (x: number) => (x < 0.999 ? -1e-9 : 1),
    ]) {
      const root = new Root({ at: 0, value: of(0) }, { at: 1, value: of(1) }, 1 / 2048);
      let evaluations = 0;
      for (; !root.isFound; evaluations++) root.take({ at: root.next, value: of(root.next) });
      expect(evaluations).toBeLessThanOrEqual(11);
    }
  });
});

describe('findBorder', () => {
  const square = { x: { low: -2, high: 2 }, y: { low: -2, high: 2 }, target: 0 };
  const distance = (a: NumberPair, b: NumberPair) => Math.hypot(a.x - b.x, a.y - b.y);

  it('follows a circle, closed', () => {
    const { result } = run(findBorder({ ...square, target: 1 }), ({ x, y }) => outcome(x * x + y * y, 0));
    expect(result.lines).toHaveLength(1);
    const [line] = result.lines;
    for (const place of line!) expect(Math.hypot(place.x, place.y)).toBeCloseTo(1, 2);
    expect(distance(line![0]!, line!.at(-1)!)).toBe(0);
    expect(line!.length).toBeGreaterThan(8);
  });

  it('follows a slanting line from side to side, exactly', () => {
    const { result } = run(findBorder(square), ({ x, y }) => outcome(x + 3 * y - 0.5, 0.3));
    const [line] = result.lines;
    for (const { x, y } of line!) expect(x + 3 * y).toBeCloseTo(0.5, 9);
    const ends = [line![0]!, line!.at(-1)!].map(({ x }) => x).sort((a, b) => a - b);
    expect(ends).toEqual([-2, 2]);
    // An interval of 0.3 on both sides is as far along x, and a third of it along y; no further than was looked.
    for (const { x, y, along, low, high } of line!) {
      const half = along === 'x' ? 0.3 : 0.1;
      const at = along === 'x' ? x : y;
      expect([-Infinity, expect.closeTo(at - half, 9)]).toContainEqual(low);
      expect([Infinity, expect.closeTo(at + half, 9)]).toContainEqual(high);
      expect([low, high].map(Number.isFinite)).toEqual([at - half >= -2, at + half <= 2]);
    }
    expect(new Set(line!.map(({ along }) => along)).size).toBe(2);
  });

  it('keeps two lines apart that come near each other, and finds none where there is none', () => {
    const { result } = run(findBorder({ ...square, target: 0.03 }), ({ x, y }) =>
      outcome((x + 0.1) * (y - 0.2), 0),
    );
    expect(result.lines).toHaveLength(2);
    for (const { x, y } of result.lines.flat()) expect((x + 0.1) * (y - 0.2)).toBeCloseTo(0.03, 2);
    // Each line stays in one quarter.
    for (const line of result.lines) expect(new Set(line.map(({ x }) => x > -0.1)).size).toBe(1);
    expect(run(findBorder(square), () => outcome(1, 0)).result.lines).toEqual([]);
  });
});
