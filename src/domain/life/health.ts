/** Mental health complaints that begin and end. */

import { supportEffects } from '../activities/support.js';
import { healthTrack } from '../attributes/present.js';
import type { Approach, Scenario } from '../schema/scenario.js';
import { constantFactor, hazard, type PersonalTransition, stateRatio } from './transition.js';

/** Onset, faster while idle, and recovery, faster in activities that act on health; none where complaints are for life. */
export function healthTransitions(scenario: Scenario, approach: Approach): PersonalTransition[] {
  const { health } = scenario;
  if (health === undefined) return [];
  const { name } = healthTrack;
  return [
    hazard(name, 'well', 'complaints', [constantFactor(health.onset)], {
      effects: [stateRatio('engagement', 'idle', health.idle_onset)],
    }),
    hazard(name, 'complaints', 'well', [constantFactor(health.recovery)], {
      effects: supportEffects(scenario, approach, 'health'),
    }),
  ];
}
