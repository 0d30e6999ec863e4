/** An unobserved part of who finds work: motivation, or whatever else the attributes do not show. */

import { type Attribute, type DrawnFrom, noYes, YES } from './attribute.js';

/** Who is motivated, and how much more readily they find work. */
export interface Motivation {
  readonly share: number;
  /** Hazard ratio on work, against the others. */
  readonly ratio: number;
}

export const motivated = {
  name: 'motivated',
  values: noYes,
  address: 'motivated',
  note: ' that nobody observes',
  draw: ({ cohort }: DrawnFrom & { readonly cohort: { readonly motivation?: Motivation | undefined } }) => ({
    by: [],
    shares: [cohort.motivation?.share ?? 0],
  }),
} as const satisfies Attribute;

/**
 * Hazard ratios on work by motivation, divided by their mean over the cohort: that people differ does not change how many of
 * a cohort find work in the first month.
 */
export function motivationRatios({ share, ratio }: Motivation): readonly number[] {
  // Of this form, since with a ratio of 1 it is exactly 1.
  const mean = 1 + share * (ratio - 1);
  return noYes.map((_, value) => (value === YES ? ratio : 1) / mean);
}
