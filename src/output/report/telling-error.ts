/** When a difference is surely not 0, and the error by which it then is not printed as 0. */

import { printsAsZero } from '../number.js';

/** A difference with its 95 % interval over the parameters, as results or reports name its ends; NaN or undefined: none. */
export interface WithInterval {
  readonly unit: string;
  readonly estimate: number;
  readonly mcse: number;
  readonly low?: number;
  readonly high?: number;
  readonly parameterLow?: number;
  readonly parameterHigh?: number;
}

/** Normal quantile of a two-sided 95 % interval. */
export const TWO_SIDED_95 = 1.96;

/** The interval of a difference, with its estimate in it; undefined: it has none. */
export function knownInterval(row: WithInterval): readonly [low: number, high: number] | undefined {
  const [low, high] = [row.low ?? row.parameterLow, row.high ?? row.parameterHigh];
  if (low === undefined || high === undefined || Number.isNaN(low) || Number.isNaN(high)) return undefined;
  return [Math.min(low, row.estimate), Math.max(high, row.estimate)];
}

/**
 * The error by which a difference is printed so that it does not read 0: the place of the first digit of what of it and its interval is
 * nearest to 0, but no finer than its own error. Undefined: it may be 0 after all, or has no interval.
 */
export function tellingError(row: WithInterval): number | undefined {
  const { unit, estimate, mcse } = row;
  const [low, high] = [row.low ?? row.parameterLow, row.high ?? row.parameterHigh];
  if (low === undefined || high === undefined || !(low > 0 || high < 0)) return undefined;
  if (!Number.isFinite(high - low) || !(Math.abs(estimate) >= TWO_SIDED_95 * mcse)) return undefined;
  const scale = unit === 'share' ? 100 : 1;
  const nearest = Math.max(Math.min(...[estimate, low, high].map(Math.abs)), mcse) * scale;
  const error = 10 ** Math.floor(Math.log10(nearest)) / scale;
  // What a cell has no digits for is rounding.
  return printsAsZero(unit, estimate, error) ? undefined : error;
}
