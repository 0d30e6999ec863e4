/** A short text that identifies a long one. */

import { threefry2x32 } from '../../engine/random/threefry.js';

/**
 * 128 bits of a text, in hexadecimal digits: the same on every machine and without Node, but not secure against forgery. Four sums in the
 * manner of FNV-1a over its UTF-16 units (see `hashName`), each with its own start and odd factor, mixed by Threefry. Feeding the
 * whole text through Threefry would take seven times as long.
 */
export function digestOf(text: string): string {
  let [a, b, c, d] = [0x811c9dc5, 0x9e3779b9, 0x243f6a88, 0x85a308d3];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b);
    c = Math.imul(c ^ unit, 0xc2b2ae35);
    d = Math.imul(d ^ unit, 0x27d4eb2f);
  }
  const words = [...threefry2x32(a, b, c, d), ...threefry2x32(c, d, a, b)];
  return words.map((word) => word.toString(16).padStart(8, '0')).join('');
}
