/** Whether a difference has a sign that can be told, and what follows for the question whether an approach pays. */

import { bijstandShare } from '../../domain/measures/income.js';
import { decisive } from '../../domain/measures/money.js';
import { EVIDENCE } from '../evidence.js';
import { findRow, type ResultRow, type RunData } from './run-data.js';
import { isPrintedAsZero, type Said } from './speech.js';
import { TWO_SIDED_95 } from './telling-error.js';

export type Sign = 'positive' | 'negative' | 'zero' | 'includesZero' | 'noiseOnly' | 'noInterval';

/**
 * The sign of a difference, told only when the 95 % interval over the parameters excludes zero and the estimate is
 * larger than the Monte Carlo noise (1.96 MCSE) and than the error by which it is printed: what is printed as zero has no sign. `zero`:
 * there is no difference, in any draw.
 */
export function signOf(row: Said): Sign {
  const { estimate, mcse, low, high } = row;
  if (!Number.isFinite(low) || !Number.isFinite(high)) return 'noInterval';
  if (estimate === 0 && low === 0 && high === 0) return 'zero';
  if (low <= 0 && high >= 0) return 'includesZero';
  if (isPrintedAsZero(row) || (mcse > 0 && Math.abs(estimate) < TWO_SIDED_95 * mcse)) return 'noiseOnly';
  return estimate > 0 ? 'positive' : 'negative';
}

/** Whether chance in the lives hides what a difference is: it has no interval, or is no more than that chance. */
export function isHidden(row: Said): boolean {
  const sign = signOf(row);
  return sign === 'noInterval' || sign === 'noiseOnly';
}

/**
 * The share of cohorts that do better, where there is a difference at all, and it can be told from chance: of an exact 0 in every life
 * the ties make a half, which says nothing. NaN: nothing is known, or there is no difference.
 */
export function toldProbability(row: Said & { readonly probabilityBetter?: number }): number {
  const isNone = row.estimate === 0 && row.mcse === 0;
  return isNone || isHidden(row) ? Number.NaN : (row.probabilityBetter ?? Number.NaN);
}

export type Verdict = 'pays' | 'not' | 'same' | 'unsure' | 'noInterval';

/** The difference in discounted net balance between an approach and the reference. */
export function balanceOf(run: RunData, approach: string): ResultRow | undefined {
  return findRow(run.differences, approach, decisive.name);
}

/** Whether chance hides what the balance of an approach differs by; then it hides as well how likely that is to be earned back. */
export function isBalanceHidden(run: RunData, approach: string): boolean {
  const balance = balanceOf(run, approach);
  return balance !== undefined && isHidden(balance);
}

/** Whether an approach pays, by the sign of its difference in discounted net balance; undefined: no such row. */
export function verdictOf(balance: Said | undefined): Verdict | undefined {
  if (balance === undefined || !Number.isFinite(balance.estimate)) return undefined;
  const sign = signOf(balance);
  if (sign === 'positive') return 'pays';
  if (sign === 'negative') return 'not';
  if (sign === 'zero') return 'same';
  return sign === 'noInterval' ? 'noInterval' : 'unsure';
}

export type Evidence = 'plausible' | 'above' | 'outside' | 'negative';

/**
 * Compares a gain off bijstand at year 5 (a share) with the literature: 0 to 5 percentage points is what the Swiss, Danish,
 * Swedish, Rotterdam and Dutch trial studies make plausible; above 8 lies outside the evidence.
 */
export function weighGain(gain: number): Evidence {
  if (gain < 0) return 'negative';
  if (gain <= EVIDENCE.plausible) return 'plausible';
  return gain <= EVIDENCE.outside ? 'above' : 'outside';
}

/** The difference in the share on bijstand at month 60. */
export function gainRow(run: RunData, approach: string): ResultRow | undefined {
  return findRow(run.differences, approach, bijstandShare.name, 60);
}
