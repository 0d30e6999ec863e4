/** Education on arrival. */

import { type Attribute, amongValues, byOrigin, type Composed } from './attribute.js';

/** The four groups of Groningen's covenant (source document, section 3.4). */
export const educationLevels = ['low_literate', 'low', 'middle', 'high'] as const;

export type EducationLevel = (typeof educationLevels)[number];

export const education = {
  name: 'education',
  values: educationLevels,
  address: 'education',
  reported: {
    nl: {
      name: 'opleiding',
      values: { low_literate: 'laaggeletterd', low: 'laag', middle: 'midden', high: 'hoog' },
    },
    en: {
      name: 'education',
      values: { low_literate: 'low-literate', low: 'low', middle: 'middle', high: 'high' },
    },
  },
  profile: { education: { shareOfEach: educationLevels } },
  eligibility: amongValues(educationLevels),
  draw: (scenario: Composed<{ readonly education: Readonly<Record<EducationLevel, number>> }>) => ({
    by: ['origin'],
    weights: byOrigin(scenario, (profile) => educationLevels.map((level) => profile.education[level])),
  }),
} as const satisfies Attribute;
