/** The files of a comparison: its tables, what describes them, and what repeats it. */

import { basename, join, resolve } from 'node:path';
import { outsideOf } from '../../domain/time/coverage.js';
import { writeWhole } from '../../machine/folder.js';
import { formatCsv } from '../../output/csv.js';
import type { AnyTable } from '../../output/package/columns.js';
import { formatDataPackage } from '../../output/package/data-package.js';
import { outputsOf, type RunRecord } from '../../output/package/manifest.js';
import { sourcesIn } from '../../output/package/sources.js';
import { inputFilesOf } from '../../scenario/tables/package-tables.js';
import { identityOfRuns } from '../plan/identity.js';
import type { RunOptions } from '../plan/options.js';
import type { Plan } from '../plan/plan.js';
import { settingsOf, shortenFromPackage } from '../scenarios/scenarios.js';
import { VERSION } from '../version.js';
import type { Outcome } from '../write/outcome.js';
import { warningsOf } from '../write/warnings.js';
import { comparisonTable } from './comparison-table.js';
import { sayFooting } from './footing.js';
import { rankingTable } from './ranking.js';

/** Name of the table in which results stand beside the first of them. */
export const variantsFile = 'variants.csv';

/** The files for readers that comparisons write, of scenarios or of results; those of the one make way for the other. */
export const comparisonFiles = ['comparison.csv', 'ranking.csv', variantsFile, 'datapackage.json'];

/** Name of the manifest file. */
export const comparisonManifest = 'comparison.manifest.json';

/** The tables of a comparison as CSV, and their description. */
function textsOf(
  outcomes: readonly Outcome[],
  { scenarios, norms }: Plan,
  { out, csv }: Pick<RunOptions, 'out' | 'csv'>,
) {
  const tables: AnyTable[] = [comparisonTable(outcomes), rankingTable(outcomes)];
  const title = `Comparison of ${outcomes.length} scenarios under their approaches`;
  const sources = sourcesIn(
    scenarios.map(({ tree }) => tree),
    norms,
  );
  const notes = { folder: basename(resolve(out)), title, version: VERSION, sources };
  return {
    ...Object.fromEntries(tables.map((table) => [table.file, formatCsv(table, csv)])),
    'datapackage.json': formatDataPackage(notes, tables, csv),
  };
}

/** Writes the tables of a comparison, their description, and the manifest: what is needed to repeat it, its footing and its identity. */
export function writeComparison(
  outcomes: readonly Outcome[],
  plan: Plan,
  options: RunOptions,
  { started, commandLine }: Pick<RunRecord, 'started' | 'commandLine'>,
): void {
  const { scenarios, tables } = plan;
  const texts = textsOf(outcomes, plan, options);
  for (const [path, text] of Object.entries(texts)) writeWhole(join(options.out, path), text);
  const manifest = {
    program: 'doorstroom',
    version: VERSION,
    command_line: commandLine,
    seed: options.seed,
    parameter_draws: options.draws,
    settings: settingsOf(options),
    footing: sayFooting(outcomes, 'en'),
    scenarios: scenarios.map((scenario, i) => ({
      municipality: scenario.tree.name,
      folder: basename(outcomes[i]!.folder),
      footing: outcomes[i]!.footing,
      inputs: inputFilesOf(scenario, tables).map(({ path, sha256: hash }) => ({
        path: shortenFromPackage(path),
        sha256: hash,
      })),
      outside: outsideOf(scenario.tree, tables.dated),
      warnings: warningsOf(scenario, tables).en,
    })),
    outputs: outputsOf(texts),
    started: started.toISOString(),
    finished: new Date().toISOString(),
    identity: identityOfRuns(plan, options),
  };
  writeWhole(join(options.out, comparisonManifest), `${JSON.stringify(manifest, null, 2)}\n`);
}
