/** Units of numbers on a page. */

import type { Speech } from '../report/speech.js';
import type { Control } from './page-data.js';

/** A unit in the singular. */
export const unitOfOne = (unit: string, { words }: Speech) =>
  unit.replace(/^\p{L}+/u, (word) => words.page.unitsOfOne[word] ?? word);

/** The unit of a control beside a value: of one in the singular. */
export const unitBeside = ({ unit }: Control, value: number, speech: Speech) =>
  value === 1 ? unitOfOne(unit, speech) : unit;
