/** The answer to an open question under which a number is used, and with all others does nothing. */

import { ALTERNATIVES } from '../../domain/parameters/alternatives.js';
import type { Input } from '../../domain/parameters/inputs.js';
import type { GivenAnswer } from '../../output/sensitivity.js';
import type { Task } from '../../simulation/task.js';

/** That answer; undefined: the number is used whatever the answers. */
export function givenOf(
  { alternatives = {} }: Task['tree'],
  { given = {} }: Pick<Input, 'given'>,
): GivenAnswer | undefined {
  const [entry] = Object.entries(given);
  if (entry === undefined) return undefined;
  const [question, place] = entry;
  const options = alternatives[question.slice(ALTERNATIVES.length + 1)]?.options ?? {};
  const answer = Object.keys(options)[place];
  return answer === undefined ? undefined : { question, answer };
}
