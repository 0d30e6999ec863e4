/** What a reader of results should know about their scenarios. */

import { outsideOf } from '../../domain/time/coverage.js';
import { listNames } from '../../output/package/footing.js';
import { outside } from '../../output/words/en/footing.js';
import { describeSetByHand } from '../../scenario/check/set-by-hand.js';
import { describeUnused, unusedNumbers } from '../../scenario/check/unused-numbers.js';
import type { LoadedScenario } from '../../scenario/load-scenario.js';
import type { PackageTables } from '../../scenario/tables/package-tables.js';
import { shortenFromPackage } from '../scenarios/scenarios.js';

/** The numbers of a scenario that are used nowhere, a line each. */
function unusedNotes({ path, inherited }: Pick<LoadedScenario, 'path' | 'inherited'>): string[] {
  return unusedNumbers(path, inherited).map((unused) => describeUnused(unused, shortenFromPackage));
}

/** What is to be said of a checked scenario: what lies outside tables and laws, and what is used nowhere, a line each. */
export function notesOf(
  scenario: Pick<LoadedScenario, 'path' | 'tree' | 'inherited'>,
  { dated }: PackageTables,
): string[] {
  return [...outsideOf(scenario.tree, dated).map(outside), ...unusedNotes(scenario)];
}

/** What a reader of the results should know about a scenario. */
export function warningsOf(
  scenario: Pick<LoadedScenario, 'path' | 'tree' | 'inherited' | 'setByHand'>,
  tables: PackageTables,
): string[] {
  const { tree, setByHand } = scenario;
  const names = Object.keys(tree.approaches);
  return [
    ...(names.length < 2 ? [`only the approach "${names.join()}": there is nothing to compare it with`] : []),
    ...notesOf(scenario, tables),
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
