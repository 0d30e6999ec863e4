/** Standard errors of what is computed from all draws together, by leaving some of them out. */

import { DRAWS_PER_BLOCK } from '../../simulation/cohort/cohort-key.js';

/** A number and its standard error; NaN: cannot be estimated. */
export interface ValueWithError {
  readonly value: number;
  readonly error: number;
}

/** Parts into which the draws are divided at most: the error of the error is then about a seventh. */
const PARTS = 25;

/** The draws without those of one part. */
function without(draws: number, part: number, parts: number): Int32Array {
  const blocks = Math.ceil(draws / DRAWS_PER_BLOCK);
  const place = (p: number) => Math.min(draws, Math.floor((p * blocks) / parts) * DRAWS_PER_BLOCK);
  const [from, to] = [place(part), part === parts - 1 ? draws : place(part + 1)];
  const left = new Int32Array(draws - (to - from));
  for (let i = 0; i < left.length; i++) left[i] = i < from ? i : i + to - from;
  return left;
}

/**
 * Standard errors of several numbers that are computed from the draws, by the jackknife over groups of whole blocks (Efron and Stein
 * 1981, doi 10.1214/aos/1176345462): sqrt((g - 1) / g times the sum of squares of the g values, each without one group, about their
 * mean). NaN of a single block, or where one of the values is.
 */
export function jackknife(draws: number, numbers: (kept: Int32Array) => readonly number[]): number[] {
  const parts = Math.min(PARTS, Math.ceil(draws / DRAWS_PER_BLOCK));
  if (parts < 2) return numbers(Int32Array.from({ length: draws }, (_, d) => d)).map(() => Number.NaN);
  const values = Array.from({ length: parts }, (_, part) => numbers(without(draws, part, parts)));
  return values[0]!.map((_, k) => {
    const own = values.map((row) => row[k]!);
    const centre = own.reduce((sum, value) => sum + value, 0) / parts;
    const squares = own.reduce((sum, value) => sum + (value - centre) ** 2, 0);
    return Math.sqrt((squares * (parts - 1)) / parts);
  });
}
