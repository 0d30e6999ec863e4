/** Differences between two runs of one and the same people, draw by draw. */

import { ANY, type Bounds } from './spread.js';
import { estimateMean, ROUNDING, type Sums } from './uncertainty.js';

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

/** A measure of all persons in a run under an approach and under its reference. */
export interface Contrasted {
  readonly own: Sums;
  readonly reference: Sums;
}

/** What a measure differs by from the reference in one run minus the same in another; what is no more than rounding is nothing. */
export function pairedContrast(after: Contrasted, before: Contrasted, unit: string): VariantDifference {
  const counted = [after, before].map(({ own, reference }) =>
    own.counted.map((sum, i) => sum - reference.counted[i]!),
  );
  const all = [after, before].flatMap(({ own, reference }) => [own.counted, reference.counted]);
  const isSame = (sum: number, i: number) =>
    Math.abs(sum - counted[1]![i]!) <= ROUNDING * Math.max(...all.map((sums) => Math.abs(sums[i]!)));
  return pairedDifference(
    { counted: counted[0]!.map((sum, i) => (isSame(sum, i) ? counted[1]![i]! : sum)), of: after.own.of },
    { counted: counted[1]!, of: before.own.of },
    unit,
  );
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
