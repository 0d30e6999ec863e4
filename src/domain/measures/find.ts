/** The measures of results, whichever law these were made under: for those who read them. */

import { keptAtMost } from '../../engine/caches.js';
import { Recent } from '../../engine/recent.js';
import { regimes } from '../regimes/all.js';
import { measuresUnder } from './all.js';
import type { Measure } from './measure.js';

/** All measures that approaches with such activities have. */
export function allMeasures(activities: readonly string[] = []): Measure[] {
  return measuresUnder(regimes, activities);
}

/** By name: tables that are read back ask for one in every row. */
const byName = new Recent<string, ReadonlyMap<string, Measure>>(keptAtMost.measuresByName);

/** The measure of that name; undefined where no approach with such activities has one. */
export function findMeasure(name: string, activities: readonly string[] = []): Measure | undefined {
  const measures = byName.get(
    activities.join(),
    () => new Map(allMeasures(activities).map((measure) => [measure.name, measure])),
  );
  return measures.get(name);
}
