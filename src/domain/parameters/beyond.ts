/** How many draws of a number would lie beyond the bounds of its place. */

import { casesOf, optionAt } from './alternatives.js';
import { endsOf, endsOfDraws } from './ends.js';
import { numberMaker, type Unknown, unknownsOf, wholePaths } from './number-maker.js';
import { type Posterior, quantileOfDraws } from './posterior.js';
import {
  type AnnotatedQuantity,
  annotated,
  type Choice,
  hasRest,
  type Parameter,
  type PlaceBounds,
  type Quantity,
} from './quantity.js';
import { quantileOfQuantity } from './uncertainty.js';

/** The shares of draws below the least and above the most that a place allows. */
export interface SharesBeyond {
  readonly below: number;
  readonly above: number;
}

/** The value of an unknown at a probability. */
type QuantileAt = (p: number) => number;

/** The unknowns that a number is the product of: itself, or the number that it is tied to and the ratios. */
function factorsOf(
  path: string,
  quantity: AnnotatedQuantity,
  posterior: Posterior | undefined,
): QuantileAt[] {
  const { tie, bounds: _, ...own } = quantity;
  const unknowns =
    tie === undefined ? [{ path, quantity: own }] : [{ path: tie.to, quantity: tie.of }, ...tie.ratios];
  return unknowns.map((unknown): QuantileAt => {
    const drawn = posterior === undefined ? undefined : quantileOfDraws(posterior, unknown.path);
    const whole = wholePaths.includes(unknown.path);
    return drawn ?? ((p) => quantileOfQuantity(annotated(unknown.quantity), p, whole));
  });
}

/** Whether some draw of a number could lie beyond bounds. */
function canLieBeyond(path: string, quantity: AnnotatedQuantity, { min, max }: PlaceBounds): boolean {
  const { least, largest } = endsOf(path, quantity);
  return least < min || largest > max;
}

/** Halvings of the probability at which a number comes to a bound. */
const HALVINGS = 50;

/** The lowest probability at which a condition holds that holds at all higher ones; 1 where it holds at none. */
function firstProbability(holds: (p: number) => boolean): number {
  let [before, after] = [0, 1];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (before + after) / 2;
    if (holds(middle)) after = middle;
    else before = middle;
  }
  return after;
}

/** Points at which a product of several unknowns is looked at: enough to tell a share mostly to 0.1 %, and at worst to about 1 %. */
const POINTS = 4000;

/**
 * Fractional parts of multiples of irrational numbers, which fill the unit cube evenly (the R sequence of Roberts 2018): the
 * powers of the inverse of the root of x^(d+1) = x + 1.
 */
function evenSteps(dimensions: number): number[] {
  let root = 2;
  for (let i = 0; i < 30; i++) root = Math.exp(Math.log1p(root) / (dimensions + 1));
  return Array.from({ length: dimensions }, (_, j) => Math.exp(-(j + 1) * Math.log(root)));
}

/**
 * The shares of draws of a number that lie beyond its bounds: exact for an unknown of its own, counted at evenly spread points for a
 * product of several. Those of the posterior are taken one by one, not by rows.
 */
export function sharesBeyond(
  path: string,
  quantity: AnnotatedQuantity,
  posterior: Posterior | undefined,
): SharesBeyond {
  const shares = casesOf(path, quantity).map(({ weight, ...each }) => ({
    weight,
    ...sharesOfCase(each.path, each.quantity, quantity.bounds!, posterior),
  }));
  const mean = (side: keyof SharesBeyond) => shares.reduce((sum, each) => sum + each.weight * each[side], 0);
  return { below: mean('below'), above: mean('above') };
}

/**
 * What each unknown is at {@link POINTS} evenly spread points. One by one, so that each is asked for in a loop of its own; one that is the
 * same in every draw takes no dimension from the others.
 */
function spread(unknowns: readonly QuantileAt[]): Float64Array[] {
  const ends = unknowns.map(endsOfDraws);
  const steps = evenSteps(ends.filter(([least, largest]) => least < largest).length);
  let dimension = 0;
  return unknowns.map((at, j) => {
    const [least, largest] = ends[j]!;
    const values = new Float64Array(POINTS).fill(least);
    if (least === largest) return values;
    const step = steps[dimension++]!;
    for (let n = 0; n < POINTS; n++) values[n] = at((0.5 + (n + 1) * step) % 1);
    return values;
  });
}

