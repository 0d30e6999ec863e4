/** Differences between two runs of one and the same people, draw by draw. */

import { ANY, type Bounds } from './spread.js';
import { estimateMean, type Sums } from './uncertainty.js';

/** A difference between two runs: of one approach, or of how far it is from its reference. */
export interface VariantDifference {
  readonly estimate: number;
  readonly mcse: number;
  readonly parameterLow: number;
  readonly parameterHigh: number;
}

function boundsFor(unit: string): Bounds {
  return unit === 'share' ? { low: -1, high: 1 } : ANY;
}

/** What both sides of a mean have in common: who is counted, by draw and half. */
export function areOfSamePersons(one: Sums, other: Sums): boolean {
  return one.of.length === other.of.length && one.of.every((persons, i) => persons === other.of[i]);
}

/** The mean of one run minus that of another, whose draws and persons have the same random numbers. */
export function pairedDifference(own: Sums, other: Sums, unit: string): VariantDifference {
  const { estimate, mcse, low, high } = estimateMean(own, other, boundsFor(unit));
  return { estimate, mcse, parameterLow: low, parameterHigh: high };
}

/** How far a measure of all persons is from that of the reference, as sums that can be compared with those of another run. */
export function contrastOf(own: Sums, reference: Sums): Sums {
  return { counted: own.counted.map((sum, i) => sum - reference.counted[i]!), of: own.of };
}

/** The difference of two means of separate runs: only its MCSE is known, and no interval over the parameters. */
export function separateDifference(
  own: { readonly estimate: number; readonly mcse: number },
  other: { readonly estimate: number; readonly mcse: number },
): VariantDifference {
  return {
    estimate: own.estimate - other.estimate,
    mcse: Math.hypot(own.mcse, other.mcse),
    parameterLow: Number.NaN,
    parameterHigh: Number.NaN,
  };
}
