/** Products of the same persons' measures under two approaches, at the same point or at two points. */

import { counterpartsOf } from '../cohort/person-sums.js';
import { type ApproachShapes, outcomeArrays } from '../results/arrays.js';
import { HALVES } from '../results/leaves.js';
import { shapeOf } from '../results/shape.js';
import { type BlockTally, personsInBlock } from './shared-lives.js';

/** The shape of the products of so many measures of persons, by half. */
export function productsShape(measures: number): ApproachShapes['products'] {
  return shapeOf(outcomeArrays.products.axes, { leaf: HALVES, personMeasure: measures });
}

/** Sums of products of the measures of two tallies over the persons of cohorts of the same size, by half. */
export class Pairing {
  readonly products: Float64Array;
  private readonly shape: ApproachShapes['products'];
  private readonly counterpart: Int32Array;

  constructor(
    private readonly left: BlockTally,
    private readonly right: BlockTally,
    private readonly size: number,
  ) {
    const { measures } = left.tally;
    this.counterpart = counterpartsOf(measures, right.tally.measures);
    this.shape = productsShape(measures.length);
    this.products = new Float64Array(this.shape.length);
  }

  /** Adds the persons of a half that both tallies have just simulated, in order. */
  addBlock(half: number, first: number): void {
    const base = this.shape.rowAt(half);
    const count = personsInBlock(this.size, first);
    for (let at = 0; at < count; at++) {
      for (let v = 0; v < this.counterpart.length; v++) {
        const other = this.counterpart[v]!;
        if (other >= 0) this.products[base + v]! += this.left.valueOf(at, v) * this.right.valueOf(at, other);
      }
    }
  }
}

/** The pairings of a draw, each made once. */
export class Pairings {
  readonly all: Pairing[] = [];
  private readonly known = new Map<BlockTally, Map<BlockTally, Pairing>>();

  pair(left: BlockTally, right: BlockTally, size: number): Pairing {
    const of = this.known.get(left) ?? new Map<BlockTally, Pairing>();
    this.known.set(left, of);
    const known = of.get(right);
    if (known !== undefined) return known;
    const pairing = new Pairing(left, right, size);
    of.set(right, pairing);
    this.all.push(pairing);
    return pairing;
  }
}
