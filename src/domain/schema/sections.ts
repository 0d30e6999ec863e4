/** Sections with one entry for each of some names. */

import { z } from 'zod';
import { quantity } from './quantity.js';

/** A share, as a number of a scenario. */
export const share = () => quantity({ unit: 'share', min: 0, max: 1 });

/** One quantity for each of the names; they share its schema. */
export function each<const Names extends readonly string[], Item extends z.ZodType>(
  names: Names,
  item: () => Item,
) {
  const shared = item();
  return z.strictObject(
    Object.fromEntries(names.map((name) => [name, shared])) as { [Name in Names[number]]: Item },
  );
}
