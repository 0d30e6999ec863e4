/** A run that repeats a setting of a page. */

import { readSettingFile } from '../../scenario/setting-file.js';
import type { RunOptions } from '../plan/options.js';
import { refusalOf } from './refused-files.js';
import { loadAll } from './scenarios.js';

/** The options that a setting decides. */
type Decided = Pick<RunOptions, 'set' | 'seed' | 'draws' | 'replications'>;

/**
 * The options of a run with those of a setting.
 *
 * @param set settings of the command line, on top of those of the file
 * @throws Refusal with line and column where the file is no setting, or is one of another scenario
 */
export function optionsFrom(file: string, paths: readonly string[], set: readonly string[]): Decided {
  const { setting, diagnostics } = readSettingFile(file);
  if (setting === undefined) throw refusalOf(diagnostics);
  const others = loadAll(paths, []).filter(({ tree }) => tree.name !== setting.scenario);
  if (others.length > 0)
    throw refusalOf(
      others.map(({ tree, path }) => ({
        ...setting.file.locate(['scenario']),
        message: `scenario: the setting is of "${setting.scenario}"; expected "${tree.name}", as ${path} is called`,
      })),
    );
  const { seed, draws, replications } = setting;
  return { set: [...setting.set, ...set], seed, draws, replications };
}
