/** Sums over persons of their measures, of the squares, and of products with the same persons under the reference approach. */

import { measureKey, type PersonMeasure } from '../../domain/measures/measures.js';
import type { ApproachDraw, ApproachShapes } from '../results/arrays.js';

/** For each measure over only some of the persons, the position of the measure that counts them; -1 for other measures. */
export function concernedBy(measures: readonly PersonMeasure[]): Int32Array {
  return Int32Array.from(measures, ({ over }) =>
    over === undefined ? -1 : measures.findIndex(({ name }) => name === over),
  );
}

/** For each measure, the position of the same measure under another approach; -1 if that has none. */
export function counterpartsOf(
  measures: readonly PersonMeasure[],
  others: readonly PersonMeasure[],
): Int32Array {
  const keys = others.map(measureKey);
  return Int32Array.from(measures, (measure) => keys.indexOf(measureKey(measure)));
}

type Name = 'squares' | 'products' | 'crossProducts';

/** Adds up measures person by person, by leaf. The sums are described at `outcomeArrays`. */
export class PersonSums {
  private readonly counterpart: Int32Array;
  /** For each measure over only some of the persons, four positions: the measure, its count of persons, and the counterparts of both. */
  private readonly ratios: Int32Array;

  constructor(
    measures: readonly PersonMeasure[],
    reference: readonly PersonMeasure[],
    concerned: Int32Array,
    private readonly arrays: Pick<ApproachDraw, Name>,
    private readonly shapes: Pick<ApproachShapes, Name>,
  ) {
    this.counterpart = counterpartsOf(measures, reference);
    const ratios: number[] = [];
    concerned.forEach((over, own) => {
      const other = this.counterpart[own]!;
      if (over >= 0 && other >= 0) ratios.push(own, over, other, this.counterpart[over]!);
    });
    this.ratios = Int32Array.from(ratios);
  }

  /** Adds a person of a leaf: the measures, and those of the same person under the reference approach. */
  add(leaf: number, values: Float64Array, reference: Float64Array): void {
    const { counterpart, ratios, shapes } = this;
    const { crossProducts, products, squares } = this.arrays;
    // Squares and products are laid out alike.
    const base = shapes.squares.rowAt(leaf);
    for (let v = 0; v < values.length; v++) {
      const value = values[v]!;
      // Most shares are 0 for most persons.
      if (value === 0) continue;
      squares[base + v]! += value * value;
      const other = counterpart[v]!;
      if (other >= 0) products[base + v]! += value * reference[other]!;
    }
    for (let i = 0; i < ratios.length; i += 4) {
      const own = ratios[i]!;
      const place = shapes.crossProducts.rowAt(leaf, own);
      crossProducts[place]! += values[own]! * reference[ratios[i + 3]!]!;
      crossProducts[place + 1]! += reference[ratios[i + 2]!]! * values[ratios[i + 1]!]!;
    }
  }
}
