/** How the measures of an approach are read and added up: the same in nearly every draw. */

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
import { Recent } from '../../engine/recent.js';
import { concernedBy } from './person-sums.js';

/** The measures of an approach, and what follows from them. */
interface Readout {
  readonly measures: readonly PersonMeasure[];
  /** Those of the whole cohort. */
  readonly occupancy: readonly OccupancyMeasure[];
  readonly read: MeasureReader;
  /** For each measure of those concerned, the position of those concerned; else -1. */
  readonly overOf: Int32Array;
}

/** By identity of the measures, of a few approaches. To work them out for every draw takes 4 % more CPU time where cohorts are small. */
const readouts = new Recent<string, Readout>(24);

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
