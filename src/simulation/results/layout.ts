/**
 * The entries of the axes of a result's arrays. A digest of them is stored with the sums, so that sums with another layout are
 * never read or added.
 */

import type { BuiltApproach } from '../../domain/approach.js';
import { measureKey } from '../../domain/measures/measures.js';
import { costBookings } from '../../domain/measures/rewards.js';
import { type ApproachShapes, approachArrays, BINS_PER_MONTH, cohortArrays, QUARTILES } from './arrays.js';
import { areShaped, type Sizes, shapesOf } from './declared.js';
import { digestOf } from './digest.js';
import type { DrawResult } from './draw-result.js';
import { batchPlaceCount, leafCount } from './leaves.js';

/** The axes whose places are the same in every unit of a run. */
type Axis = Exclude<keyof Sizes<typeof approachArrays>, 'replication'>;

/** The entries of the axes of one approach: names, or the number of places. */
export type Axes = Readonly<Record<Axis, readonly unknown[] | number>>;

/** The axes of an approach. @param measures those of persons @param occupancy those of the whole cohort */
export function axesOf(
  { model, rewards }: Pick<BuiltApproach, 'model' | 'rewards'>,
  measures: readonly { name: string; month?: number }[],
  occupancy: readonly { name: string; month: number }[],
  groups: readonly string[],
): Axes {
  const personMeasure = measures.map(measureKey);
  const occupancyMeasure = occupancy.map(measureKey);
  const months = model.horizonMonths + 1;
  const leaves = leafCount(groups.length);
  return {
    group: groups,
    leaf: leaves,
    batchPlace: batchPlaceCount(leaves),
    measure: [...personMeasure, ...occupancyMeasure],
    personMeasure,
    occupancyMeasure,
    whoseMeasure: ['own', 'reference'],
    quartile: QUARTILES,
    bin: months * BINS_PER_MONTH + 1,
    state: model.tracks.flatMap(({ name, states }) => states.map((state) => [name, state])),
    month: months,
    milestone: model.milestones.map(({ name }) => name),
    reward: rewards.map(({ role, reward }) => [reward.name, role]),
    booking: costBookings(rewards),
    year: model.periods,
  };
}

/** The number of places along the axes. @param kept replications that are kept separately */
export function sizesOf(axes: Axes, kept: number): Sizes<typeof approachArrays> {
  const sizes = Object.entries(axes).map(([axis, places]) => [
    axis,
    typeof places === 'number' ? places : places.length,
  ]);
  return { ...Object.fromEntries(sizes), replication: kept };
}

/** The shapes of an approach's arrays; they do not depend on the number of replications kept. */
export function approachShapes(axes: Axes): ApproachShapes {
  return shapesOf(approachArrays, sizesOf(axes, 0));
}

/** Digest of the layout of a result: the names of its approaches in order, with the entries of their axes. */
export function layoutOf(approaches: readonly (readonly [name: string, axes: Axes])[]): string {
  return digestOf(JSON.stringify([approachArrays, cohortArrays, approaches]));
}

/** Thrown for results with another layout than their reader expects. */
export class LayoutMismatch extends Error {
  readonly code = 'ERR_RESULT_LAYOUT';

  constructor(draw: number) {
    super(`the results of parameter draw ${draw} are laid out otherwise than those they belong to`);
  }
}

/** @throws LayoutMismatch where a result has another layout */
export function checkLayout(layout: string, result: Pick<DrawResult, 'draw' | 'layout'>): void {
  if (result.layout !== layout) throw new LayoutMismatch(result.draw);
}

/** @throws LayoutMismatch where a result has another layout, or arrays of other lengths than the layout gives */
export function checkArrays(
  approaches: readonly (readonly [name: string, axes: Axes])[],
  results: readonly DrawResult[],
): void {
  const layout = layoutOf(approaches);
  for (const result of results) {
    checkLayout(layout, result);
    const { leafPersons, batches, kept } = result;
    const isShaped = approaches.every(([, axes], a) => {
      const sizes = sizesOf(axes, kept);
      return (
        areShaped(approachArrays, sizes, result.approaches[a]!) &&
        areShaped(cohortArrays, sizes, { leafPersons, batches })
      );
    });
    if (!isShaped) throw new LayoutMismatch(result.draw);
  }
}
