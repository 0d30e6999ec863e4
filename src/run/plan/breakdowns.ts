/** By which attributes results can be reported. */

import { attributesOf } from '../../domain/attributes/all.js';
import type { Attribute } from '../../domain/attributes/attribute.js';
import { regimes } from '../../domain/regimes/all.js';

/** Names of those attributes that can be observed. */
export function observedOf(attributes: readonly Pick<Attribute, 'name' | 'reported'>[]): string[] {
  return attributes.flatMap(({ name, reported }) => (reported === undefined ? [] : [name]));
}

/** Those that people have under any law; whether a scenario's people have one, shows when it is read. */
export const breakdowns: readonly string[] = [
  ...new Set(
    observedOf(
      attributesOf(
        [],
        regimes.flatMap(({ attributes }) => attributes),
      ),
    ),
  ),
];
