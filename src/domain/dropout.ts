/** Leaving a course or an activity before its end: competing hazards, one for each reason. */

import type { AttributeRatios } from './attributes.js';
import { dropoutReasons, households } from './names.js';
import type { Approach, Scenario } from './schema.js';
import { supportEffects } from './support.js';
import { constantFactor, hazard, type PersonalTransition } from './transition.js';

/** Rate per month at which a share of people has left after some months (exponential): -ln(1 - share) / months. */
export function rateOfShare(share: number, months: number): number {
  return -Math.log1p(-share) / months;
}

/** Who leaves more often for a reason than others. */
function ratiosOf(reason: (typeof dropoutReasons)[number], { effects }: Scenario): AttributeRatios {
  if (reason === 'health') return { mental_health_complaints: [1, effects.dropout_health] };
  if (reason === 'motivation') return {};
  const withChildren = households.map((household) =>
    household === 'single_parent' || household === 'couple_with_children' ? effects.dropout_family : 1,
  );
  return { household: withChildren, reunification_pending: [1, effects.dropout_family] };
}

/**
 * Transitions by which people leave `from` early, one for each reason. Hours above a person's capacity raise all of
 * them alike: whatever the reason, it weighs more on someone who has too much to do.
 *
 * @param rate hazard per month over all reasons, without overload, complaints or family burden
 */
export function dropoutTransitions(
  scenario: Scenario,
  approach: Approach,
  track: string,
  from: string,
  to: string,
  rate: number,
): PersonalTransition[] {
  const { effects } = scenario;
  const total = dropoutReasons.reduce((sum, reason) => sum + effects.dropout_reasons[reason], 0);
  return dropoutReasons.map((reason) =>
    hazard(track, from, to, [constantFactor((rate * effects.dropout_reasons[reason]) / total)], {
      reason,
      ratios: ratiosOf(reason, scenario),
      effects: [
        { kind: 'load', load: 'hours', logPerUnit: Math.log(effects.overload_dropout_per_hour) },
        ...supportEffects(scenario, approach, 'dropout'),
      ],
    }),
  );
}
