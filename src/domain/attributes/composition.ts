/** The composition of a cohort: every combination of the values of some attributes, with its share of the people. */

import type { Scenario } from '../schema/scenario.js';
import { type Attribute, type Draw, totalOf } from './attribute.js';

/** Probabilities of the values of an attribute, for people of whom the values of earlier ones are known. */
function chancesOf(draw: Draw, known: ReadonlyMap<string, readonly [value: number, of: number]>): number[] {
  const row = draw.by.reduce((at, name) => {
    const [value, of] = known.get(name)!;
    return at * of + value;
  }, 0);
  if ('shares' in draw) return [1 - draw.shares[row]!, draw.shares[row]!];
  const weights = draw.weights[row]!;
  const total = totalOf(weights);
  return weights.map((weight) => weight / total);
}

/** People with the same values of the attributes asked for. */
export interface Combination {
  /** The place of the value, by attribute in the order asked. */
  readonly values: readonly number[];
  readonly weight: number;
}

/**
 * The combinations of values that occur in the cohort, as `attributeSampler` draws them.
 *
 * @param attributes all that people have, in their order
 * @param names those asked for; what these depend on is summed out
 * @param fits probability that somebody with a value fits, by which it is weighed
 * @returns with weights that add up to the share of the cohort that fits
 */
export function combinationsOf(
  scenario: Scenario,
  attributes: readonly Attribute[],
  names: readonly string[],
  fits: (name: string, value: number) => number = () => 1,
): Combination[] {
  const needed = new Set(names);
  const steps = attributes
    .toReversed()
    .flatMap((attribute) => {
      if (!needed.has(attribute.name)) return [];
      const draw = attribute.draw(scenario);
      for (const each of draw.by) needed.add(each);
      return [{ name: attribute.name, of: attribute.values.length, draw }];
    })
    .reverse();
  const found = new Map<string, Combination>();
  const known = new Map<string, readonly [number, number]>();
  const visit = (step: number, weight: number) => {
    const here = steps[step];
    if (here === undefined) {
      const values = names.map((each) => known.get(each)![0]);
      const key = values.join();
      found.set(key, { values, weight: weight + (found.get(key)?.weight ?? 0) });
      return;
    }
    const { name, of, draw } = here;
    chancesOf(draw, known).forEach((chance, value) => {
      const rest = weight * chance * fits(name, value);
      if (rest <= 0) return;
      known.set(name, [value, of]);
      visit(step + 1, rest);
    });
  };
  visit(0, 1);
  return [...found.values()];
}
