/** Rounds parts of a total before and after, so that both add up as printed and what lies between them is told as well as can be. */

import { clean, SAME } from './round-to.js';
import { asSteps, costOf, costOfChange } from './ways.js';

/** Two totals, or what is printed of a part of both: before and after. */
type Pair = readonly [before: number, after: number];

/** What is printed of parts so far, as multiples of the step, and what it costs. */
interface Split {
  readonly multiples: readonly Pair[];
  readonly cost: number;
}

/** What it costs to print a part, or what it changes by, a step or more off: more than all else, and a part most of all. */
const FAR = { part: 1e6, change: 1e3 };

/** The multiples around a number of steps, and so many more on either side. */
function around(value: number, more: number): number[] {
  const [first, last] = [Math.floor(value) - more, Math.ceil(value) + more];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

const isFar = (multiple: number, value: number): boolean => Math.abs(multiple - value) >= 1 - SAME;

/** What it costs to print a part so, before and after. */
function costOfPart([before, after]: Pair, [held, changed]: Pair): number {
  const [change, gain] = [after - before, changed - held];
  return (
    costOf(before, held) +
    costOf(after, changed) +
    costOfChange(change, gain) +
    (isFar(before, held) ? FAR.part : 0) +
    (isFar(after, changed) ? FAR.part : 0) +
    (isFar(change, gain) ? FAR.change : 0)
  );
}

/** Of the ways to print parts whose multiples add up to the totals that which costs least; undefined: there is none. */
function cheapestSplit(totals: Pair, parts: readonly Pair[], more: number): readonly Pair[] | undefined {
  let splits = new Map<string, Split>([['0,0', { multiples: [], cost: 0 }]]);
  for (const part of parts) {
    const next = new Map<string, Split>();
    for (const [sums, { multiples, cost }] of splits) {
      const [sumBefore, sumAfter] = sums.split(',').map(Number) as [number, number];
      for (const before of around(part[0], more))
        for (const after of around(part[1], more)) {
          const key = `${sumBefore + before},${sumAfter + after}`;
          const all = cost + costOfPart([before, after], part);
          if (!(all >= (next.get(key)?.cost ?? Number.POSITIVE_INFINITY) - SAME))
            next.set(key, { multiples: [...multiples, [before, after]], cost: all });
        }
    }
    splits = next;
  }
  return splits.get(totals.join(','))?.multiples;
}

/**
 * Parts of a total before and after as multiples of a step that add up to the totals as printed: of the ways to do so that with the least
 * sum of distances, of the parts and of what each changes by. A part is less than a step from itself where the totals are those of the
 * parts, or as printed about that; parts that do not add up to them are printed as they are.
 */
export function splitParts(totals: Pair, parts: readonly Pair[], step: number): Pair[] {
  const inSteps = parts.map(([before, after]): Pair => [asSteps(before, step), asSteps(after, step)]);
  const [first, last] = totals.map((total) => Math.round(total / step) + 0) as [number, number];
  // A single part may be as far off as the total is.
  const split =
    cheapestSplit([first, last], inSteps, 0) ??
    cheapestSplit([first, last], inSteps, 1) ??
    inSteps.map(([before, after]): Pair => [Math.round(before), Math.round(after)]);
  return split.map(([before, after]) => [clean(before * step), clean(after * step)]);
}
