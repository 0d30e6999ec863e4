/** How the measures of an approach are read and added up. This is the same in nearly every draw. */

import type { BuiltApproach } from '../../domain/approach.js';
import {
  approachMeasures,
  measuresIdentity,
  type OccupancyMeasure,
  occupancyMeasures,
  type PersonMeasure,
} from '../../domain/measures/measures.js';
import { createReader, type MeasureReader } from '../../domain/measures/reading.js';
import type { Scenario } from '../../domain/schema/scenario.js';
import { keptAtMost } from '../../engine/caches.js';
import { Recent } from '../../engine/recent.js';
import { concernedBy } from './person-sums.js';

/** The measures of an approach, and what follows from them. */
interface Readout {
  readonly measures: readonly PersonMeasure[];
  /** Those of the whole cohort. */
  readonly occupancy: readonly OccupancyMeasure[];
  readonly read: MeasureReader;
  /** For each measure over only some of the persons, the position of the measure that counts them; -1 for other measures. */
  readonly overOf: Int32Array;
}

/**
 * A cache by identity of the measures, for a few approaches. Computing the readout for every draw takes 4 % more CPU time with
 * small cohorts.
 */
const readouts = new Recent<string, Readout>(keptAtMost.readouts);

/** The readout of an approach. */
export function readoutOf(scenario: Scenario, built: BuiltApproach): Readout {
  return readouts.get(measuresIdentity(scenario, built), () => {
    const measures = approachMeasures(scenario, built);
    return {
      measures,
      occupancy: occupancyMeasures(scenario),
      read: createReader(measures.map(({ reading }) => reading)),
      overOf: concernedBy(measures),
    };
  });
}
