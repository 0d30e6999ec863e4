/**
 * The maatregel, a cut of the benefit, and what it does to those whom it threatens or hits. Whoever has bijstand has to work on
 * getting out of it, whatever the approach (Participatiewet, article 9): `base_hazard`. In mandatory activities absence is noticed
 * as well: `hazard` comes on top. `deterrence` lowers leaving while a cut can follow in that way, and leaving and further cuts
 * after a cut.
 */

import type { Condition, Effect, Track } from '../../engine/model/model.js';
import {
  after,
  constantFactor,
  gate,
  hazard,
  inState,
  type PersonalTransition,
  stateRatio,
} from '../life/transition.js';
import { SUPPORT } from '../schema/names.js';
import type { Approach, Scenario } from '../schema/scenario.js';

const onBijstand = inState('income', 'bijstand', 'bijstand_part_time');

/** Whether a person has to take part in an activity of the approach now, or the benefit is cut. */
const OBLIGED = `${SUPPORT}obliged`;

/** Whether a person's benefit is cut, or was until recently. */
const DETERRED = `${SUPPORT}deterred`;

/** Condition that a person on bijstand takes part in an activity in which people on bijstand have to. */
function obligedNow({ activities }: Approach): Condition {
  const mandatory = Object.entries(activities)
    .filter(([, activity]) => activity.mandatory)
    .map(([name]) => inState(name, 'taking_part'));
  return { all: [onBijstand, { any: mandatory }] };
}

/** Cuts of the benefit: of anybody on bijstand, where the scenario has that, and for absence from a mandatory activity. */
export function sanctionTransitions(scenario: Scenario, approach: Approach): PersonalTransition[] {
  const { sanction } = scenario;
  const again = deterred(scenario);
  return [
    hazard('sanction', 'none', 'cut', [constantFactor(sanction.hazard)], {
      when: obligedNow(approach),
      effects: [{ kind: 'load', load: 'hours', logPerUnit: Math.log(sanction.overload_per_hour) }, ...again],
    }),
    ...(sanction.base_hazard === undefined
      ? []
      : [
          hazard('sanction', 'none', 'cut', [constantFactor(sanction.base_hazard)], {
            reason: 'general duty',
            when: onBijstand,
            effects: again,
          }),
        ]),
    after('sanction', 'cut', 'none', sanction.months),
  ];
}

/** The tracks of deterrence; none where the scenario has none. */
export function deterrenceTracks({ sanction }: Scenario): Track[] {
  if (sanction.deterrence === undefined) return [];
  return [
    { name: OBLIGED, states: ['no', 'yes'] },
    { name: DETERRED, states: ['no', 'cut', 'after'] },
  ];
}

/** Gates and times that keep them. */
export function deterrenceTransitions({ sanction }: Scenario, approach: Approach): PersonalTransition[] {
  const { deterrence } = sanction;
  if (deterrence === undefined) return [];
  const obliged = obligedNow(approach);
  const cut = inState('sanction', 'cut');
  return [
    gate(OBLIGED, 'no', 'yes', obliged),
    gate(OBLIGED, 'yes', 'no', { not: obliged }),
    gate(DETERRED, 'no', 'cut', cut),
    gate(DETERRED, 'cut', 'after', inState('sanction', 'none')),
    gate(DETERRED, 'after', 'cut', cut),
    after(DETERRED, 'after', 'no', deterrence.months),
  ];
}

/** Hazard ratios of somebody who is being deterred by a cut, or was recently. */
function deterred({ sanction: { deterrence } }: Scenario): Effect[] {
  if (deterrence === undefined) return [];
  return ['cut', 'after'].map((state) => stateRatio(DETERRED, state, deterrence.after_cut));
}

/**
 * Hazard ratios on leaving a course or an activity early, from cuts. A stated dropout is a share as it is: that of an activity
 * already includes that the activity is mandatory, and is not lowered again. The default dropout is that of an activity in which
 * nobody has to take part. A voluntary activity can be left without a cut; a course cannot, while a mandatory activity keeps
 * people in view.
 *
 * @param left track of the course or activity
 */
export function deterrenceOnDropout(scenario: Scenario, approach: Approach, left: string): Effect[] {
  const { deterrence } = scenario.sanction;
  if (deterrence === undefined) return [];
  const activity = approach.activities[left];
  // What is no activity is a course.
  const isThreatened = activity === undefined || (activity.mandatory && activity.dropout === undefined);
  const threat = isThreatened ? [stateRatio(OBLIGED, 'yes', deterrence.mandatory)] : [];
  return [...threat, ...deterred(scenario)];
}
