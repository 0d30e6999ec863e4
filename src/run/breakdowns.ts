/** By which attributes results can be reported. */

import { attributesOf } from '../domain/attributes/all.js';
import type { Attribute } from '../domain/attributes/attribute.js';

/** Names of the attributes that can be observed. */
export const breakdowns: readonly string[] = attributesOf([], []).flatMap(({ name, reported }: Attribute) =>
  reported === undefined ? [] : [name],
);
