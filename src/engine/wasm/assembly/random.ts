/** The random numbers of a life: Threefry2x32-20 as in threefry.ts, and the draws of budgets.ts. */

import { GATE } from '../../compile/constants';
import * as at from './layout';
import { key0, key1 } from './memory';

const PARITY: u32 = 0x1bd11bda;
const SPACING: f64 = 2.220446049250313e-16;
const BUDGET_PURPOSE: u32 = 0;
const BRANCH_PURPOSE: u32 = 1;

/** The uniform on (0, 1) of a counter under the person's key. */
function uniformAt(c0: u32, c1: u32): f64 {
  const k0 = key0;
  const k1 = key1;
  const k2 = PARITY ^ k0 ^ k1;
  let x = c0 + k0;
  let y = c1 + k1;
  x += y;
  y = rotl<u32>(y, 13) ^ x;
  x += y;
  y = rotl<u32>(y, 15) ^ x;
  x += y;
  y = rotl<u32>(y, 26) ^ x;
  x += y;
  y = rotl<u32>(y, 6) ^ x;
  x += k1;
  y += k2 + 1;
  x += y;
  y = rotl<u32>(y, 17) ^ x;
  x += y;
  y = rotl<u32>(y, 29) ^ x;
  x += y;
  y = rotl<u32>(y, 16) ^ x;
  x += y;
  y = rotl<u32>(y, 24) ^ x;
  x += k2;
  y += k0 + 2;
  x += y;
  y = rotl<u32>(y, 13) ^ x;
  x += y;
  y = rotl<u32>(y, 15) ^ x;
  x += y;
  y = rotl<u32>(y, 26) ^ x;
  x += y;
  y = rotl<u32>(y, 6) ^ x;
  x += k0;
  y += k1 + 3;
  x += y;
  y = rotl<u32>(y, 17) ^ x;
  x += y;
  y = rotl<u32>(y, 29) ^ x;
  x += y;
  y = rotl<u32>(y, 16) ^ x;
  x += y;
  y = rotl<u32>(y, 24) ^ x;
  x += k1;
  y += k2 + 4;
  x += y;
  y = rotl<u32>(y, 13) ^ x;
  x += y;
  y = rotl<u32>(y, 15) ^ x;
  x += y;
  y = rotl<u32>(y, 26) ^ x;
  x += y;
  y = rotl<u32>(y, 6) ^ x;
  x += k2;
  y += k0 + 5;
  return (<f64>x * 1048576 + <f64>(y >>> 12) + 0.5) * SPACING;
}

/** Moves on to a transition's next occurrence. */
export function advance(k: usize): void {
  store<i32>(k, load<i32>(k, at.OCCURRENCE) + 1, at.OCCURRENCE);
}

/** The uniform of a transition's present occurrence. */
export function uniformOf(k: usize): f64 {
  return uniformAt(load<u32>(k, at.ADDRESS), (load<u32>(k, at.OCCURRENCE) << 1) | BUDGET_PURPOSE);
}

/** Draws a transition's next budget. */
export function draw(k: usize): void {
  advance(k);
  store<f64>(k, -Math.log(uniformOf(k)), at.BUDGET);
  store<i32>(k, 1, at.DRAWN);
}

/** The move of the branch that a firing transition takes. */
export function chooseMove(k: usize): usize {
  const moves = load<u32>(k, at.MOVES);
  if (load<i32>(k, at.BRANCHES) === 1) return moves;
  // Clocks without a budget also need a new address for every choice.
  const withoutBudget = load<i32>(k, at.KIND) === GATE ? at.NO_SPREAD : at.FIXED;
  if (load<i32>(k, at.SPREAD) === withoutBudget) advance(k);
  const u = uniformAt(load<u32>(k, at.ADDRESS), (load<u32>(k, at.OCCURRENCE) << 1) | BRANCH_PURPOSE);
  const cumulative = load<u32>(k, at.CUMULATIVE);
  let branch = 0;
  while (u > load<f64>(cumulative + (branch << 3))) branch++;
  return moves + at.MOVE_BYTES * branch;
}
