/** The files of a comparison: its tables, what describes them, and what repeats it. */

import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { outsideOf } from '../../domain/time/coverage.js';
import { placedIn } from '../../machine/folder.js';
import { formatCsv } from '../../output/csv.js';
import type { AnyTable } from '../../output/package/columns.js';
import { formatDataPackage } from '../../output/package/data-package.js';
import { outputsOf } from '../../output/package/manifest.js';
import { sourcesIn } from '../../output/package/sources.js';
import { inputFilesOf } from '../../scenario/tables/package-tables.js';
import type { Caller } from '../caller.js';
import { identityOfRuns } from '../plan/identity.js';
import type { RunOptions } from '../plan/options.js';
import type { Plan } from '../plan/plan.js';
import { settingsOf, shortenFromPackage } from '../scenarios/scenarios.js';
import { VERSION } from '../version.js';
import { writeKeeping } from '../write/earlier.js';
import type { Outcome } from '../write/outcome.js';
import { isWrittenAgain } from '../write/run-folder.js';
import { warningsOf } from '../write/warnings.js';
import { comparisonTable } from './comparison-table.js';
import { sayFooting } from './footing.js';
import { rankingTable } from './ranking.js';

/** Name of the table in which results stand beside the first of them. */
export const variantsFile = 'variants.csv';

/** The files for readers that comparisons write, of scenarios or of results; those of the one make way for the other. */
const comparisonFiles = ['comparison.csv', 'ranking.csv', variantsFile, 'datapackage.json'];

/** Name of the manifest file. */
export const comparisonManifest = 'comparison.manifest.json';

const comparedRuns = z.object({ runs: z.array(z.object({ folder: z.string() })) });

/** The result folders that were compared, as the manifest of their comparison has them; none where it cannot be read. */
function comparedIn(folder: string): string[] {
  try {
    const { runs } = comparedRuns.parse(JSON.parse(readFileSync(join(folder, comparisonManifest), 'utf8')));
    return runs.map((run) => run.folder);
  } catch {
    return [];
  }
}

/** What to say of a folder that holds only how result folders differ where results are asked for; undefined: it does not. */
export function whyNoResults(folder: string): string | undefined {
  if (!existsSync(join(folder, variantsFile))) return undefined;
  const these = comparedIn(folder);
  const named =
    these.length === 0 ? 'these folders themselves' : `these folders themselves, ${these.join(' ')}`;
  return `holds only how result folders differ (${variantsFile}); expected ${named}`;
}

/** The files of a comparison in a folder, of whichever kind. */
export const filesIn = (folder: string) =>
  [...comparisonFiles, comparisonManifest].map((name) => join(folder, name));

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

/**
 * Writes the tables of a comparison, their description, and the manifest: what is needed to repeat it, its footing and its identity. The
 * comparison that was there is kept, unless it is the same.
 */
export function writeComparison(
  outcomes: readonly Outcome[],
  plan: Plan,
  options: RunOptions,
  started: Date,
  caller: Pick<Caller, 'commandLine' | 'note' | 'language'>,
): void {
  const { scenarios, tables } = plan;
  const texts = textsOf(outcomes, plan, options);
  const manifest = {
    program: 'doorstroom',
    version: VERSION,
    command_line: caller.commandLine,
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
  const { out } = options;
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  const files = placedIn(out, { ...texts, [comparisonManifest]: text });
  const force = options.force || isWrittenAgain(join(out, comparisonManifest), text);
  writeKeeping(files, [{ name: 'comparison', paths: filesIn(out) }], { force }, caller);
}
