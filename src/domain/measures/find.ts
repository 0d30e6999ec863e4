/** The measures of results, whichever law these were made under: for those who read them. */

import { regimes } from '../regimes/all.js';
import { measuresUnder } from './all.js';
import type { Measure } from './measure.js';

/** All measures that approaches with such activities have. */
export function allMeasures(activities: readonly string[] = []): Measure[] {
  return measuresUnder(regimes, activities);
}

/** The measure of that name; undefined where no approach with such activities has one. */
export function findMeasure(name: string, activities: readonly string[] = []): Measure | undefined {
  return allMeasures(activities).find((measure) => measure.name === name);
}
