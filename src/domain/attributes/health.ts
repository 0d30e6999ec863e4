/** Mental health complaints at the permit. */

import { type Attribute, byOrigin, type Composed, noYes, noYesWords, totalOf } from './attribute.js';

export const mentalHealthComplaints = {
  name: 'mental_health_complaints',
  values: noYes,
  address: 'mental health',
  reported: {
    nl: { name: 'psychische klachten', values: noYesWords.nl },
    en: { name: 'mental health complaints', values: noYesWords.en },
  },
  profile: {
    mental_health_complaints: { share: 'Share of this origin with mental health complaints.' },
  },
  eligibility: {
    /** false: not for people with mental health complaints. */
    asks: 'truth',
    fits: (asked: unknown) => [asked === false, asked === true],
    chance: ([without, having]: readonly number[], asked: unknown) =>
      (asked === true ? having! : without!) / totalOf([without!, having!]),
  },
  hoursLess: ({ mental_health: hours }: { readonly mental_health: number }) => [0, hours],
  draw: (scenario: Composed<{ readonly mental_health_complaints: number }>) => ({
    by: ['origin'],
    shares: byOrigin(scenario, (profile) => profile.mental_health_complaints),
  }),
} as const satisfies Attribute;
