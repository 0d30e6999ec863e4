/** In words, along which border in two numbers the answer turns. */

import type { NumberPair } from '../analysis/decision/border.js';
import { sidesOf } from './border.js';
import type { Words } from './words/words.js';

/** How names and numbers are said, on the terminal or in a report. */
export interface BorderSpeaker {
  readonly words: Pick<Words, 'border'>;
  /** Names between quotes: of the approach and the reference, of the first number and the second. */
  readonly approach: string;
  readonly reference: string;
  readonly first: string;
  readonly second: string;
  /** What is crossed. */
  readonly goal: string;
  readonly sayNumber: (value: number) => string;
}

/** A border as it is told. */
export interface SaidBorder {
  readonly lines: readonly (readonly NumberPair[])[];
  readonly lattice: readonly (NumberPair & { readonly estimate: number })[];
  /** Whether the difference is above what is crossed where both numbers are lowest. */
  readonly isAboveAtLow: boolean;
}

/** Where each line begins and ends, and which side of it is above; or that the answer does not turn. */
export function sayBorder(
  { words: { border }, approach, reference, first, second, goal, sayNumber }: BorderSpeaker,
  { lines, lattice, isAboveAtLow }: SaidBorder,
): string {
  if (lattice.every(({ estimate }) => estimate === 0)) return border.same(approach, reference);
  if (lines.length === 0) return border.never(approach, reference, goal, isAboveAtLow);
  const placeAt = ({ x, y }: NumberPair) => border.place(first, sayNumber(x), second, sayNumber(y));
  const said = lines.map((line) => border.line(placeAt(line[0]!), placeAt(line.at(-1)!)));
  const { above, below } = sidesOf(lattice, ({ estimate }) => estimate);
  const sides = border.sides(goal, placeAt(above), placeAt(below));
  return `${border.found(approach, reference, goal, said.join('; '))} ${sides}`;
}
