/** From the asylum centre to a house in the municipality. */

import { households } from '../attributes/household.js';
import type { AttributeRatios } from '../attributes/person.js';
import type { Scenario } from '../schema/scenario.js';
import { afterLognormal, type PersonalTransition } from './transition.js';

/** From the asylum centre to a house: lognormal, with medians by origin. */
export function housingTransitions({ origins, housing }: Scenario): PersonalTransition[] {
  const { single_ratio: single, family_ratio: family = 1 } = housing;
  const stretch: AttributeRatios = {
    origin: origins.map(({ name }) => housing.median_wait[name]! * housing.wait_ratio),
    household: households.map(({ livesAlone, hasChildren }) =>
      livesAlone ? single : hasChildren ? family : 1,
    ),
  };
  const housed = [{ state: 'housed', probability: 1 }];
  return [afterLognormal('housing', 'centre', housed, 1, housing.sigma, { stretch })];
}
