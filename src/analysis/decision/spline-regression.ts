/** Cubic regression splines: of one input, and as a sum over several (a generalised additive model). */

import type { Matrix } from '../linear-algebra.js';
import { beside, kernelColumns, linearColumns } from './kernel-basis.js';
import type { RegressionDesign } from './penalised-regression.js';

/** Knots of a spline: enough for the bends that draws of a model's outcome have. */
const KNOTS = 10;

/** Quantiles of the different values, the ends among them; all of these where they are few. */
function knotsOf(values: Float64Array): Float64Array {
  const sorted = values.toSorted();
  const different = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  if (different.length <= KNOTS) return different;
  return Float64Array.from(
    { length: KNOTS },
    (_, k) => different[Math.round((k * (different.length - 1)) / (KNOTS - 1))]!,
  );
}

/**
 * The kernel on [0, 1] that belongs to the integral of the squared second derivative (Gu 2002, Smoothing Spline ANOVA Models, section
 * 2.3; Wood 2006, Generalized Additive Models, section 3.2.1).
 */
function bending(x: number, z: number): number {
  const [a, b] = [(x - 0.5) ** 2, (z - 0.5) ** 2];
  const apart = (Math.abs(x - z) - 0.5) ** 2;
  return ((a - 1 / 12) * (b - 1 / 12)) / 4 - (apart * apart - apart / 2 + 7 / 240) / 24;
}

/** Columns for the bends of one input; none where it has two values, through which a line goes. */
function bends(input: Float64Array): Matrix | undefined {
  const knots = knotsOf(input);
  if (knots.length < 3) return undefined;
  const low = knots[0]!;
  const width = knots.at(-1)! - low;
  const places = knots.map((knot) => (knot - low) / width);
  return kernelColumns(
    input.length,
    places.length,
    (i, row) => {
      const x = (input[i]! - low) / width;
      for (let k = 0; k < places.length; k++) row[k] = bending(x, places[k]!);
    },
    (a, b) => bending(places[a]!, places[b]!),
  );
}

/**
 * Design of a sum of penalised cubic regression splines, one of each input: straight lines are free, the penalty of each spline is the
 * integral of its squared second derivative. Inputs that do not vary are left out.
 *
 * @param inputs by input, then by draw
 */
export function additiveSplines(inputs: readonly Float64Array[]): RegressionDesign {
  const { columns, moving } = linearColumns(inputs);
  const curved = moving.flatMap((input) => bends(input) ?? []);
  return {
    x: beside([columns, ...curved]),
    free: columns.columns,
    blocks: curved.map((own) => own.columns),
  };
}
