/** What of an approach waits for what: which activities do not begin where nobody takes part in another. */

import { namedTracks } from '../../domain/approach.js';
import { readCondition } from '../../domain/checks/condition.js';
import { regimeOf } from '../../domain/regimes/find.js';
import type { ScenarioTree } from '../../domain/schema/scenario.js';
import type { Condition } from '../../engine/model/model.js';

/** The state of everybody in an activity in which nobody takes part. */
const NOBODY = 'not_eligible';

/** Whether a condition can hold when nobody takes part in an activity, and whether it can fail to. */
function outcomes(condition: Condition, off: string): { readonly holds: boolean; readonly fails: boolean } {
  if ('track' in condition) {
    if (condition.track !== off) return { holds: true, fails: true };
    const holds = condition.in.includes(NOBODY);
    return { holds, fails: !holds };
  }
  // Hours are those of all activities together.
  if ('load' in condition) return { holds: true, fails: true };
  if ('not' in condition) {
    const { holds, fails } = outcomes(condition.not, off);
    return { holds: fails, fails: holds };
  }
  const parts = ('all' in condition ? condition.all : condition.any).map((each) => outcomes(each, off));
  return 'all' in condition
    ? { holds: parts.every(({ holds }) => holds), fails: parts.some(({ fails }) => fails) }
    : { holds: parts.some(({ holds }) => holds), fails: parts.every(({ fails }) => fails) };
}

/** The activities of an approach without which one of them does not begin. */
export function neededFor(tree: ScenarioTree, approach: string, part: string): string[] {
  const own = tree.approaches[approach]!;
  const tracks = namedTracks(regimeOf(tree), own, tree);
  const { condition } = readCondition(own.activities[part]!.start.when, tracks);
  return Object.keys(own.activities).filter((other) => !outcomes(condition, other).holds);
}
