/** What the approaches of a run come to in one measure, over all persons: by approach and draw, and against the reference. */

import { measureKey, type PersonMeasure } from '../domain/measures/measures.js';
import { boundsOf } from './estimates.js';
import { type Results, sumsOf } from './results.js';
import { boundsOfDifference } from './spread.js';
import { type EstimatedWithSpread, estimateMean, valuesOf } from './uncertainty.js';
import type { DrawValues } from './variances.js';

/** The measures of persons that all approaches have, in the order in which they are reported. */
export function sharedMeasures({ approaches }: Pick<Results, 'approaches'>): PersonMeasure[] {
  const [reference] = approaches;
  const own = reference!.measures.slice(0, reference!.personMeasures) as PersonMeasure[];
  return own.filter((measure) => approaches.every(({ position }) => position.has(measureKey(measure))));
}

const sumsAt = (results: Results, approach: number, key: string) =>
  sumsOf(results, approach, 0, results.approaches[approach]!.position.get(key)!);

/** Means of a measure in each draw: by approach, the reference first. */
export function valuesByApproach(results: Results, measure: PersonMeasure): DrawValues[] {
  const key = measureKey(measure);
  return results.approaches.map((_, approach) => valuesOf(sumsAt(results, approach, key)));
}

/** A measure of an approach by itself: its mean, MCSE and parameter interval. */
export function estimateOutcome(
  results: Results,
  approach: number,
  measure: PersonMeasure,
): EstimatedWithSpread {
  const own = sumsAt(results, approach, measureKey(measure));
  return estimateMean(own, undefined, boundsOf(results, measure, own));
}

/** The difference of an approach with the reference in a measure: its mean, MCSE and parameter interval. */
export function estimateDifference(
  results: Results,
  approach: number,
  measure: PersonMeasure,
): EstimatedWithSpread {
  const key = measureKey(measure);
  const [own, reference] = [sumsAt(results, approach, key), sumsAt(results, 0, key)];
  const bounds = boundsOfDifference(boundsOf(results, measure, own), boundsOf(results, measure, reference));
  return estimateMean(own, reference, bounds);
}
