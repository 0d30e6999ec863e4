/** By which attributes results can be reported. */

import { attributesOf } from '../../domain/attributes/all.js';
import type { Attribute } from '../../domain/attributes/attribute.js';

/** Names of those attributes that can be observed. */
export function observedOf(attributes: readonly Pick<Attribute, 'name' | 'reported'>[]): string[] {
  return attributes.flatMap(({ name, reported }) => (reported === undefined ? [] : [name]));
}

/** Those of everybody, whatever the scenario. */
export const breakdowns: readonly string[] = observedOf(attributesOf([], []));
