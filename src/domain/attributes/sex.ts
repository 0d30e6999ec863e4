/** Men and women. */

import { type Attribute, amongValues, byOrigin, type Composed } from './attribute.js';

export const sexes = ['men', 'women'] as const;

export const sex = {
  name: 'sex',
  values: sexes,
  address: 'sex',
  reported: {
    nl: { name: 'geslacht', values: { men: 'mannen', women: 'vrouwen' } },
    en: { name: 'sex', values: { men: 'men', women: 'women' } },
  },
  profile: { men: { share: 'Share of this origin that is a man.' } },
  eligibility: amongValues(sexes),
  draw: (scenario: Composed<{ readonly men: number }>) => ({
    by: ['origin'],
    weights: byOrigin(scenario, ({ men }) => [men, 1 - men]),
  }),
} as const satisfies Attribute;
