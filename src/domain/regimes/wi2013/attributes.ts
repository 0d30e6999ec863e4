/** What the law of 2013 adds to people: whom it exempts and whom it fines. */

import { type Attribute, type DrawnFrom, noYes } from '../../attributes/attribute.js';
import { type EducationLevel, educationLevels } from '../../attributes/education.js';

/** Would be exempted for proven effort if not passed at the end of the term. */
const exemptAtTerm = {
  name: 'exempt_at_term',
  values: noYes,
  address: 'exempt at term',
  draw: ({
    inburgering,
  }: DrawnFrom & {
    readonly inburgering: { readonly exempt_at_term: Readonly<Record<EducationLevel, number>> };
  }) => ({
    by: ['education'],
    shares: educationLevels.map((level) => inburgering.exempt_at_term[level]),
  }),
} as const satisfies Attribute;

/** Would be fined for missing a term. */
const fined = {
  name: 'fined',
  values: noYes,
  address: 'fined',
  draw: ({ inburgering }: DrawnFrom & { readonly inburgering: { readonly fined: number } }) => ({
    by: [],
    shares: [inburgering.fined],
  }),
} as const satisfies Attribute;

export const attributes = [exemptAtTerm, fined] as const;
