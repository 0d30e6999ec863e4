/** Checks of groups of numbers: that there are such numbers. */

import { listParameters } from '../parameters/draw.js';
import type { ScenarioTree } from '../schema/scenario.js';
import type { ConditionProblem } from './condition.js';

/** Names that are not those of a number, and those that stand twice in a group. */
export function checkGroups(tree: ScenarioTree): ConditionProblem[] {
  const groups = Object.entries(tree.groups ?? {});
  if (groups.length === 0) return [];
  const paths = listParameters(tree).map(({ path }) => path);
  return groups.flatMap(([name, { numbers }]) =>
    numbers.flatMap((number, i): ConditionProblem[] => {
      const path = ['groups', name, 'numbers', i];
      const at = path.join('.');
      if (!paths.includes(number))
        return [{ path, message: `${at}: no number at "${number}"`, name: number, candidates: paths }];
      if (numbers.indexOf(number) === i) return [];
      return [{ path, message: `${at}: "${number}" is named above it already` }];
    }),
  );
}
