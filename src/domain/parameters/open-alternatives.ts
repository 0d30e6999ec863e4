/** The questions of a scenario that its draws answer in different ways. */

import { hashName } from '../../engine/random/threefry.js';
import type { ScenarioTree } from '../schema/scenario.js';
import { ALTERNATIVES, centralOption, optionAt, stratifiedUniform } from './alternatives.js';
import { ownNumbers } from './draw.js';

/** A question with more than one possible answer, on which some number hangs. */
export interface OpenAlternative {
  readonly name: string;
  readonly path: string;
  readonly question: string;
  readonly options: readonly { readonly name: string; readonly label: string; readonly weight: number }[];
}

/** The open questions of a scenario, in the order of the file; answers without weight are left out. */
export function openAlternatives(tree: ScenarioTree): OpenAlternative[] {
  const { alternatives = {} } = tree;
  if (Object.keys(alternatives).length === 0) return [];
  const asked = new Map(
    ownNumbers(tree).flatMap(({ path, quantity: { weights } }) =>
      weights === undefined ? [] : [[path, weights]],
    ),
  );
  return Object.entries(alternatives).flatMap(([name, { question, options }]): OpenAlternative[] => {
    const path = `${ALTERNATIVES}.${name}`;
    const weights = asked.get(path);
    if (weights === undefined) return [];
    const possible = Object.entries(options).flatMap(([option, { label }], i) =>
      weights[i]! > 0 ? [{ name: option, label, weight: weights[i]! }] : [],
    );
    return possible.length < 2 ? [] : [{ name, path, question, options: possible }];
  });
}

/**
 * By draw, the position of the answer that it has to an open question among its possible answers: the same as `drawScenario` gives
 * the numbers that hang on it.
 *
 * @param draws of the run; 1: the weightiest answer
 */
export function answersInDraws(
  { path, options }: OpenAlternative,
  { key, draws }: { readonly key: readonly [number, number]; readonly draws: number },
): number[] {
  const weights = options.map(({ weight }) => weight);
  if (draws === 1) return [centralOption(weights)];
  const address = hashName(path);
  return Array.from({ length: draws }, (_, draw) => optionAt(weights, stratifiedUniform(key, address, draw)));
}
