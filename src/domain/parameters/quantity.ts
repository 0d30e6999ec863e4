/**
 * A number of a scenario, with its range, unit, source and a label for how certain it is.
 */

/**
 * How certain a number is. `published`: read in the named source. `derived`: arithmetic on published figures.
 * `unverified`: recalled or second-hand, not checked against its source. `assumption`: nobody has published it.
 */
export const labels = ['published', 'derived', 'unverified', 'assumption'] as const;
type Label = (typeof labels)[number];

/**
 * Shape of the uncertainty between `low` and `high` (see `uncertainty.ts` for the quantile functions).
 */
export const distributionNames = [
  'fixed',
  'normal',
  'lognormal',
  'logit-normal',
  'uniform',
  'triangular',
  'quantiles',
] as const;
type DistributionName = (typeof distributionNames)[number];

/** A number with its range, unit, source and label. */
export interface AnnotatedQuantity {
  value: number;
  low?: number | undefined;
  high?: number | undefined;
  /** Probability mass between `low` and `high` for the distributions with tails; 0.95 by default. */
  interval?: number | undefined;
  distribution?: DistributionName | undefined;
  /** For `quantiles`: [probability, value] pairs, ascending in both. */
  points?: [number, number][] | undefined;
  unit?: string | undefined;
  source?: string | undefined;
  label?: Label | undefined;
  note?: string | undefined;
  /** What the number is tied to; set when the scenario is read, never written in a file. */
  tie?: Tie | undefined;
  /** What the number hangs on; set when the scenario is read, never written in a file. */
  choice?: Choice | undefined;
  /** Of an alternative, whose value is the position of an option: the weights of its options, which add up to 1. */
  weights?: readonly number[] | undefined;
  /** What its place allows, where draws of it could lie beyond; set when the scenario is read, never written in a file. */
  bounds?: PlaceBounds | undefined;
}

/** The least and the most that the place of a number allows, both included. */
export interface PlaceBounds {
  readonly min: number;
  readonly max: number;
}

/** A draw within the bounds of its place: one that lies beyond counts as the bound itself. */
export function keptWithin(value: number, bounds: PlaceBounds | undefined): number {
  return bounds === undefined ? value : Math.min(bounds.max, Math.max(bounds.min, value));
}

/** One unknown in several places: a number that is another one of the scenario, perhaps times ratios. */
export interface Tie {
  /** Path of the other number, which is tied to none itself. */
  readonly to: string;
  readonly of: Quantity;
  /** What it is multiplied by, each an unknown of its own, under the path where it stands. */
  readonly ratios: readonly Parameter[];
  /** The numbers of the scenario that are taken off the product; absent: none. */
  readonly less?: readonly Parameter[];
}

/** A number that takes another value under each option of an alternative. */
export interface Choice {
  /** Path of the alternative. */
  readonly by: string;
  /** Weights of its options, which add up to 1. */
  readonly weights: readonly number[];
  /** By option: its name, where the number under it stands, and the number, which may be tied to another. */
  readonly options: readonly {
    readonly name: string;
    readonly path: string;
    readonly quantity: Quantity;
  }[];
}

/** How a file writes a number that hangs on an alternative, whose path it names. */
export interface ByAlternative {
  readonly by: string;
  readonly values: Readonly<Record<string, Quantity | SameAs>>;
  readonly unit?: string | undefined;
  readonly note?: string | undefined;
}

/** How a file writes a number that is the same as another, whose path it names. */
export interface SameAs {
  readonly same_as: string;
  readonly ratio?: Quantity | undefined;
  /** Paths of the numbers that are taken off: this one is what is left. */
  readonly less?: readonly string[] | undefined;
  readonly note?: string | undefined;
}

export type Quantity = number | AnnotatedQuantity;

/** A named number of a scenario, by its dotted path. */
export interface Parameter {
  readonly path: string;
  readonly quantity: Quantity;
}

/** The number itself, whichever way it was written. */
export function centralValue(entry: Quantity): number {
  return typeof entry === 'number' ? entry : entry.value;
}

/** Significant digits of computed numbers: enough for any parameter, and too few for binary rounding to show. */
const DIGITS = 12;

/** Rounds a number that was computed from others, to remove binary rounding errors. */
export function rounded(value: number): number {
  return Number(value.toPrecision(DIGITS));
}

/** What a node has under a name; undefined where it is no mapping. */
function under(node: unknown, name: 'value' | 'same_as' | 'by'): unknown {
  const isMapping = typeof node === 'object' && node !== null && !Array.isArray(node);
  return isMapping ? (node as Record<string, unknown>)[name] : undefined;
}

/** Whether a node of a scenario tree is an annotated quantity rather than a section. */
export function isAnnotated(node: unknown): node is AnnotatedQuantity {
  return typeof under(node, 'value') === 'number';
}

/** Whether a node of a file is a number, plain or annotated. */
export function isQuantity(node: unknown): node is Quantity {
  return typeof node === 'number' || isAnnotated(node);
}

/** A number as an annotated quantity: a plain one has a value alone. */
export function annotated(quantity: Quantity): AnnotatedQuantity {
  return isAnnotated(quantity) ? quantity : { value: quantity };
}

/** What a number is tied to, in words: the path of the other number, those of the ratios behind it, and of what is taken off. */
export function describeTie({ to, ratios, less = [] }: Tie): string {
  const product = [to, ...ratios.map(({ path }) => path)].join(' x ');
  return [product, ...less.map(({ path }) => path)].join(' - ');
}

/** What a number follows from: what it is tied to, or the path of the alternative that it hangs on; undefined: it is its own. */
export function whatItFollows({ tie, choice }: AnnotatedQuantity): string | undefined {
  return tie === undefined ? choice?.by : describeTie(tie);
}

/** Whether a number is what others leave of a whole, or a part of one that is: no product of independent unknowns. */
export function hasRest({ tie }: AnnotatedQuantity): boolean {
  return tie !== undefined && (tie.less !== undefined || annotated(tie.of).tie !== undefined);
}

/** Whether a node of a file says that a number is the same as another. */
export function isSameAs(node: unknown): node is SameAs {
  return typeof under(node, 'same_as') === 'string';
}

/** Whether a node of a file says that a number hangs on an alternative. */
export function isByAlternative(node: unknown): node is ByAlternative {
  return typeof under(node, 'by') === 'string';
}

/** Whether a node of a file is a number with annotations, or one that follows from others: no section to merge. */
export function isNumberNode(node: unknown): node is AnnotatedQuantity | SameAs | ByAlternative {
  return isAnnotated(node) || isSameAs(node) || isByAlternative(node);
}

/** A scenario's type with every quantity replaced by a plain number: what one parameter draw looks like. */
export type Plain<T> = T extends AnnotatedQuantity
  ? number
  : T extends number | string | boolean | null | undefined
    ? T
    : T extends readonly (infer Item)[]
      ? Plain<Item>[]
      : T extends object
        ? { [Key in keyof T]: Plain<T[Key]> }
        : T;
