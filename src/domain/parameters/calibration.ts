/** Which parameters are calibrated, and how they are carried: on a scale on which their prior is standard normal. */

import { normalCdf } from '../../engine/random/special.js';
import { attributesOf } from '../attributes/all.js';
import type { Attribute } from '../attributes/attribute.js';
import { regimeOf } from '../regimes/find.js';
import type { ScenarioTree } from '../schema/scenario.js';
import { listParameters } from './draw.js';
import { type AnnotatedQuantity, isAnnotated, type Parameter } from './quantity.js';
import { quantileOfQuantity } from './uncertainty.js';

/** A parameter with a range. */
export interface UncertainParameter extends Parameter {
  readonly quantity: AnnotatedQuantity;
}

/** The shares in profiles that have a default: assumptions that stand until a scenario states them. */
function sharesWithDefault(attributes: readonly Attribute[]): string[] {
  return attributes.flatMap(({ profile = {} }) =>
    Object.entries(profile).flatMap(([name, stated]) => (stated.default === undefined ? [] : [name])),
  );
}

/**
 * Whether a parameter affects the lives of a cohort under the reference approach. Money, sanctions, the effects of activities and
 * shares with a default are left out, since no target says anything about them.
 */
function isCalibrated(path: string, { reference, regime }: ScenarioTree): boolean {
  const { attributes, calibrated } = regimeOf({ regime });
  const { moves, leaves } = calibrated;
  const [section, composition, , share] = path.split('.');
  if (section === 'cohort' && composition === 'composition') {
    return !sharesWithDefault(attributesOf([], attributes)).includes(share!);
  }
  const cohort = ['cohort.capacity.', 'cohort.never_leaving', 'health.', 'family.'];
  const sections = [...cohort, 'housing.', 'language.'];
  const more = [...moves, 'income.', 'effects.dropout_', 'effects.overload_', `approaches.${reference}.`];
  const not = [...leaves, 'income.part_time_benefit', 'income.pay'];
  const starts = (prefix: string) => path.startsWith(prefix);
  return [...sections, ...more].some(starts) && !not.some(starts);
}

function hasRange({ low, high, distribution, tie, choice }: AnnotatedQuantity): boolean {
  const isOwn = tie === undefined && choice === undefined;
  return isOwn && distribution !== 'fixed' && low !== undefined && high !== undefined && high > low;
}

/** The parameters of a scenario that a calibration moves, in the order of the file. */
export function calibratedParameters(tree: ScenarioTree): UncertainParameter[] {
  return listParameters(tree).filter(
    (parameter): parameter is UncertainParameter =>
      isCalibrated(parameter.path, tree) && isAnnotated(parameter.quantity) && hasRange(parameter.quantity),
  );
}

/** Probabilities are kept off 0 and 1 by this much. */
const EDGE = 1e-12;

/** Value of a parameter at a point of the standard normal scale: its quantile at the normal probability. */
export function valueAtDeviate({ quantity }: UncertainParameter, deviate: number): number {
  return quantileOfQuantity(quantity, Math.min(1 - EDGE, Math.max(EDGE, normalCdf(deviate))));
}
