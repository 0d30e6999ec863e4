/** Scenarios with the settings of a run. */

import { join, relative } from 'node:path';
import { keptAtMost } from '../../engine/caches.js';
import { Recent } from '../../engine/recent.js';
import { nameSet } from '../../scenario/inherit/override.js';
import { type LoadedScenario, loadScenario, packageLibrary } from '../../scenario/load-scenario.js';
import { realOf } from '../../scenario/real-path.js';
import { readingOnce } from '../../scenario/yaml/yaml-file.js';
import type { RunOptions } from '../plan/options.js';
import { Refusal } from '../refusal.js';
import { fileNamed } from './names.js';
import { refusalOf } from './refused-files.js';

/** Loads scenarios, given by path or by name, one by one; files and posterior draws that they have in common are read once. */
export function scenarioLoader(
  settings: readonly string[],
): (path: string) => ReturnType<typeof loadScenario> {
  const library = packageLibrary();
  const reader = readingOnce();
  let known: LoadedScenario['fitted'];
  return (path) => {
    const result = loadScenario(fileNamed(path), library, settings, known, reader);
    if (result.ok) known = result.scenario.fitted ?? known;
    return result;
  };
}

/** Loads scenarios, given by path or by name. @throws Refusal with all problems of all of them */
export function loadAll(paths: readonly string[], settings: readonly string[]): LoadedScenario[] {
  const loaded = paths.map(scenarioLoader(settings));
  const problems = loaded.flatMap((result) => (result.ok ? [] : result.diagnostics));
  if (problems.length > 0) throw refusalOf(problems);
  return loaded.flatMap((result) => (result.ok ? [result.scenario] : []));
}

/** All settings of a run, including those given by an option such as --horizon. */
export function settingsOf(options: Pick<RunOptions, 'set' | 'horizon' | 'discountTo'>): string[] {
  const { set, horizon, discountTo } = options;
  const isSet = (name: string) => set.some((setting) => nameSet(setting) === name);
  const twice =
    (horizon !== undefined && isSet('horizon_years') && '--horizon and a setting of horizon_years') ||
    (discountTo !== undefined && isSet('discount_to') && '--discount-to and a setting of discount_to');
  if (twice) throw new Refusal(`${twice} exclude each other`);
  return [
    ...set,
    ...(horizon === undefined ? [] : [`horizon_years=${horizon}`]),
    ...(discountTo === undefined ? [] : [`discount_to=${discountTo}`]),
  ];
}

/** Paths as they are shown: a listing names a few of them many hundred times. */
const shortPaths = new Recent<string, string>(keptAtMost.shortPaths);

/**
 * A path as result files show it: relative to the package where it lies inside, whatever link led there, else to the working
 * directory.
 */
export function shortenFromPackage(path: string): string {
  const from = process.cwd();
  return shortPaths.get(`${from}\n${path}`, () => {
    const inPackage = relative(realOf(join(packageLibrary().scenarios, '..')), realOf(path));
    return inPackage.startsWith('..') ? relative(from, path) : inPackage;
  });
}
