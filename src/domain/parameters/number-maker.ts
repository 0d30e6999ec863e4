/** How a number of a draw is made of its unknowns. */

import { hashName } from '../../engine/random/threefry.js';
import { unknownOption } from './alternatives.js';
import { type AnnotatedQuantity, annotated, type Choice, keptWithin, type Quantity } from './quantity.js';

/** Numbers that are whole in every draw. */
export const wholePaths: readonly string[] = ['cohort.size'];

/** An unknown of a scenario, and what addresses its draws. */
export interface Unknown {
  readonly path: string;
  readonly address: number;
  readonly quantity: AnnotatedQuantity;
  readonly whole: boolean;
}

/** The value of an unknown. */
export type ValueAt = (unknown: Unknown) => number;

function unknownOf(path: string, quantity: Quantity, whole: boolean): Unknown {
  return { path, address: hashName(path), quantity: annotated(quantity), whole };
}

/** Makes a number with a plain value. */
export type MakeNumber = (valueAt: ValueAt) => number;

/**
 * How a number that hangs on an alternative is made. The numbers under all options are asked for in every draw, so that each draw
 * has the same unknowns.
 */
function chooser(choice: Choice, whole: boolean): MakeNumber {
  const alternative = unknownOf(choice.by, unknownOption(choice), true);
  const makers = choice.options.map(({ path, quantity }) => numberMaker(path, annotated(quantity), whole));
  return (valueAt) => {
    const values = makers.map((make) => make(valueAt));
    return values[valueAt(alternative)]!;
  };
}

/**
 * How a number is made. A number tied to another uses that number's draw, so that the two agree in every draw, except where its own
 * place allows less; what is taken off uses the draws of the numbers that are.
 */
export function numberMaker(
  path: string,
  quantity: AnnotatedQuantity,
  whole = wholePaths.includes(path),
): MakeNumber {
  const { tie, choice, bounds } = quantity;
  if (choice !== undefined) return chooser(choice, whole);
  if (tie === undefined) {
    const own = unknownOf(path, quantity, whole);
    return (valueAt) => valueAt(own);
  }
  const isSame = tie.ratios.length === 0 && tie.less === undefined;
  const named = numberMaker(tie.to, annotated(tie.of), whole && isSame);
  const ratios = tie.ratios.map((ratio) => unknownOf(ratio.path, ratio.quantity, false));
  const less = (tie.less ?? []).map((part) => numberMaker(part.path, annotated(part.quantity)));
  return (valueAt) => {
    const product = ratios.reduce((all, ratio) => all * valueAt(ratio), named(valueAt));
    const value = less.reduce((rest, make) => rest - make(valueAt), product);
    return keptWithin(whole ? Math.round(value) : value, bounds);
  };
}

/** The unknowns that a number is made of, each once. */
export function unknownsOf(make: MakeNumber): Unknown[] {
  const unknowns = new Map<string, Unknown>();
  make((unknown) => {
    unknowns.set(unknown.path, unknowns.get(unknown.path) ?? unknown);
    return unknown.quantity.value;
  });
  return [...unknowns.values()];
}
