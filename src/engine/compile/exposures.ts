/** Prepares exposures for counting. */

import type { Exposure } from '../model/model.js';
import type { CompiledCondition } from './condition.js';

/** The part of an exposure that does not depend on the model's numbers; `load`: the one that slows it, -1 for none. */
export interface ExposureFrame {
  readonly when: CompiledCondition;
  readonly load: number;
}

export interface CompiledExposure extends ExposureFrame {
  readonly capMonths: number;
  readonly perUnit: number;
  readonly atLeast: number;
}

/** Adds an exposure's numbers to its frame. */
export function compileExposure(
  { capMonths, slowed }: Exposure,
  { when, load }: ExposureFrame,
): CompiledExposure {
  return { when, load, capMonths, perUnit: slowed?.perUnit ?? 0, atLeast: slowed?.atLeast ?? 0 };
}
