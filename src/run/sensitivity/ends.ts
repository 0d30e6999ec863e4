/** Each uncertain number of a scenario by itself, at both ends of its range. */

import type { Results } from '../../analysis/results.js';
import { measureKey, type PersonMeasure } from '../../domain/measures/measures.js';
import type { Input } from '../../domain/parameters/inputs.js';
import { GROUPS } from '../../scenario/inherit/meant-changes.js';
import type { Places, PointMeans, PointValues } from '../../simulation/points/points-run.js';
import type { Task } from '../../simulation/task.js';
import type { Subject } from './subject.js';

/** Ends of an input at which it is looked at by itself. */
export const [LOW, HIGH] = [0.025, 0.975];

/**
 * The two points of every input, in their order; before them the one where all are at their central values. What is used under one answer to
 * an open question is looked at under that.
 */
export function pointsAtEnds(inputs: readonly Input[]): PointValues[] {
  return [
    {},
    ...inputs.flatMap(({ path, at, given }) => [LOW, HIGH].map((p) => ({ ...given, [path]: at(p) }))),
  ];
}

/** Where a measure stands among those of each approach. */
export function placesOf({ approaches }: Pick<Results, 'approaches'>, measure: PersonMeasure): Places {
  const placesAt = (name: string) => approaches.map(({ position }) => position.get(name)!);
  const { over } = measure;
  return { measure: placesAt(measureKey(measure)), ...(over === undefined ? {} : { over: placesAt(over) }) };
}

/** How what is analysed is read from the means at a point. */
export function readerOf(results: Results, { approach, isOwn }: Subject, measure: PersonMeasure) {
  const places = placesOf(results, measure);
  const meanOf = (means: PointMeans, a: number) => {
    const mean = means[a]![places.measure[a]!]!;
    return places.over === undefined ? mean : mean / means[a]![places.over[a]!]!;
  };
  return (means: PointMeans) => meanOf(means, approach) - (isOwn ? 0 : meanOf(means, 0));
}

/** Whether an input moves no measure of any of some approaches, from its low to its high point: it is used by none of them. */
export function isIdle(atLow: PointMeans, atHigh: PointMeans, approaches: readonly number[]): boolean {
  return approaches.every((a) => atLow[a]!.every((mean, m) => Object.is(mean, atHigh[a]![m]!)));
}

/** The paths of the numbers that go together, by name of their group. */
export function namedGroups({ groups = {} }: Task['tree']): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(groups).map(([name, { numbers }]) => [`${GROUPS}.${name}`, numbers]),
  );
}
