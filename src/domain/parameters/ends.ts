/** How far the draws and the range of a number reach. */

import { numberMaker, type Unknown, wholePaths } from './number-maker.js';
import {
  type AnnotatedQuantity,
  annotated,
  type Choice,
  centralValue,
  hasRest,
  keptWithin,
  type Quantity,
  rounded,
  type Tie,
} from './quantity.js';
import { boxOfUnknowns, type Span, spanAtCorners, spanBetween, spanOf, spanOfAll } from './reach.js';
import { quantileOfQuantity } from './uncertainty.js';

/** The lowest and the highest probability that a draw reads. */
const LOWEST = Number.EPSILON / 2;
const HIGHEST = 1 - LOWEST;

/** The least and the largest value of a draw. @param at its value at a probability */
export const endsOfDraws = (at: (p: number) => number): [number, number] => [at(LOWEST), at(HIGHEST)];

const times = (a: Span, b: Span) =>
  spanOf([a.least * b.least, a.least * b.largest, a.largest * b.least, a.largest * b.largest]);

/** Whether draws of a number, or of one that it is made of, are cut off where they lie beyond its place. */
function isCut(quantity: Quantity): boolean {
  const { bounds, tie, choice } = annotated(quantity);
  return (
    bounds !== undefined ||
    tie?.less !== undefined ||
    (tie !== undefined && isCut(tie.of)) ||
    (choice?.options ?? []).some((option) => isCut(option.quantity))
  );
}

/**
 * The span of what is left of a whole, before it is cut off at nothing; undefined where there are too many corners, or a number that it is
 * made of is cut off itself.
 */
function spanOfRest(
  path: string,
  { tie, bounds: _, ...own }: AnnotatedQuantity & { readonly tie: Tie },
  endsAt: (unknown: Unknown) => readonly number[],
): Span | undefined {
  const parts = [tie.of, ...(tie.less ?? []).map(({ quantity }) => quantity)];
  if (parts.some(isCut)) return undefined;
  return spanOfAll(boxOfUnknowns(numberMaker(path, { ...own, tie }), endsAt));
}

/**
 * The least and the largest value that any draw of a number can take: of a product where each factor is at an end, of what is left of a
 * whole likewise, also where parts hang on the same unknowns. Where a part is cut off by bounds of its own, or is what is left itself,
 * the parts count as if each could be at its end by itself, so that draws may not reach the ends.
 */
export function endsOf(path: string, quantity: Quantity): Span {
  const { tie, choice, bounds, ...own } = annotated(quantity);
  if (choice !== undefined) {
    const possible = choice.options.filter((_, i) => choice.weights[i]! > 0);
    const options = possible.map((option) => endsOf(option.path, option.quantity));
    return spanOf(options.flatMap(({ least, largest }) => [least, largest]));
  }
  const kept = (value: number) => keptWithin(value, bounds);
  const endsAt = (unknown: Pick<Unknown, 'quantity' | 'whole'>) =>
    endsOfDraws((p) => quantileOfQuantity(unknown.quantity, p, unknown.whole));
  if (tie === undefined) return spanOf(endsAt({ quantity: own, whole: wholePaths.includes(path) }).map(kept));
  const span = hasRest({ ...own, tie }) ? spanOfRest(path, { ...own, tie }, endsAt) : undefined;
  if (span !== undefined) return { least: kept(span.least), largest: kept(span.largest) };
  const product = tie.ratios
    .map((ratio) => endsOf(ratio.path, ratio.quantity))
    .reduce(times, endsOf(tie.to, tie.of));
  const parts = (tie.less ?? []).map((part) => endsOf(part.path, part.quantity));
  return {
    least: kept(parts.reduce((rest, { largest }) => rest - largest, product.least)),
    largest: kept(parts.reduce((rest, { least }) => rest - least, product.largest)),
  };
}

const endOf = (quantity: Quantity, end: 'low' | 'high') => annotated(quantity)[end] ?? centralValue(quantity);

/** The span of a number where each unknown is at an end of its range; between the ends too where a number that it is made of is cut off. */
function spanOfRanges(quantity: AnnotatedQuantity, parts: readonly Quantity[]): Span {
  const box = boxOfUnknowns(numberMaker('', quantity), ({ quantity: own }) => [
    endOf(own, 'low'),
    endOf(own, 'high'),
  ]);
  return parts.some(isCut) ? spanBetween(box) : spanAtCorners(box);
}

/**
 * Value and range of a tied number. The range of a product runs from the product of the low ends to that of the high ends; that of what
 * is left of a whole as far as it goes where each unknown is at an end of its range, or a part just comes to nothing; and at least from
 * nothing.
 */
export function tiedRange(tie: Tie): Required<Pick<AnnotatedQuantity, 'value' | 'low' | 'high'>> {
  const { of, ratios, less } = tie;
  const product = (end: (part: Quantity) => number) =>
    [of, ...ratios.map(({ quantity }) => quantity)].reduce<number>((all, part) => all * end(part), 1);
  if (less === undefined)
    return {
      value: rounded(product(centralValue)),
      low: rounded(product((part) => endOf(part, 'low'))),
      high: rounded(product((part) => endOf(part, 'high'))),
    };
  const parts = [of, ...less.map(({ quantity }) => quantity)];
  const { least, largest } = spanOfRanges({ value: 0, tie }, parts);
  // What binary fractions leave where the parts take all of the whole.
  const noise = 1e-12 * Math.abs(product((part) => endOf(part, 'high')));
  const kept = (value: number) => (value < noise ? 0 : rounded(value));
  return {
    value: kept(less.reduce((rest, { quantity }) => rest - centralValue(quantity), product(centralValue))),
    low: kept(least),
    high: kept(largest),
  };
}

/** The range of a number that hangs on an alternative: what it may be under any answer that has weight. */
export function rangeOfChoice(choice: Choice): Required<Pick<AnnotatedQuantity, 'low' | 'high'>> {
  const parts = choice.options.map(({ quantity }) => quantity);
  const { least, largest } = spanOfRanges({ value: 0, choice }, parts);
  return { low: rounded(least), high: rounded(largest) };
}
