/** Where people come from. The list of origins is data: a scenario may have one of its own. */

import { type Attribute, amongValues, byOrigin, type Composed } from './attribute.js';

/** An origin: its name in files, and what readers call it. */
export interface Origin {
  readonly name: string;
  readonly nl: string;
  readonly en: string;
}

/** What the origin adds to the profile of an origin. */
export const originProfile = { share: { share: 'Share of the cohort that is of this origin.' } };

/** The attribute under a list of origins. */
export function originAmong(origins: readonly Origin[]) {
  const values = origins.map(({ name }) => name);
  const wordsIn = (language: 'nl' | 'en') =>
    Object.fromEntries(origins.map((origin) => [origin.name, origin[language]]));
  return {
    name: 'origin',
    values,
    address: 'origin',
    reported: {
      nl: { name: 'herkomst', values: wordsIn('nl') },
      en: { name: 'origin', values: wordsIn('en') },
    },
    eligibility: amongValues(values),
    draw: (scenario: Composed<{ readonly share: number }>) => ({
      by: [],
      weights: [byOrigin(scenario, (profile) => profile.share)],
    }),
  } as const satisfies Attribute;
}
