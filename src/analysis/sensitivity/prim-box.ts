/** Boxes of inputs: their limits, the rows inside, and what can be peeled off. */

/** An input by row: numbers, or codes of categories. */
export interface PrimInput {
  readonly name: string;
  /** Numbers; of an input with categories the position of each among these. */
  readonly values: ArrayLike<number>;
  readonly categories?: readonly string[];
}

/** Limits by input. */
export interface Limits {
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Categories that lie outside. */
  readonly without: readonly ReadonlySet<number>[];
}

export interface Box {
  readonly limits: Limits;
  /** Rows inside. */
  readonly rows: readonly number[];
}

export function noLimits(inputs: readonly PrimInput[]): Limits {
  return {
    low: new Float64Array(inputs.length).fill(Number.NEGATIVE_INFINITY),
    high: new Float64Array(inputs.length).fill(Number.POSITIVE_INFINITY),
    without: inputs.map(() => new Set<number>()),
  };
}

export function isLimited({ low, high, without }: Limits, place: number): boolean {
  return Number.isFinite(low[place]) || Number.isFinite(high[place]) || without[place]!.size > 0;
}

/** A copy of limits, without those of an input, or that on one side. */
export function withoutLimit(limits: Limits, place: number, side?: 'low' | 'high'): Limits {
  const open = { low: limits.low.slice(), high: limits.high.slice(), without: [...limits.without] };
  if (side !== 'high') open.low[place] = Number.NEGATIVE_INFINITY;
  if (side !== 'low') open.high[place] = Number.POSITIVE_INFINITY;
  if (side === undefined) open.without[place] = new Set();
  return open;
}

/** Rows inside limits. */
export function insideOf(inputs: readonly PrimInput[], { low, high, without }: Limits): number[] {
  const limited = inputs.flatMap((_, place) => (isLimited({ low, high, without }, place) ? [place] : []));
  const rows: number[] = [];
  for (let row = 0; row < (inputs[0]?.values.length ?? 0); row++) {
    const isInside = limited.every((place) => {
      const value = inputs[place]!.values[row]!;
      return value >= low[place]! && value <= high[place]! && !without[place]!.has(value);
    });
    if (isInside) rows.push(row);
  }
  return rows;
}

/** What a peel leaves, and the rows that it takes. */
export interface Peel {
  readonly limits: Limits;
  readonly taken: readonly number[];
}

/** The limits in whose middle between two values a side of an input ends. */
function limitedAt(limits: Limits, place: number, side: 'low' | 'high', at: number): Limits {
  const narrow = { ...limits, [side]: limits[side].slice() };
  narrow[side][place] = at;
  return narrow;
}

/**
 * What can be peeled off at an input: so many rows (at least one, and all that are equal to the last of them) at the low or at the high
 * side; of categories each one.
 */
export function faceOf({ values, categories }: PrimInput, place: number, box: Box, count: number): Peel[] {
  if (categories !== undefined) {
    const present = [...new Set(box.rows.map((row) => values[row]!))];
    return present.map((code) => {
      const without = [...box.limits.without];
      without[place] = new Set([...without[place]!, code]);
      return { limits: { ...box.limits, without }, taken: box.rows.filter((row) => values[row] === code) };
    });
  }
  const sorted = Float64Array.from(box.rows, (row) => values[row]!).sort();
  const n = sorted.length;
  const least = Math.max(1, count);
  const peels: Peel[] = [];
  const [last, first] = [sorted[least - 1]!, sorted[n - least]!];
  const above = sorted.find((value) => value > last);
  if (above !== undefined)
    peels.push({
      limits: limitedAt(box.limits, place, 'low', (last + above) / 2),
      taken: box.rows.filter((row) => values[row]! <= last),
    });
  const below = sorted.findLast((value) => value < first);
  if (below !== undefined)
    peels.push({
      limits: limitedAt(box.limits, place, 'high', (first + below) / 2),
      taken: box.rows.filter((row) => values[row]! >= first),
    });
  return peels;
}
