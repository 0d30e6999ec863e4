/** Values on hover: invisible points that say in words what is there. */

import type { Language } from '../language.js';
import { typesetText } from '../report/typeset.js';

/** A point in the fields of the axes of its panel, with its words. */
export type Spot = Readonly<Record<string, number | string>> & { readonly said: string };

/** Every how many months lines and areas have a value on hover. */
export const SPOT_MONTHS = 12;

/** How marks that can be seen say their words: as the spots do. */
export const speaking = {
  mark: { aria: true },
  encoding: { description: { field: 'said' } },
} as const;

/** A layer of invisible points; `encoding`: the axes of the panel, with the fields in which the points stand. */
export function spots(
  values: readonly Spot[],
  encoding: { readonly x?: object; readonly y: object },
  language: Language,
): object {
  return {
    data: { values: values.map((spot) => ({ ...spot, said: typesetText(spot.said, language) })) },
    mark: { type: 'point', filled: true, size: 200, opacity: 0, ...speaking.mark },
    encoding: { ...encoding, ...speaking.encoding },
  };
}
