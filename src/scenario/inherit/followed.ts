/** What a number is that is tied to others, once its tie has been followed. */

import { tiedRange } from '../../domain/parameters/ends.js';
import { type AnnotatedQuantity, annotated, type Tie } from '../../domain/parameters/quantity.js';
import { kindOfUnit } from '../../domain/schema/units.js';

/** The resulting number, with its tie if it has one. */
export interface Followed {
  readonly tie?: Tie;
  readonly quantity: AnnotatedQuantity;
}

/** A number with what it is tied to. What is left of a whole is at least nothing, also where another number is made of it. */
export const withTie = ({ quantity, tie }: Followed): AnnotatedQuantity => {
  if (tie === undefined) return quantity;
  // A page has it as JSON, which knows no infinity.
  const bounds = { min: 0, max: Number.MAX_VALUE };
  return { ...quantity, tie, ...(tie.less === undefined ? {} : { bounds }) };
};

/** Whether the unit of a ratio leaves that of the number as it is. */
const isPureRatio = (unit: string | undefined) => unit === undefined || kindOfUnit(unit) === 'ratio';

/** The number that results from a tie; its unit is that of the number, where ratios have none of their own. */
export function quantityOf(tie: Tie, note: string | undefined): AnnotatedQuantity {
  const { of, ratios, less } = tie;
  const said = note === undefined ? {} : { note };
  const { choice: _, tie: __, bounds: ___, ...named } = annotated(of);
  if (ratios.length === 0 && less === undefined) return { ...named, ...said };
  const { unit } = annotated(of);
  const hasOwnUnit = ratios.some(({ quantity }) => !isPureRatio(annotated(quantity).unit));
  return { ...(unit === undefined || hasOwnUnit ? {} : { unit }), ...tiedRange(tie), ...said };
}
