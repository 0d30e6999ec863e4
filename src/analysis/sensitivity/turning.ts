/**
 * From what value of an uncertain number on a difference turns, told from the parameter draws there are: the mean of the difference given
 * the number is the regression by which its value of information is told (`evppi.ts`), and where that crosses 0 the answer turns. For a
 * number that is independent of the others it is the mean with the number fixed in every draw, as a search for a threshold simulates it; of
 * one that goes with others, as rows of a posterior do, these move along. Only the middle 95 % of its values are looked through: at the ends
 * few draws hold the curve, and it would turn there by chance.
 */

import { expectedGiven } from '../decision/evppi.js';
import { intervalOf } from '../statistics.js';

/** Where a difference turns in a number. */
export interface Turning {
  /** The 2.5 % and the 97.5 % point of its values in the draws. */
  readonly range: readonly [number, number];
  /** The value from which on it is above 0 (up) or no longer above 0; undefined: it is on one side throughout. */
  readonly value: number | undefined;
  readonly direction: 'up' | 'down' | undefined;
  /** Whether it is above 0 at the first of these. */
  readonly isAboveAtLow: boolean;
  /** 95 % interval of the value over the error of the regression; infinite: beyond the range. Without a value NaN. */
  readonly low: number;
  readonly high: number;
  /** Part of the regressions, as far as the draws leave them open, that cross 0 within the range. */
  readonly turns: number;
}

/** Part of the draws that is left out at each end. */
const TAIL = 0.025;

interface Crossing {
  readonly value: number;
  readonly direction: 'up' | 'down';
}

/** The crossings of a curve through values in rising order of the number. */
function crossingsOf(at: Float64Array, curve: Float64Array): Crossing[] {
  const found: Crossing[] = [];
  for (let i = 1; i < at.length; i++) {
    const [before, after] = [curve[i - 1]!, curve[i]!];
    if (before > 0 === after > 0) continue;
    const part = before / (before - after);
    found.push({
      value: at[i - 1]! + part * (at[i]! - at[i - 1]!),
      direction: after > 0 ? 'up' : 'down',
    });
  }
  return found;
}

/** Where another curve crosses in the same direction, next to a crossing; where it does not, beyond the end that it would cross behind. */
function crossingLike({ value, direction }: Crossing, at: Float64Array, curve: Float64Array): number {
  const alike = crossingsOf(at, curve).filter((own) => own.direction === direction);
  if (alike.length > 0)
    return alike.reduce((best, own) =>
      Math.abs(own.value - value) < Math.abs(best.value - value) ? own : best,
    ).value;
  // All above: an upward crossing lies below the range, a downward one above it.
  const isAbove = curve.reduce((sum, own) => sum + own, 0) > 0;
  return isAbove === (direction === 'up') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/**
 * Finds where a difference turns. Of several crossings that in the middle of the range is told, which the draws know best.
 *
 * @param number its values by draw
 * @param options both approaches' values by draw, the reference first
 * @param key addresses the random numbers
 */
export function turningIn(
  number: Float64Array,
  options: readonly [Float64Array, Float64Array],
  key: readonly [number, number],
): Turning {
  const tail = Math.ceil(TAIL * number.length);
  const order = Int32Array.from(number.keys())
    .sort((a, b) => number[a]! - number[b]!)
    .subarray(tail, number.length - tail);
  const inOrder = (values: Float64Array) => Float64Array.from(order, (d) => values[d]!);
  const at = inOrder(number);
  const { expected, drawn } = expectedGiven(options, [number], key);
  const curve = inOrder(expected[1]!);
  const others = drawn.map((own) => inOrder(own[1]!));
  const range = [at[0]!, at.at(-1)!] as const;
  const middle = at[at.length >> 1]!;
  const [crossing] = crossingsOf(at, curve).sort(
    (a, b) => Math.abs(a.value - middle) - Math.abs(b.value - middle),
  );
  const turns = others.filter((own) => crossingsOf(at, own).length > 0).length / others.length;
  const interval =
    crossing === undefined
      ? { low: Number.NaN, high: Number.NaN }
      : intervalOf(others.map((own) => crossingLike(crossing, at, own)));
  return {
    range,
    value: crossing?.value,
    direction: crossing?.direction,
    isAboveAtLow: curve[0]! > 0,
    ...interval,
    turns,
  };
}
