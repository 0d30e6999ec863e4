/** How the measures of an approach are read and added up: the same in nearly every draw. */

import type { BuiltApproach } from '../../domain/approach.js';
import { approachMeasures, measuresIdentity, type PersonMeasure } from '../../domain/measures/measures.js';
import { createReader, type Reader } from '../../domain/measures/reading.js';
import type { Scenario } from '../../domain/schema.js';
import { concernedBy } from './person-sums.js';

/** The measures of an approach, and what follows from them. */
interface Readout {
  readonly measures: readonly PersonMeasure[];
  readonly read: Reader;
  /** For each measure of those concerned, the position of those concerned; else -1. */
  readonly overOf: Int32Array;
}

/** By identity of the measures; as few as there are kinds of approaches. */
const readouts = new Map<string, Readout>();

/** The readout of an approach. */
export function readoutOf(scenario: Scenario, built: BuiltApproach): Readout {
  const identity = measuresIdentity(scenario, built);
  const known = readouts.get(identity);
  if (known !== undefined) return known;
  const measures = approachMeasures(scenario, built);
  const readout = {
    measures,
    read: createReader(measures.map(({ reading }) => reading)),
    overOf: concernedBy(measures),
  };
  readouts.set(identity, readout);
  return readout;
}
