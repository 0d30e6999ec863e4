/** From the asylum centre to a house in the municipality. */

import type { AttributeRatios } from './attributes/attributes.js';
import { households, origins } from './names.js';
import type { Scenario } from './schema.js';
import { afterLognormal, type PersonalTransition } from './transition.js';

/** From the asylum centre to a house: lognormal, with medians by origin. */
export function housingTransitions({ housing }: Scenario): PersonalTransition[] {
  const stretch: AttributeRatios = {
    origin: origins.map((origin) => housing.median_wait[origin] * housing.wait_ratio),
    household: households.map((household) => (household === 'single' ? housing.single_ratio : 1)),
  };
  const housed = [{ state: 'housed', probability: 1 }];
  return [afterLognormal('housing', 'centre', housed, 1, housing.sigma, { stretch })];
}
