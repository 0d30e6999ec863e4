/** The number that a search goes through, and between which ends. */

import type { Range } from '../../analysis/decision/threshold.js';
import { ALTERNATIVES } from '../../domain/parameters/alternatives.js';
import { listParameters } from '../../domain/parameters/draw.js';
import { wholePaths } from '../../domain/parameters/number-maker.js';
import { centralValue, isAnnotated } from '../../domain/parameters/quantity.js';
import { suggestPaths } from '../../scenario/check/known-paths.js';
import { numbersOfGroup } from '../../scenario/inherit/meant-changes.js';
import type { LoadedScenario } from '../../scenario/load-scenario.js';
import { Refusal } from '../refusal.js';

/** Ends that were asked for; undefined: those of the number. */
interface Ends {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** Values at which a search may begin and end: those of a number, or the lowest and highest of a group of numbers. */
function rangeOfGroup(tree: LoadedScenario['tree'], numbers: readonly string[], { from, to }: Ends): Range {
  const own = listParameters(tree).flatMap(({ path, quantity }) =>
    numbers.includes(path) && isAnnotated(quantity) ? [quantity] : [],
  );
  const low = from ?? Math.min(...own.map(({ low: end = Infinity }) => end));
  const high = to ?? Math.max(...own.map(({ high: end = -Infinity }) => end));
  return { low, high };
}

/** The number at a path, and the ends between which it is looked through. @throws Refusal where there is none, or no range */
export function rangeOf(
  { tree, inherited }: LoadedScenario,
  path: string,
  { from, to }: Ends,
): { range: Range; central: number } {
  const numbers = numbersOfGroup(tree, path.split('.'));
  if (numbers !== undefined) {
    const range = rangeOfGroup(tree, numbers, { from, to });
    if (!(range.low < range.high))
      throw new Refusal(
        `${path}: its numbers have no range in ${tree.name}; give the ends with --from and --to`,
      );
    // Its numbers may have a value each.
    return { range, central: Number.NaN };
  }
  const quantity = listParameters(tree).find((each) => each.path === path)?.quantity;
  if (Object.keys(tree.alternatives ?? {}).some((name) => path === `${ALTERNATIVES}.${name}`))
    throw new Refusal(
      `${path}: is a question with answers and no number; expected the weight of an answer, ${path}.options.NAME.weight, or sweep over its answers`,
    );
  if (quantity === undefined)
    throw new Refusal(
      `no number at "${path}" in ${tree.name}${suggestPaths(path, { tree, settings: inherited.settings })}`,
    );
  if (wholePaths.includes(path))
    throw new Refusal(
      `${path}: is a whole number, which turns nothing at a value between two; expected another path`,
    );
  if (isAnnotated(quantity) && quantity.tie !== undefined)
    throw new Refusal(`${path}: follows another number; expected that one, "${quantity.tie.to}"`);
  if (isAnnotated(quantity) && quantity.choice !== undefined) {
    const { by, options } = quantity.choice;
    const under = options.map((option) => `"${option.path}"`).join(' or ');
    throw new Refusal(`${path}: hangs on ${by}; expected the number under one answer, ${under}`);
  }
  const points = isAnnotated(quantity) ? quantity.points?.map(([, at]) => at) : undefined;
  const own = isAnnotated(quantity) ? quantity : undefined;
  const low = from ?? own?.low ?? points?.[0];
  const high = to ?? own?.high ?? points?.at(-1);
  if (low === undefined || high === undefined)
    throw new Refusal(`${path}: has no range in ${tree.name}; give the ends with --from and --to`);
  if (!(low < high))
    throw new Refusal(`${path}: expected a range from a lower to a higher value, got ${low} to ${high}`);
  return { range: { low, high }, central: centralValue(quantity) };
}
