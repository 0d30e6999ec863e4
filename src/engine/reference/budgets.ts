/** The random numbers of one life: the budget of each transition, and the draws for budgets, delays and branches. */

import type { CompiledTransition } from '../compile/compile.js';
import { GATE } from '../compile/constants.js';
import type { Person } from '../model/model.js';
import { uniformAt } from '../random/threefry.js';

/** Purposes of a draw, which are part of its address together with the transition and the occurrence. */
const BUDGET = 0;
const BRANCH = 1;

export class Budgets {
  /** Per transition: the rest of its unit-exponential budget, and whether it has one. */
  readonly left: Float64Array;
  readonly drawn: Uint8Array;
  private readonly address: Int32Array;
  private readonly occurrence: Int32Array;
  private key0 = 0;
  private key1 = 0;

  constructor(private readonly transitions: readonly CompiledTransition[]) {
    this.left = new Float64Array(transitions.length);
    this.drawn = new Uint8Array(transitions.length);
    this.address = Int32Array.from(transitions, ({ address }) => address);
    this.occurrence = new Int32Array(transitions.length);
  }

  /** Resets everything after the last life. */
  begin(person: Person): void {
    const { drawn, occurrence } = this;
    this.key0 = person.key0;
    this.key1 = person.key1;
    // Not fill(): the call costs more than the loop.
    for (let k = 0; k < drawn.length; k++) {
      drawn[k] = 0;
      occurrence[k] = 0;
    }
  }

  /** Draws a transition's next budget. */
  draw(k: number): void {
    this.advance(k);
    this.left[k] = -Math.log(this.uniform(k));
    this.drawn[k] = 1;
  }

  /** Moves on to a transition's next occurrence; every budget or delay, drawn or fixed, is one. */
  advance(k: number): void {
    this.occurrence[k]! += 1;
  }

  /** The uniform of a transition's present occurrence. */
  uniform(k: number): number {
    return this.uniformFor(k, BUDGET);
  }

  /** Draws the branch that a firing transition takes. */
  chooseBranch(k: number): number {
    const { cumulative, kind, distribution } = this.transitions[k]!;
    // Clocks without a budget also need a new address for every choice.
    if (kind === GATE ? distribution === undefined : distribution?.kind === 'fixed') this.advance(k);
    const u = this.uniformFor(k, BRANCH);
    let branch = 0;
    while (u > cumulative[branch]!) branch++;
    return branch;
  }

  private uniformFor(k: number, purpose: number): number {
    return uniformAt(this.key0, this.key1, this.address[k]!, (this.occurrence[k]! << 1) | purpose);
  }
}
