/** What a difference hangs on: a linear one of normal inputs, the values of which are known in closed form. */

import { describe, expect, it } from 'vitest';
import {
  carriersOf,
  type InputEffect,
  sensitivityOf,
  valueOfAll,
} from '../../../src/analysis/sensitivity/inputs.js';
import { spreadOf } from '../../../src/analysis/spread.js';
import { normals, normalValue, sure } from '../decision/made-draws.js';

const DRAWS = 2000;
const a = normals(1, DRAWS);
const b = normals(2, DRAWS);
const idle = normals(3, DRAWS);
const values = new Map([
  ['idle', idle],
  ['b', b],
  ['a', a],
]);
// 0.5 + 2 a + b, and nothing of the third.
const difference = a.map((own, d) => 0.5 + 2 * own + b[d]!);

function judged(sign: 1 | -1, better: 'more' | 'less' | undefined) {
  const own = sure(difference.map((value) => sign * value));
  const estimated = { low: -4, high: 5, spread: spreadOf(own) };
  return { options: [sure(new Float64Array(DRAWS)), own] as const, estimated, better };
}

describe('sensitivityOf', () => {
  const { inputs, information, isOfAll, explained } = sensitivityOf(values, judged(1, 'more'), [1, 2]);

  it('ranks inputs by their share of the variance: 4 of 5, 1 of 5 and none', () => {
    expect(inputs.map(({ path, isDistinct, rises }) => [path, isDistinct, rises])).toEqual([
      ['a', true, true],
      ['b', true, true],
      ['idle', false, inputs[2]!.rises],
    ]);
    // A parabola in the rank of a normal number carries 3 / pi, 0.955, of it.
    expect(inputs[0]!.share).toBeCloseTo((0.8 * 3) / Math.PI, 1);
    expect(inputs[1]!.share).toBeCloseTo((0.2 * 3) / Math.PI, 1);
    expect(Math.abs(inputs[2]!.share)).toBeLessThan(0.01);
    expect(isOfAll).toBe(true);
    expect(explained).toBeCloseTo(3 / Math.PI, 1);
    expect(inputs[0]!.rankCorrelation).toBeGreaterThan(inputs[1]!.rankCorrelation);
    expect(Math.abs(inputs[2]!.rankCorrelation)).toBeLessThan(0.1);
  });

  it('values knowing each input, and all, as the closed form does', () => {
    const off = ({ value, error }: { value: number; error: number }, right: number) =>
      Math.abs(value - right) / error;
    expect(off(inputs[0]!.evppi, normalValue(0.5, 2))).toBeLessThan(3);
    expect(off(inputs[1]!.evppi, normalValue(0.5, 1))).toBeLessThan(3);
    expect(off(information!.evpi, normalValue(0.5, Math.sqrt(5)))).toBeLessThan(3);
    expect(information!.best).toBe(1);
  });

  it('values the same where less of the opposite is better, and nothing where neither way is', () => {
    const less = sensitivityOf(values, judged(-1, 'less'), [1, 2]);
    expect(less.information).toEqual(information);
    expect(less.inputs.map(({ evppi }) => evppi.value)).toEqual(inputs.map(({ evppi }) => evppi.value));
    expect(less.inputs[0]!.rises).toBe(false);
    const neither = sensitivityOf(values, judged(1, undefined), [1, 2]);
    expect(neither.information).toBeUndefined();
    expect(neither.inputs[0]!.evppi.value).toBeNaN();
    expect(neither.inputs[0]!.share).toBe(inputs[0]!.share);
  });

  it('tells no share where the draws do not tell what the parameters do', () => {
    const untold = {
      ...judged(1, 'more'),
      estimated: { low: Number.NaN, high: Number.NaN, spread: undefined },
    };
    const all = sensitivityOf(values, untold, [1, 2]);
    expect(all.explained).toBeNaN();
    expect(all.inputs.map(({ share, isDistinct }) => [share, isDistinct])).toEqual(
      new Array(3).fill([Number.NaN, false]),
    );
  });
});

it('knows no value of knowing where one option is better in every draw, whatever the rounding', () => {
  const own = normals(4, 40).map((value) => 1000 + value / 3);
  const better = own.map((value) => value + 0.1);
  expect(valueOfAll([sure(own), sure(better)]).evpi).toEqual({ value: 0, error: 0 });
});

describe('carriersOf', () => {
  const effect = (
    path: string,
    share: number,
    isDistinct = true,
    shareLow = share / 2,
    shareHigh = 1.5 * share,
  ) => ({ path, share, isDistinct, shareLow, shareHigh }) as InputEffect;

  it('names the fewest that carry more than half, of those that are told', () => {
    const inputs = [effect('a', 0.3), effect('b', 0.28, false), effect('c', 0.25), effect('d', 0.1)];
    expect(carriersOf({ inputs })).toEqual({ paths: ['a', 'c'], isMost: true });
  });

  it('names all that are told where these carry less, and none where none is', () => {
    const inputs = [effect('a', 0.3), effect('b', 0.1), effect('c', Number.NaN, false)];
    expect(carriersOf({ inputs })).toEqual({ paths: ['a', 'b'], isMost: false });
    expect(carriersOf({ inputs: inputs.slice(2) })).toEqual({ paths: [], isMost: false });
    // 121 % of the variance, from 0 to 243 %: nobody knows.
    expect(carriersOf({ inputs: [effect('a', 1.21, true, 0)] })).toEqual({ paths: [], isMost: false });
    // From 3 to 233 %: no more is known of it than that it is something.
    const wide = effect('a', 1.18, true, 0.03, 2.33);
    expect(carriersOf({ inputs: [wide, effect('b', 0.3)] })).toEqual({ paths: ['b'], isMost: false });
  });
});
