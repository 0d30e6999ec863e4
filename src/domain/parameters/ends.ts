/** How far the draws and the range of a number reach. */

import { type MakeNumber, numberMaker, type Unknown, unknownsOf, wholePaths } from './number-maker.js';
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
import { quantileOfQuantity } from './uncertainty.js';

/** The lowest and the highest probability that a draw reads. */
const LOWEST = Number.EPSILON / 2;
const HIGHEST = 1 - LOWEST;

/** The least and the largest value of a draw. @param at its value at a probability */
export const endsOfDraws = (at: (p: number) => number): [number, number] => [at(LOWEST), at(HIGHEST)];

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

/** Corners of a box up to which all of them are looked at. */
const MOST_CORNERS = 1024;

/** The ends of the unknowns of a number; of an alternative every answer that has weight. */
interface Box {
  readonly ends: readonly (readonly number[])[];
  /** The number at a corner. */
  readonly valueAt: (corner: readonly number[]) => number;
}

/** @param endsAt the ends of an unknown that is no alternative */
function boxOf(make: MakeNumber, endsAt: (unknown: Unknown) => readonly number[]): Box {
  const unknowns = unknownsOf(make);
  const places = new Map(unknowns.map(({ path }, i) => [path, i]));
  const ends = unknowns.map((unknown) => {
    const { weights } = unknown.quantity;
    if (weights === undefined) return [...new Set(endsAt(unknown))];
    return [...weights.keys()].filter((answer) => weights[answer]! > 0);
  });
  return { ends, valueAt: (corner) => make(({ path }) => corner[places.get(path)!]!) };
}

/**
 * The span of a number that is made of sums and products of unknowns: it is straight in each of them, so that it is least and largest
 * where each is at an end. Undefined where there are too many corners.
 */
function spanAtCorners({ ends, valueAt }: Box): Ends | undefined {
  if (ends.reduce((count, { length }) => count * length, 1) > MOST_CORNERS) return undefined;
  const corners = ends.reduce<number[][]>(
    (all, own) => all.flatMap((corner) => own.map((value) => [...corner, value])),
    [[]],
  );
  return spanOf(corners.map(valueAt));
}

/**
 * The span between the corners that are found from two of them, by going on to better ones until none beside the last is better: the
 * least and the largest where each unknown draws the number one way wherever the others are, as a whole and its parts do.
 */
function spanByCorners({ ends, valueAt }: Box): Ends {
  const starts = [ends.map((own) => own[0]!), ends.map((own) => own.at(-1)!)];
  const best = (sign: number) =>
    starts.map((start) => {
      let corner = start;
      for (let isBetter = true; isBetter; ) {
        const beside = ends.flatMap((own, i) => own.map((value) => corner.with(i, value)));
        const next = beside.reduce((a, b) => (sign * valueAt(b) > sign * valueAt(a) ? b : a), corner);
        isBetter = next !== corner;
        corner = next;
      }
      return valueAt(corner);
    });
  return spanOf([...best(1), ...best(-1)]);
}

/**
 * The same of what is left of a whole, before it is cut off at nothing; undefined where there are too many corners, or a number that it is
 * made of is cut off itself.
 */
function spanOfRest(
  path: string,
  { tie, bounds: _, ...own }: AnnotatedQuantity & { readonly tie: Tie },
  endsAt: (unknown: Unknown) => readonly number[],
): Ends | undefined {
  const parts = [tie.of, ...(tie.less ?? []).map(({ quantity }) => quantity)];
  return parts.some(isCut) ? undefined : spanAtCorners(boxOf(numberMaker(path, { ...own, tie }), endsAt));
}

/**
 * The least and the largest value that any draw of a number can take: of a product where each factor is at an end, of what is left of a
 * whole likewise, also where parts hang on the same unknowns. Where a part is cut off by bounds of its own, or is what is left itself,
 * the parts count as if each could be at its end by itself, so that draws may not reach the ends.
 */
export function endsOf(path: string, quantity: Quantity): Ends {
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

/** The span of a number where each unknown is at an end of its range. */
function spanOfRanges(quantity: AnnotatedQuantity): Ends {
  const box = boxOf(numberMaker('', quantity), ({ quantity: own }) => [
    endOf(own, 'low'),
    endOf(own, 'high'),
  ]);
  return spanAtCorners(box) ?? spanByCorners(box);
}

/**
 * Value and range of a tied number. The range of a product runs from the product of the low ends to that of the high ends; that of what
 * is left of a whole as far as it goes where each unknown is at an end of its range, and at least from nothing.
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
  const { least, largest } = spanOfRanges({ value: 0, tie });
  const kept = (value: number) => rounded(Math.max(0, value));
  return {
    value: kept(less.reduce((rest, { quantity }) => rest - centralValue(quantity), product(centralValue))),
    low: kept(least),
    high: kept(largest),
  };
}

/** The range of a number that hangs on an alternative: what it may be under any answer that has weight. */
export function rangeOfChoice(choice: Choice): Required<Pick<AnnotatedQuantity, 'low' | 'high'>> {
  const { least, largest } = spanOfRanges({ value: 0, choice });
  return { low: rounded(least), high: rounded(largest) };
}
