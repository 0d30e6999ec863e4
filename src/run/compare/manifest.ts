/** What repeats a comparison, beside its tables. */

import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { outsideOf } from '../../domain/coverage.js';
import { sha256, writeWhole } from '../../machine/folder.js';
import type { RunRecord } from '../../output/package/manifest.js';
import { inputsOf } from '../../scenario/tables/package-tables.js';
import { identityOfRuns } from '../plan/identity.js';
import type { RunOptions } from '../plan/options.js';
import type { Plan } from '../plan/plan.js';
import { settingsOf, shortenFromPackage } from '../scenarios/scenarios.js';
import { VERSION } from '../version.js';
import type { Outcome } from '../write/outcome.js';
import { warningsOf } from '../write/warnings.js';
import { sayFooting } from './footing.js';

/** The tables of a comparison. */
export const comparisonTables = ['comparison.csv', 'ranking.csv'];

/** Name of the file that stands beside them. */
export const comparisonManifest = 'comparison.manifest.json';

/** Writes what is needed to repeat a comparison, on what footing it stands, and what identifies it. */
export function writeComparisonManifest(
  outcomes: readonly Outcome[],
  plan: Plan,
  options: RunOptions,
  { started, commandLine }: Pick<RunRecord, 'started' | 'commandLine'>,
): void {
  const { scenarios, tables } = plan;
  const files = comparisonTables.map((path) => {
    const bytes = readFileSync(join(options.out, path));
    return { path, bytes: bytes.length, sha256: sha256(bytes) };
  });
  const manifest = {
    program: 'doorstroom',
    version: VERSION,
    command_line: commandLine,
    seed: options.seed,
    parameter_draws: options.draws,
    settings: settingsOf(options),
    footing: sayFooting(outcomes),
    scenarios: scenarios.map((scenario, i) => ({
      municipality: scenario.tree.name,
      folder: basename(outcomes[i]!.folder),
      footing: outcomes[i]!.footing,
      inputs: inputsOf(scenario, tables).map(({ path, sha256: hash }) => ({
        path: shortenFromPackage(path),
        sha256: hash,
      })),
      outside: outsideOf(scenario.tree, tables.dated),
      warnings: warningsOf(scenario, tables),
    })),
    outputs: files,
    started: started.toISOString(),
    finished: new Date().toISOString(),
    identity: identityOfRuns(plan, options),
  };
  writeWhole(join(options.out, comparisonManifest), `${JSON.stringify(manifest, null, 2)}\n`);
}
