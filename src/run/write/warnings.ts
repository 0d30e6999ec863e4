/** What a reader of results should know about their scenarios. */

import { outsideOf } from '../../domain/coverage.js';
import { listNames } from '../../output/package/footing.js';
import { outside } from '../../output/words/en/footing.js';
import { describeSetByHand } from '../../scenario/check/set-by-hand.js';
import type { LoadedScenario } from '../../scenario/load-scenario.js';
import type { PackageTables } from '../../scenario/tables/package-tables.js';

/** What a reader of the results should know about a scenario. */
export function warningsOf(
  { tree, setByHand }: Pick<LoadedScenario, 'tree' | 'setByHand'>,
  tables: PackageTables,
): string[] {
  const names = Object.keys(tree.approaches);
  return [
    ...(names.length < 2 ? [`only the approach "${names.join()}": there is nothing to compare it with`] : []),
    ...outsideOf(tree, tables.dated).map(outside),
    ...describeSetByHand(setByHand),
  ];
}

/** Warnings of several scenarios, or points of a sweep: each once, with the names it applies to. */
export function groupWarnings(
  warned: readonly { readonly name: string; readonly warnings: readonly string[] }[],
): string[] {
  const groups = new Map<string, string[]>();
  for (const { name, warnings } of warned)
    for (const warning of warnings) groups.set(warning, [...(groups.get(warning) ?? []), name]);
  return [...groups].map(([warning, names]) => `${listNames(names)}: ${warning}`);
}
