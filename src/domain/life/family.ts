/** The arrival of a family that somebody waits for at the permit. */

import { familyTrack } from '../attributes/present.js';
import type { Scenario } from '../schema/scenario.js';
import { afterLognormal, gate, inState, type PersonalTransition } from './transition.js';

/** Condition that a person is one of a couple now. Of people who waited for their family: that it has come. */
const isCoupleNow = inState(familyTrack.name, 'couple', 'couple_with_children');

/**
 * The family arrives: a partner, with children or without. From then on the person has half a couple's norm; of 18 to 20 years the
 * norm stays that of the age, and what children add to it is booked with what the partner gets.
 */
export function familyTransitions({ origins, family }: Scenario): PersonalTransition[] {
  if (family === undefined) return [];
  const arrived = [
    { state: 'couple', probability: 1 - family.with_children },
    { state: 'couple_with_children', probability: family.with_children },
  ];
  const stretch = { origin: origins.map(({ name }) => family.median_arrival[name]!) };
  return [
    afterLognormal(familyTrack.name, 'waiting', arrived, 1, family.sigma, { stretch }),
    ...['single', 'sharing_21_26', 'sharing'].map((from) => gate('norm', from, 'couple', isCoupleNow)),
  ];
}
