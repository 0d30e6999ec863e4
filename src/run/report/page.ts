/** A page: the report of a run, whose reader asks a what-if of his own in the browser. */

import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bijstandShare } from '../../domain/measures/income.js';
import { centralValue } from '../../domain/parameters/quantity.js';
import type { Language } from '../../output/language.js';
import { lawOfRun } from '../../output/package/law-of-run.js';
import type { RunFolder } from '../../output/package/run-folder.js';
import { formatPage } from '../../output/page/format-page.js';
import { type PageData, packBytes, packPosterior, withoutSources } from '../../output/page/page-data.js';
import { measuredAssumptions } from '../../output/report/assumption-order.js';
import type { Report } from '../../output/report/blocks.js';
import { translateLabels } from '../../output/report/build-report.js';
import { readRunData } from '../../output/report/run-data.js';
import { speak } from '../../output/report/speech.js';
import { quoteArgument } from '../../output/shell-argument.js';
import { type LoadedScenario, packageLibrary } from '../../scenario/load-scenario.js';
import { readNorms } from '../../scenario/tables/norms.js';
import { inputFilesOf, readPackageTables } from '../../scenario/tables/package-tables.js';
import { replicationsFor } from '../../simulation/cohort/replications.js';
import { taskOf } from '../plan/design.js';
import { Refusal } from '../refusal.js';
import { nameForOthers } from '../scenarios/names.js';
import { loadAll, shortenFromPackage } from '../scenarios/scenarios.js';
import { VERSION } from '../version.js';
import { controlsOf } from './page-controls.js';
import { tooLarge } from './page-size.js';

/** Files made by the build; the same paths from the sources and from the compiled files. */
const built = (name: string) => join(packageLibrary().data, '..', 'dist', name);
/** The program of a page, which knows the words of one language. */
const programOf = (language: Language) => `output/page/program.${language}.js`;
const KERNEL = 'engine/kernel.wasm';

/** Why no page is made of a run, or of a scenario, of one approach. */
export const nothingToCompare = (name: string) =>
  `${name}: has one approach, so there is nothing to compare; expected two or more`;

/** The scenario of a run, as it was. @throws Refusal where its files are gone or are not those of the run any more */
function scenarioOf({ folder, manifest }: RunFolder): { path: string; scenario: LoadedScenario } {
  const again = 'run again, then make the page';
  if (manifest.version !== VERSION)
    throw new Refusal(`${folder}: is of doorstroom ${manifest.version}, this is ${VERSION}; ${again}`);
  const named = manifest.inputs[0]?.path ?? '';
  const inPackage = join(packageLibrary().scenarios, '..', named);
  const path = existsSync(inPackage) ? inPackage : resolve(named);
  if (!existsSync(path))
    throw new Refusal(
      `${folder}: its scenario ${named} is not here; expected the folder from which it was run`,
    );
  const scenario = loadAll([path], manifest.settings)[0]!;
  const now = inputFilesOf(scenario, readPackageTables(packageLibrary()));
  for (const before of manifest.inputs) {
    const isSame = now.some(
      (each) => shortenFromPackage(each.path) === before.path && each.sha256 === before.sha256,
    );
    if (!isSame) throw new Refusal(`${folder}: ${before.path} has changed since the run; ${again}`);
  }
  return { path, scenario };
}

/** All that a page of a run holds. @throws Refusal where its scenario has changed since, or there is nothing to compare */
function pageDataOf(run: RunFolder, language: Language, allowed: readonly string[]): PageData {
  const { manifest } = run;
  const { path, scenario } = scenarioOf(run);
  const { parameter_draws: draws, replications, seed } = manifest;
  const options = { seed, draws, replications, by: undefined, persons: false };
  const { posterior, ...task } = taskOf(scenario, readNorms(packageLibrary()), options);
  const data = translateLabels(readRunData(run), language);
  if (data.others.length === 0) throw new Refusal(nothingToCompare(run.folder));
  const speech = speak(language, lawOfRun(manifest));
  const { slug, municipality, reference, others, parts } = data;
  const controls = controlsOf(scenario, { ...task, ...(posterior && { posterior }) }, data, speech, allowed);
  // Of the others the page says nothing.
  const parameters = data.parameters
    .filter((each) => controls.some((control) => control.path === each.path))
    .map((each) => ({ ...each, source: '', note: '', setIn: '' }));
  return {
    language,
    task: { ...task, tree: withoutSources(task.tree) },
    ...(posterior === undefined ? {} : { posterior: packPosterior(posterior, task.key, draws) }),
    replicationsBySize: replications === replicationsFor(draws, centralValue(task.tree.cohort.size)),
    controls,
    carries: measuredAssumptions(data) !== null && (allowed.length === 0 || allowed.includes('assumptions')),
    run: {
      ...{ slug, municipality, reference, others, parameters, parts },
      manifest: { ...manifest, command_line: [], inputs: [], outputs: [] },
    },
    gains: data.differences.filter(
      ({ measure, subgroup }) => measure === bijstandShare.name && subgroup === 'all',
    ),
    command: {
      scenario: quoteArgument(nameForOthers(path, manifest.inputs[0]?.path ?? path)),
      seed,
      settings: manifest.settings,
    },
    kernel: packBytes(readFileSync(built(KERNEL))),
  };
}

/**
 * The text of the page of a run, with its report.
 *
 * @param allowed what readers may change; empty: what carries the answer
 * @throws Refusal where its scenario has changed since, there is nothing to compare, or the page would be too large
 */
export function pageOf(run: RunFolder, report: Report, allowed: readonly string[] = []): string {
  const data = pageDataOf(run, report.language, allowed);
  const page = formatPage(report, data, readFileSync(built(programOf(report.language)), 'utf8'));
  const problem = tooLarge(Buffer.byteLength(page), data.posterior);
  if (problem !== undefined) throw new Refusal(`${run.slug}: ${problem}`);
  return page;
}
