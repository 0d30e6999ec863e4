/**
 * Arrays of results by declaration. An array is declared once, by its axes and by how consecutive units of a draw are joined.
 * Everything else follows: its length, the positions of its values, joins, and the digest that is stored with it.
 */

import { type Shape, shapeOf } from './shape.js';

const kinds = { sums: Float64Array, counts: Uint32Array } as const;

/** An array: its axes, what it holds, and how those of consecutive units become one. */
export interface Declared<
  Axes extends readonly string[] = readonly string[],
  Kind extends keyof typeof kinds = keyof typeof kinds,
> {
  readonly kind: Kind;
  readonly axes: Axes;
  readonly joined: 'add' | 'append';
}

/** A list for each place along an axis, cut off after a maximum number of values. */
export interface DeclaredLists<Axis extends string = string> {
  readonly kind: 'lists';
  readonly axes: readonly [Axis];
  readonly joined: 'append';
  readonly most: number;
}

/** Amounts that add up over units. */
export function sums<const Axes extends readonly string[]>(...axes: Axes): Declared<Axes, 'sums'> {
  return { kind: 'sums', axes, joined: 'add' };
}

/** Whole numbers that add up over units. */
export function counts<const Axes extends readonly string[]>(...axes: Axes): Declared<Axes, 'counts'> {
  return { kind: 'counts', axes, joined: 'add' };
}

/** Values of each replication that is kept separately. */
export function byReplication<const Axes extends readonly string[]>(
  ...axes: Axes
): Declared<readonly ['replication', ...Axes], 'sums'> {
  return { kind: 'sums', axes: ['replication', ...axes], joined: 'append' };
}

/** The first values of consecutive units, for each place along an axis. */
export function firstValues<const Axis extends string>(axis: Axis, most: number): DeclaredLists<Axis> {
  return { kind: 'lists', axes: [axis], joined: 'append', most };
}

export type Declarations = Readonly<Record<string, Declared | DeclaredLists>>;

type ValuesOf<One> =
  One extends Declared<readonly string[], infer Kind>
    ? { sums: Float64Array; counts: Uint32Array }[Kind]
    : readonly Float64Array[];

/** The arrays of some declarations. */
export type ArraysOf<All> = { readonly [Name in keyof All]: ValuesOf<All[Name]> };

/** Their shapes. Lists have none. */
export type ShapesOf<All> = {
  readonly [Name in keyof All as All[Name] extends DeclaredLists ? never : Name]: All[Name] extends Declared<
    infer Axes
  >
    ? Shape<Axes>
    : never;
};

/** How many places each axis has. */
export type Sizes<All> = Readonly<Record<AxisOf<All>, number>>;

type AxisOf<All> = All[keyof All] extends { readonly axes: readonly (infer Axis extends string)[] }
  ? Axis
  : never;

type AnyArray = Float64Array | Uint32Array | readonly Float64Array[];

function mapArrays<All extends Declarations, Result>(
  declared: All,
  of: (one: Declared | DeclaredLists, name: string) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(declared).map(([name, one]) => [name, of(one, name)]));
}

/** The shapes of arrays. */
export function shapesOf<All extends Declarations>(declared: All, sizes: NoInfer<Sizes<All>>): ShapesOf<All> {
  const arrays = Object.entries(declared).filter(([, { kind }]) => kind !== 'lists');
  return Object.fromEntries(
    arrays.map(([name, { axes }]) => [name, shapeOf(axes, sizes as Record<string, number>)]),
  ) as unknown as ShapesOf<All>;
}

/** Arrays with nothing in them yet. */
export function zeros<All extends Declarations>(declared: All, sizes: NoInfer<Sizes<All>>): ArraysOf<All> {
  return mapArrays(declared, ({ kind, axes }): AnyArray => {
    const { length } = shapeOf(axes, sizes as Record<string, number>);
    return kind === 'lists' ? Array.from({ length }, () => new Float64Array(0)) : new kinds[kind](length);
  }) as ArraysOf<All>;
}

/** Empty arrays, in place of arrays that are not kept. */
export function nothing<All extends Declarations>(declared: All): ArraysOf<All> {
  return mapArrays(
    declared,
    ({ kind }): AnyArray => (kind === 'lists' ? [] : new kinds[kind](0)),
  ) as ArraysOf<All>;
}

/** Whether arrays have the lengths required by their axes, or are not kept. */
export function areShaped<All extends Declarations>(
  declared: All,
  sizes: NoInfer<Sizes<All>>,
  arrays: NoInfer<ArraysOf<All>>,
): boolean {
  return Object.entries(declared).every(([name, { axes }]) => {
    const { length } = arrays[name] as AnyArray;
    return length === 0 || length === shapeOf(axes, sizes as Record<string, number>).length;
  });
}

function append(left: Float64Array, right: Float64Array): Float64Array {
  const whole = new Float64Array(left.length + right.length);
  whole.set(left);
  whole.set(right, left.length);
  return whole;
}

function addUp<Values extends Float64Array | Uint32Array>(left: Values, right: Values): Values {
  const added = left.slice() as Values;
  for (let i = 0; i < added.length; i++) added[i]! += right[i]!;
  return added;
}

function joinOne(one: Declared | DeclaredLists, left: AnyArray, right: AnyArray): AnyArray {
  if (one.kind === 'lists') {
    const [own, other] = [left, right] as readonly (readonly Float64Array[])[];
    return own!.map((values, i) => append(values, other![i]!.subarray(0, one.most - values.length)));
  }
  return one.joined === 'append'
    ? append(left as Float64Array, right as Float64Array)
    : addUp(left as Float64Array, right as Float64Array);
}

/** Joins the arrays of two consecutive units with the same layout. */
export function joinArrays<All extends Declarations>(
  declared: All,
  left: NoInfer<ArraysOf<All>>,
  right: NoInfer<ArraysOf<All>>,
): ArraysOf<All> {
  return mapArrays(declared, (one, name) =>
    joinOne(one, left[name] as AnyArray, right[name] as AnyArray),
  ) as ArraysOf<All>;
}

/** The arrays with only the first of the replications that are kept separately. */
export function keepReplications<All extends Declarations>(
  declared: All,
  arrays: NoInfer<ArraysOf<All>>,
  kept: number,
  count: number,
): ArraysOf<All> {
  return mapArrays(declared, ({ axes }, name) => {
    const values = arrays[name] as Float64Array;
    return axes[0] === 'replication' ? values.slice(0, (values.length / kept) * count) : values;
  }) as ArraysOf<All>;
}
