/** How far the draws of a number reach. */

import { annotated, keptWithin, type Quantity } from './quantity.js';
import { quantileOfQuantity } from './uncertainty.js';

/** The lowest and the highest probability that a draw reads. */
const LOWEST = Number.EPSILON / 2;
const HIGHEST = 1 - LOWEST;

/** The least and the largest value of a draw. @param at its value at a probability */
export const endsOfDraws = (at: (p: number) => number): [number, number] => [at(LOWEST), at(HIGHEST)];

/** Numbers that are whole in every draw. */
export const wholePaths: readonly string[] = ['cohort.size'];

interface Ends {
  readonly least: number;
  readonly largest: number;
}

const spanOf = (values: readonly number[]): Ends => ({
  least: Math.min(...values),
  largest: Math.max(...values),
});

const times = (a: Ends, b: Ends) =>
  spanOf([a.least * b.least, a.least * b.largest, a.largest * b.least, a.largest * b.largest]);

/**
 * The least and the largest value that any draw of a number can take: of a product where each factor is at an end, of what is left
 * where the parts that are taken off are at their other ends. Parts of one whole cannot all be there at once, so draws may not reach them.
 */
export function endsOf(path: string, quantity: Quantity): Ends {
  const { tie, choice, bounds, ...own } = annotated(quantity);
  if (choice !== undefined) {
    const options = choice.options.map((option) => endsOf(option.path, option.quantity));
    return spanOf(options.flatMap(({ least, largest }) => [least, largest]));
  }
  const kept = (value: number) => keptWithin(value, bounds);
  if (tie === undefined) {
    const [least, largest] = endsOfDraws((p) => kept(quantileOfQuantity(own, p, wholePaths.includes(path))));
    return { least, largest };
  }
  const product = tie.ratios
    .map((ratio) => endsOf(ratio.path, ratio.quantity))
    .reduce(times, endsOf(tie.to, tie.of));
  const parts = (tie.less ?? []).map((part) => endsOf(part.path, part.quantity));
  return {
    least: kept(parts.reduce((rest, { largest }) => rest - largest, product.least)),
    largest: kept(parts.reduce((rest, { least }) => rest - least, product.largest)),
  };
}
