/** Of several things that may go on at once, the one that counts. */

import type { Condition } from '../../engine/model/model.js';

/**
 * Condition that an item counts: it goes on, and none of more strength does, nor an earlier one of the same. The strengths may be
 * drawn: they decide the conditions and never which conditions there are. An item of strength 0 never counts.
 *
 * @param items in the order of the scenario
 */
export function strongestWhen<Item extends { readonly when: Condition }>(
  item: Item,
  items: readonly Item[],
  strengthOf: (item: Item) => number,
): Condition {
  const own = strengthOf(item);
  if (own === 0) return { any: [] };
  const at = items.indexOf(item);
  const others = items.filter((other, i) => strengthOf(other) > own || (strengthOf(other) === own && i < at));
  return { all: [item.when, ...others.map(({ when }) => ({ not: when }))] };
}