/** The shares of values at the points. */
function countBeyond(valueAt: (point: number) => number, { min, max }: PlaceBounds): SharesBeyond {
  let [below, above] = [0, 0];
  for (let n = 0; n < POINTS; n++) {
    const value = valueAt(n);
    if (value < min) below += 1;
    if (value > max) above += 1;
  }
  return { below: below / POINTS, above: above / POINTS };
}

/** The same of what is left of a whole, whose parts may hang on the same unknowns. */
function sharesOfRest(
  path: string,
  { bounds: _, ...quantity }: AnnotatedQuantity,
  bounds: PlaceBounds,
  posterior: Posterior | undefined,
): SharesBeyond {
  const make = numberMaker(path, quantity);
  const unknowns = unknownsOf(make);
  const quantiles = unknowns.map(({ path: at, quantity: own, whole }): QuantileAt => {
    const { weights } = own;
    if (weights !== undefined) return (p) => optionAt(weights, p);
    return (posterior && quantileOfDraws(posterior, at)) ?? ((p) => quantileOfQuantity(own, p, whole));
  });
  // Each once: the parts of a whole mostly ask for the whole again.
  const values = spread(quantiles);
  const places = new Map(unknowns.map((each, i) => [each.path, i]));
  let point = 0;
  const valueFor = (unknown: Unknown) => values[places.get(unknown.path)!]![point]!;
  return countBeyond((n) => {
    point = n;
    return make(valueFor);
  }, bounds);
}

function sharesOfCase(
  path: string,
  quantity: AnnotatedQuantity,
  { min, max }: PlaceBounds,
  posterior: Posterior | undefined,
): SharesBeyond {
  if (hasRest(quantity)) return sharesOfRest(path, quantity, { min, max }, posterior);
  const factors = factorsOf(path, quantity, posterior);
  const [only] = factors;
  if (factors.length === 1)
    return {
      below: firstProbability((p) => only!(p) >= min),
      above: 1 - firstProbability((p) => only!(p) > max),
    };
  const values = spread(factors);
  return countBeyond((n) => values.reduce((product, each) => product * each[n]!, 1), { min, max });
}

/** A number that hangs on an alternative, with the bounds of its place at what it is under each option. */
function withBoundOptions(
  quantity: AnnotatedQuantity,
  choice: Choice,
  boundsAt: (path: string) => PlaceBounds,
): AnnotatedQuantity {
  const options = choice.options.map((option) => {
    const number = option.quantity;
    const bounded = typeof number === 'number' ? number : withBounds(option.path, number, boundsAt);
    return bounded === number ? option : { ...option, quantity: bounded };
  });
  const isSame = options.every((option, i) => option === choice.options[i]);
  return isSame ? quantity : { ...quantity, choice: { ...choice, options } };
}

/** A number with the bounds of its place, and what it is tied to with the bounds of theirs, where draws could lie beyond. */
export function withBounds(
  path: string,
  quantity: AnnotatedQuantity,
  boundsAt: (path: string) => PlaceBounds,
): AnnotatedQuantity {
  const bound = (at: string, number: AnnotatedQuantity): AnnotatedQuantity => {
    const { min, max } = boundsAt(at);
    // What is left is at least nothing.
    const bounds = { min: number.tie?.less === undefined ? min : Math.max(0, min), max };
    return canLieBeyond(at, number, bounds) ? { ...number, bounds } : number;
  };
  const { tie, choice } = quantity;
  if (choice !== undefined) return withBoundOptions(quantity, choice, boundsAt);
  if (tie === undefined) return bound(path, quantity);
  const boundPart = (at: string, number: Quantity) =>
    typeof number === 'number' ? number : withBounds(at, number, boundsAt);
  const of = boundPart(tie.to, tie.of);
  const boundParts = (parts: readonly Parameter[]) =>
    parts.map((part) => ({ ...part, quantity: boundPart(part.path, part.quantity) }));
  const parts = {
    ratios: boundParts(tie.ratios),
    ...(tie.less === undefined ? {} : { less: boundParts(tie.less) }),
  };
  return bound(path, { ...quantity, tie: { ...tie, of, ...parts } });
}
