/** Age at the permit, in bands; within a band people are spread evenly. */

import { type Attribute, byOrigin, type Composed, totalOf } from './attribute.js';

export const ageBands = ['18-24', '25-34', '35-44', '45-54', '55-64'] as const;

export type AgeBand = (typeof ageBands)[number];

const yearsOfBands: Readonly<Record<AgeBand, readonly [first: number, last: number]>> = {
  '18-24': [18, 24],
  '25-34': [25, 34],
  '35-44': [35, 44],
  '45-54': [45, 54],
  '55-64': [55, 64],
};

/** First and last year of each band. */
export const ageBounds = ageBands.map((band) => yearsOfBands[band]);

/** Ages in whole years, both ends included. */
interface AgeLimits {
  readonly from: number;
  readonly to: number;
}

export const age = {
  name: 'age',
  values: ageBands,
  address: 'age band',
  note: ', at the permit',
  reported: {
    nl: { name: 'leeftijd bij vergunning', values: {} },
    en: { name: 'age at permit', values: {} },
  },
  profile: { age: { shareOfEach: ageBands } },
  eligibility: {
    /** In whole years, when the activity would start; for those who are too young the delay counts from that birthday. */
    asks: 'years',
    chance(weights: readonly number[], asked: unknown) {
      const { from, to } = asked as AgeLimits;
      const total = totalOf(weights);
      return ageBounds.reduce((sum, [youngest, oldest], i) => {
        const years = Math.min(to, oldest) - Math.max(from, youngest) + 1;
        return sum + (Math.max(0, years) / (oldest - youngest + 1)) * (weights[i]! / total);
      }, 0);
    },
  },
  draw: (scenario: Composed<{ readonly age: Readonly<Record<AgeBand, number>> }>) => ({
    by: ['origin'],
    weights: byOrigin(scenario, (profile) => ageBands.map((band) => profile.age[band])),
  }),
} as const satisfies Attribute;
