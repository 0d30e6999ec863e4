/** Positions of values in an array with several axes; values along the last axis are next to each other. */

/** A place along each axis. */
type Places<Axes extends readonly string[]> = { readonly [A in keyof Axes]: number };

/** A place along each axis but the last. */
type RowPlaces<Axes extends readonly string[]> = Axes extends readonly [
  ...infer Outer extends readonly string[],
  string,
]
  ? Places<Outer>
  : never;

/** The layout of an array. It is made once, after which a position costs two or three multiplications. */
export interface Shape<Axes extends readonly string[]> {
  /** Places along each axis. */
  readonly sizes: Readonly<Record<Axes[number], number>>;
  /** Values in all. */
  readonly length: number;
  /** Values in a row: places along the last axis. */
  readonly rowLength: number;
  /** Position of a value. */
  at(...places: Places<Axes>): number;
  /** Position at which a row begins. */
  rowAt(...places: RowPlaces<Axes>): number;
}

/** Axes that an array can have. */
const MOST_AXES = 3;

class Strides {
  readonly length: number;
  readonly rowLength: number;
  private readonly first: number;
  private readonly second: number;
  private readonly third: number;

  constructor(
    axes: readonly string[],
    readonly sizes: Readonly<Record<string, number>>,
  ) {
    if (axes.length > MOST_AXES) throw new Error(`more axes than ${MOST_AXES}: ${axes.join(', ')}`);
    const product = (from: number) => axes.slice(from).reduce((all, axis) => all * sizes[axis]!, 1);
    const stride = (axis: number) => (axis < axes.length ? product(axis + 1) : 0);
    this.length = product(0);
    this.rowLength = sizes[axes.at(-1)!]!;
    this.first = stride(0);
    this.second = stride(1);
    this.third = stride(2);
  }

  at(first: number, second = 0, third = 0): number {
    return first * this.first + second * this.second + third * this.third;
  }

  /** Places that are left out are 0. */
  rowAt(first = 0, second = 0): number {
    return first * this.first + second * this.second;
  }
}

/** The shape of an array with such axes. @param sizes how many places each axis has */
export function shapeOf<const Axes extends readonly string[]>(
  axes: Axes,
  sizes: Readonly<Record<Axes[number], number>>,
): Shape<Axes> {
  return new Strides(axes, sizes) as unknown as Shape<Axes>;
}
