/** Which persons live under which parameter draws. */

import { deriveKey } from '../../engine/random/threefry.js';
import type { Key } from '../seed.js';
import type { Task } from '../task.js';

/**
 * Parameter draws in a block: two antithetic pairs, all with the same persons. Within a block, chance cancels from the
 * differences between draws, so that the spread over the parameters is seen with far less noise. Every block has its own persons,
 * so that chance averages out of the mean over blocks.
 */
export const DRAWS_PER_BLOCK = 4;

/** Key words that address the persons of one replication under the draws of one block. */
export function cohortKey(task: Pick<Task, 'key'>, draw: number, replication: number): Key {
  const [d0, d1] = deriveKey(task.key[0], task.key[1], Math.floor(draw / DRAWS_PER_BLOCK), 0);
  return deriveKey(d0, d1, replication, 0);
}
