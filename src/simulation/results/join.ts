/** Puts units of one parameter draw together. */

import { checkLayout } from './layout.js';
import { type ApproachDraw, type DrawResult, type Task, TIME_SAMPLE, unitsOf } from '../task.js';

function append(left: Float64Array, right: Float64Array): Float64Array {
  const whole = new Float64Array(left.length + right.length);
  whole.set(left);
  whole.set(right, left.length);
  return whole;
}

function addUp<Sums extends Float64Array | Uint32Array>(left: Sums, right: Sums): Sums {
  const sums = left.slice() as Sums;
  for (let i = 0; i < sums.length; i++) sums[i]! += right[i]!;
  return sums;
}

function joinApproaches(left: ApproachDraw, right: ApproachDraw): ApproachDraw {
  return {
    means: append(left.means, right.means),
    totals: addUp(left.totals, right.totals),
    quartiles: append(left.quartiles, right.quartiles),
    timeCounts: addUp(left.timeCounts, right.timeCounts),
    timeSample: left.timeSample.map((times, g) =>
      append(times, right.timeSample[g]!.subarray(0, TIME_SAMPLE - times.length)),
    ),
    squares: addUp(left.squares, right.squares),
    products: addUp(left.products, right.products),
    crossProducts: addUp(left.crossProducts, right.crossProducts),
    occupancy: addUp(left.occupancy, right.occupancy),
    reached: addUp(left.reached, right.reached),
    nominalByYear: addUp(left.nominalByYear, right.nominalByYear),
    discountedByYear: addUp(left.discountedByYear, right.discountedByYear),
    costSquares: addUp(left.costSquares, right.costSquares),
    occupancyDifferenceSquares: addUp(left.occupancyDifferenceSquares, right.occupancyDifferenceSquares),
  };
}

/** A draw of which only the first replications are kept one by one. */
export function keepFirst(draw: DrawResult, count: number): DrawResult {
  if (draw.kept <= count) return draw;
  const first = (values: Float64Array) => values.slice(0, (values.length / draw.kept) * count);
  return {
    ...draw,
    kept: count,
    approaches: draw.approaches.map((own) => ({
      ...own,
      means: first(own.means),
      quartiles: first(own.quartiles),
    })),
  };
}

/** Joins a draw as far as it has come with its next unit. @throws LayoutMismatch where they are laid out differently */
export function joinUnits(left: DrawResult, right: DrawResult): DrawResult {
  checkLayout(left.layout, right);
  return {
    draw: left.draw,
    layout: left.layout,
    size: left.size,
    leafPersons: addUp(left.leafPersons, right.leafPersons),
    replications: left.replications + right.replications,
    kept: left.kept + right.kept,
    batches: addUp(left.batches, right.batches),
    approaches: left.approaches.map((own, a) => joinApproaches(own, right.approaches[a]!)),
    persons: [...left.persons, ...right.persons],
  };
}

/** Gathers the units of a task, in their order, into its draws. */
export function collectDraws(task: Task): {
  readonly all: readonly DrawResult[];
  add(part: DrawResult): void;
} {
  const all: DrawResult[] = [];
  const perDraw = unitsOf(task).length / task.draws;
  let draw: DrawResult | undefined;
  let parts = 0;
  return {
    all,
    add(part) {
      draw = draw === undefined ? part : joinUnits(draw, part);
      parts += 1;
      if (parts < perDraw) return;
      all.push(draw);
      draw = undefined;
      parts = 0;
    },
  };
}
