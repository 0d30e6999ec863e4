/** What partners who arrive after the permit cost: bijstand while the household is on it, and the guidance by the statute. */

import { reunificationPending } from '../attributes/household.js';
import { familyTrack } from '../attributes/present.js';
import { inState } from '../life/transition.js';
import type { Scenario } from '../schema/scenario.js';
import { type ByTrack, type DomainReward, FAMILY_BIJSTAND, namesOf, programmeEvent } from './reward.js';

/** What is used of the norms of a date, euros net a month. */
type Norm = Readonly<Record<'couple' | 'single_18_20', number>>;

/** The line of the accounts of what arriving partners cost. */
export const FAMILY_GUIDANCE = 'family_social_guidance';

/**
 * What a household's bijstand is more than what is booked for the person, euros net a month, by the person's norm and what came
 * (Participatiewet, articles 20 and 21): the partner's half of the couple norm; of 18 to 20 years, both partners taken to be of one
 * age, the norm of that age, and with children the fifth of the couple norm that they add for the two.
 */
const amounts: readonly {
  readonly norm: string;
  readonly family: readonly string[];
  readonly net: (norm: Norm) => number;
}[] = [
  { norm: 'couple', family: ['couple', 'couple_with_children'], net: (norm) => 0.5 * norm.couple },
  { norm: 'youth', family: ['couple'], net: (norm) => norm.single_18_20 },
  {
    norm: 'youth',
    family: ['couple_with_children'],
    net: (norm) => norm.single_18_20 + 0.2 * norm.couple,
  },
];

/**
 * Rewards of a line of its own, per person who waited for a family at the permit; none where families never arrive.
 *
 * @param norms with the calendar months from which they hold
 */
export function familyBenefits(
  { family, income, costs }: Scenario,
  norms: readonly Norm[],
  from: readonly number[],
): DomainReward[] {
  if (family === undefined) return [];
  const paid = [
    { state: 'bijstand', share: 1 },
    { state: 'bijstand_part_time', share: income.part_time_benefit },
  ];
  return paid.flatMap(({ state, share }) =>
    amounts.map(
      ({ norm, family: arrived, net }): DomainReward => ({
        role: { kind: 'bijstand', component: FAMILY_BIJSTAND },
        reward: {
          kind: 'rate',
          name: `${FAMILY_BIJSTAND} (${state}, norm: ${norm}, ${arrived.join(' or ')})`,
          when: {
            all: [inState('income', state), inState('norm', norm), inState(familyTrack.name, ...arrived)],
          },
          amount: { from, values: norms.map((each) => net(each) * share * costs.gross_over_net) },
        },
        scale: reunificationPending.name,
      }),
    ),
  );
}

/**
 * The social guidance of a partner, who is a new permit holder: paid by the state once, at the arrival, under every approach. None where
 * families never arrive.
 */
export function familyGuidance({ family, costs }: Scenario, byTrack: ByTrack): DomainReward[] {
  if (family === undefined) return [];
  const arrivals = namesOf(byTrack, familyTrack.name, 'waiting', 'couple');
  return [programmeEvent(FAMILY_GUIDANCE, 'state', costs.social_guidance, arrivals)];
}
