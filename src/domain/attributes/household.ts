/** Whom people live with, and what depends on it: a family that is still to come, a house that is shared. */

import {
  type Attribute,
  amongValues,
  byOrigin,
  type Composed,
  type DrawnFrom,
  noYes,
  noYesWords,
} from './attribute.js';

/** What the rest of the model uses of a household. */
interface Household {
  readonly name: string;
  /** Without a partner and without children. */
  readonly livesAlone: boolean;
  readonly isCouple: boolean;
  readonly hasChildren: boolean;
}

export const households = [
  { name: 'single', livesAlone: true, isCouple: false, hasChildren: false },
  { name: 'single_parent', livesAlone: false, isCouple: false, hasChildren: true },
  { name: 'couple', livesAlone: false, isCouple: true, hasChildren: false },
  { name: 'couple_with_children', livesAlone: false, isCouple: true, hasChildren: true },
] as const satisfies readonly Household[];

type HouseholdName = (typeof households)[number]['name'];

export const householdNames: readonly HouseholdName[] = households.map(({ name }) => name);

export const household = {
  name: 'household',
  values: householdNames,
  address: 'household',
  reported: {
    nl: {
      name: 'huishouden',
      values: {
        single: 'alleenstaand',
        single_parent: 'alleenstaande ouder',
        couple: 'paar',
        couple_with_children: 'paar met kinderen',
      },
    },
    en: {
      name: 'household',
      values: {
        single: 'single',
        single_parent: 'single parent',
        couple: 'couple',
        couple_with_children: 'couple with children',
      },
    },
  },
  profile: { household: { shareOfEach: householdNames } },
  eligibility: amongValues(householdNames),
  hoursLess: ({ children }: { readonly children: number }) =>
    households.map(({ hasChildren }) => (hasChildren ? children : 0)),
  draw: (scenario: Composed<{ readonly household: Readonly<Record<HouseholdName, number>> }>) => ({
    by: ['origin'],
    weights: byOrigin(scenario, (profile) => householdNames.map((name) => profile.household[name])),
  }),
} as const satisfies Attribute;

export const reunificationPending = {
  name: 'reunification_pending',
  values: noYes,
  address: 'reunification',
  reported: {
    nl: { name: 'gezinshereniging loopt', values: noYesWords.nl },
    en: { name: 'family reunification pending', values: noYesWords.en },
  },
  profile: {
    reunification_pending: {
      share:
        'Share of the people alone (household single) of this origin whose family reunification is still pending at the permit.',
    },
  },
  hoursLess: ({ reunification_pending: hours }: { readonly reunification_pending: number }) => [0, hours],
  draw: (scenario: Composed<{ readonly reunification_pending: number }>) => ({
    by: ['origin', 'household'],
    shares: byOrigin(scenario, (profile) =>
      households.map(({ livesAlone }) => (livesAlone ? profile.reunification_pending : 0)),
    ).flat(),
  }),
} as const satisfies Attribute;

/** Lives alone but shares a house with another adult of the same age. */
export const sharesHouse = {
  name: 'shares_house',
  values: noYes,
  address: 'shares house',
  draw: ({
    cohort: { sharing = 0 },
  }: DrawnFrom & { readonly cohort: { readonly sharing?: number | undefined } }) => ({
    by: ['household'],
    shares: households.map(({ livesAlone }) => (livesAlone ? sharing : 0)),
  }),
} as const satisfies Attribute;
