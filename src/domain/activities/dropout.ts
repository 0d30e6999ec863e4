/** Leaving a course or an activity before its end: competing hazards, one for each reason. */

import { ratioOfYes } from '../attributes/attribute.js';
import { type BurdenGroup, burdenGroups, type Candidates } from '../attributes/burden.js';
import { households } from '../attributes/household.js';
import type { AttributeRatios } from '../attributes/person.js';
import { asNow } from '../attributes/present.js';
import { constantFactor, hazard, type PersonalTransition } from '../life/transition.js';
import { dropoutReasons } from '../schema/names.js';
import type { Approach, Scenario } from '../schema/scenario.js';
import { ratioOfChildren } from './offers.js';
import { deterrenceOnDropout } from './sanction.js';
import { groupsSelected } from './selected-groups.js';
import { supportOnDropout } from './support.js';

type Reason = (typeof dropoutReasons)[number];

/** A fraction of the people taking part, and the factor on their rate of leaving. */
interface Part {
  readonly weight: number;
  readonly ratio: number;
}

/** The largest fraction of people that may leave; beyond it, rates would grow without bound. */
const NEARLY_ALL = 1 - 1e-9;

/**
 * Rate per month, before the ratio of each part, at which a share of all has left after some months: the root of
 * sum(weight * exp(-rate * ratio * months)) = 1 - share. The logarithm of that sum is convex in the rate (it is a
 * cumulant generating function), so Newton's steps from 0 approach the root from below and cannot pass it.
 *
 * @param parts weights add up to one; by default, one part at the rate itself: -ln(1 - share) / months
 */
export function rateOfShare(
  share: number,
  months: number,
  parts: readonly Part[] = [{ weight: 1, ratio: 1 }],
): number {
  const able = parts.filter(({ ratio, weight }) => ratio > 0 && weight > 0);
  const most = able.reduce((sum, { weight }) => sum + weight, 0) * NEARLY_ALL;
  if (share <= 0 || most <= 0) return 0;
  const target = Math.log1p(-Math.min(share, most));
  let rate = 0;
  for (;;) {
    let left = 0;
    let leaving = 0;
    for (const { ratio, weight } of able) {
      left -= weight * Math.expm1(-rate * ratio);
      leaving += weight * ratio * Math.exp(-rate * ratio);
    }
    const next = rate + ((Math.log1p(-left) - target) * (1 - left)) / leaving;
    if (!(next > rate * (1 + Number.EPSILON))) return rate / months;
    rate = next;
  }
}

/** How much more readily people of a group leave for a reason than those without a burden. */
function ratioOf(reason: Reason, { complaints, family }: BurdenGroup, { effects }: Scenario): number {
  if (reason === 'health') return complaints === 1 ? effects.dropout_health : 1;
  return reason === 'family' && family === 1 ? effects.dropout_family : 1;
}

/** The same by attribute. Children and pending reunification exclude each other, since only people alone wait for their family. */
function ratiosOf(reason: Reason, scenario: Scenario, approach: Approach): AttributeRatios {
  const { effects } = scenario;
  if (reason === 'health') return { mental_health_complaints: ratioOfYes(effects.dropout_health) };
  if (reason === 'motivation') return {};
  return {
    household: households.map(({ hasChildren }) => (hasChildren ? ratioOfChildren(scenario, approach) : 1)),
    reunification_pending: ratioOfYes(effects.dropout_family),
  };
}

/** The share of each reason in the rate of people without a burden, such that in the whole cohort the rates divide as stated. */
function reasonWeights(scenario: Scenario): Record<Reason, number> {
  const cohort = burdenGroups(scenario);
  const weightOf = (reason: Reason) => {
    const mean = cohort.reduce((sum, group) => sum + group.weight * ratioOf(reason, group, scenario), 0);
    return mean > 0 ? scenario.effects.dropout_reasons[reason] / mean : 0;
  };
  return { health: weightOf('health'), family: weightOf('family'), motivation: weightOf('motivation') };
}

/** The stated dropout: the share of the people taking part who leave within a number of months. */
interface Stated {
  readonly share: number;
  readonly months: number;
  /** Who may take part; undefined: everybody. */
  readonly who?: Candidates | undefined;
}

/**
 * Transitions by which people leave `from` early, one for each reason. The rates are chosen so that, without other causes of
 * leaving, the stated share of everyone who may take part leaves within the months, with the complaints and the household of the
 * permit: where these change, leaving follows those of the moment, and the share becomes another. Hours above a person's capacity come on top
 * and raise the rates of all reasons equally, since any reason weighs more on someone with too much to do. The support of other
 * activities lowers them, and so may a cut of the benefit.
 */
export function dropoutTransitions(
  scenario: Scenario,
  approach: Approach,
  track: string,
  from: string,
  to: string,
  { share, months, who }: Stated,
): PersonalTransition[] {
  const weights = reasonWeights(scenario);
  const parts = groupsSelected(scenario, who).map((group) => ({
    weight: group.weight,
    ratio: dropoutReasons.reduce(
      (sum, reason) => sum + weights[reason] * ratioOf(reason, group, scenario),
      0,
    ),
  }));
  const rate = rateOfShare(share, months, parts);
  return dropoutReasons.map((reason) => {
    const { ratios, effects } = asNow(scenario, ratiosOf(reason, scenario, approach));
    return {
      leaves: reason,
      ...hazard(track, from, to, [constantFactor(rate * weights[reason])], {
        reason,
        ratios,
        effects: [
          { kind: 'load', load: 'hours', logPerUnit: Math.log(scenario.effects.overload_dropout_per_hour) },
          ...supportOnDropout(scenario, approach, track),
          ...deterrenceOnDropout(scenario, approach, track),
          ...effects,
        ],
      }),
    };
  });
}
