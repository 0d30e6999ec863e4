/** What a reader of results should know about their scenarios. */

import { outsideOf } from '../../domain/time/coverage.js';
import { listNames } from '../../output/package/footing.js';
import { outside } from '../../output/words/en/footing.js';
import { describeBeyond } from '../../scenario/check/beyond.js';
import { describeSetByHand } from '../../scenario/check/set-by-hand.js';
import { describeUnused, unusedNumbers } from '../../scenario/check/unused-numbers.js';
import type { LoadedScenario } from '../../scenario/load-scenario.js';
import type { PackageTables } from '../../scenario/tables/package-tables.js';
import { shortenFromPackage } from '../scenarios/scenarios.js';

/** The numbers of a scenario that are used nowhere, a line each. */
function unusedNotes({ path, inherited }: Pick<LoadedScenario, 'path' | 'inherited'>): string[] {
  return unusedNumbers(path, inherited).map((unused) => describeUnused(unused, shortenFromPackage));
}

/** Of a checked scenario, what its notes are about. */
type Noted = Pick<LoadedScenario, 'path' | 'tree' | 'inherited' | 'beyond'>;

/**
 * What is to be said of a checked scenario: what lies outside tables and laws, which draws lie beyond what their place allows, and
 * what is used nowhere, a line each.
 */
export function notesOf(scenario: Noted, { dated }: PackageTables): string[] {
  return [
    ...outsideOf(scenario.tree, dated).map(outside),
    ...scenario.beyond.map((beyond) => describeBeyond(beyond, shortenFromPackage)),
    ...unusedNotes(scenario),
  ];
}

/** What a reader of the results should know about a scenario. */
export function warningsOf(
  scenario: Noted & Pick<LoadedScenario, 'setByHand'>,
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
