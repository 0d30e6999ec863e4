/** Attributes that cannot be observed at the permit but affect lives. */

import { type Attribute, type DrawnFrom, noYes } from './attribute.js';

/** A share for each origin. */
type OfOrigin = Readonly<Record<string, number>>;

const shareOfOrigin = ({ origins }: DrawnFrom, of: OfOrigin) => ({
  by: ['origin'],
  shares: origins.map(({ name }) => of[name]!),
});

/** Knows the language at the basic level on the day of the permit. */
export const knowsLanguage = {
  name: 'knows_language',
  values: noYes,
  address: 'knows language',
  draw: (scenario: DrawnFrom & { readonly language: { readonly known: OfOrigin } }) =>
    shareOfOrigin(scenario, scenario.language.known),
} as const satisfies Attribute;

/** Has no bijstand once housed. */
export const noBijstand = {
  name: 'no_bijstand',
  values: noYes,
  address: 'no bijstand',
  draw: (scenario: DrawnFrom & { readonly income: { readonly no_bijstand: OfOrigin } }) =>
    shareOfOrigin(scenario, scenario.income.no_bijstand),
} as const satisfies Attribute;
