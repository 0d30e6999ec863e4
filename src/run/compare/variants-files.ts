/** Runs beside the first of them as files: variants.csv with its description, and what they were compared from. */

import { basename, join, resolve } from 'node:path';
import { placedIn, sha256 } from '../../machine/folder.js';
import { formatCsv } from '../../output/csv.js';
import { textIn } from '../../output/package/cells.js';
import {
  among,
  booleanColumn,
  describeError,
  integerColumn,
  measureColumn,
  numberColumn,
  required,
  type Table,
  textColumn,
} from '../../output/package/columns.js';
import { formatDataPackage } from '../../output/package/data-package.js';
import { outputsOf } from '../../output/package/manifest.js';
import { measureCategories, sharedDefinitions } from '../../output/package/measure-definitions.js';
import { openRunFolder, type RunFolder } from '../../output/package/run-folder.js';
import { documentsIn } from '../../output/package/sources.js';
import { wordsIn } from '../../output/words/words.js';
import type { Caller } from '../caller.js';
import type { RunOptions } from '../plan/options.js';
import { VERSION } from '../version.js';
import { writeKeeping } from '../write/earlier.js';
import { refuseForeign } from '../write/results-folder.js';
import { isWrittenAgain } from '../write/run-folder.js';
import { comparisonManifest, filesIn, variantsFile } from './manifest.js';
import type { VariantRow, Variants } from './variants.js';

/** A number of a run, or (`against`) what it is more than that of the first run. */
interface ListedRow {
  readonly run: string;
  readonly against?: string;
  readonly isPaired?: boolean;
  readonly of: VariantRow;
  readonly value: Pick<VariantRow['difference'], 'estimate' | 'mcse' | 'parameterLow' | 'parameterHigh'>;
}

const keyOf = ({ approach, reference, headline }: VariantRow) =>
  [approach, reference, headline.measure, headline.month].join('\n');

function listedRows({ base, variants }: Variants): ListedRow[] {
  const ofBase = new Map(
    variants
      .flatMap(({ rows }) => rows)
      .map((of) => [keyOf(of), { run: base, of, value: of.before } satisfies ListedRow]),
  );
  return [
    ...ofBase.values(),
    ...variants.flatMap(({ name, unpaired, rows }) => [
      ...rows.map((of): ListedRow => ({ run: name, of, value: of.after })),
      ...rows.map(
        (of): ListedRow => ({
          run: name,
          against: base,
          isPaired: unpaired === undefined,
          of,
          value: of.difference,
        }),
      ),
    ]),
  ];
}

/** variants.csv */
function variantsTable(compared: Variants): Table<ListedRow> {
  const { base, variants } = compared;
  const rows = listedRows(compared);
  return {
    file: variantsFile,
    title: 'Main outcomes of each run, and what it differs from the first',
    key: ['run', 'against_run', 'approach', 'reference', 'measure', 'month'],
    columns: [
      required(
        among(
          [base, ...variants.map(({ name }) => name)],
          textColumn('run', 'run', (r) => r.run),
        ),
      ),
      among(
        [base],
        textColumn(
          'against_run',
          'empty: the number of the run itself; else minus that of this run',
          (r) => r.against,
        ),
      ),
      required(textColumn('approach', 'approach simulated', (r) => r.of.approach)),
      textColumn(
        'reference',
        'empty: the outcome of the approach; else minus that of this approach in the same run',
        (r) => r.of.reference,
      ),
      required(
        measureColumn(
          measureCategories(
            sharedDefinitions([]),
            rows.map(({ of }) => of.headline.measure),
          ),
          'what is measured: a main outcome, as in estimates.csv',
          '',
          (r) => r.of.headline.measure,
        ),
      ),
      integerColumn(
        'month',
        'months since the permit to which the measure belongs; empty: over the whole horizon',
        (r) => r.of.headline.month,
      ),
      required(
        textColumn(
          'unit',
          'unit of the estimate; money is per person of the cohort',
          (r) => r.of.headline.unit,
        ),
      ),
      numberColumn('estimate', 'the number, or the difference between the runs', (r) => r.value.estimate),
      numberColumn('mcse', describeError('the estimate'), (r) => r.value.mcse),
      numberColumn(
        'parameter_low',
        '2.5 % point over the uncertainty of the parameters; empty: not estimated, as for differences between runs of other people or draws',
        (r) => r.value.parameterLow,
      ),
      numberColumn('parameter_high', '97.5 % point of the same', (r) => r.value.parameterHigh),
      booleanColumn(
        'paired',
        'whether the two runs have the same people and parameter draws, so that the difference is one draw by draw; empty: no difference between runs',
        (r) => r.isPaired,
      ),
    ],
    rows,
  };
}

/** Where the numbers of a run come from, as its own table of them tells. */
const sourcesOfRun = (run: RunFolder) =>
  run.table('parameters.csv').flatMap((row) => {
    // Of an open question, whose weights are assumptions, the source says that it is open.
    const label = textIn(row, 'path').startsWith('alternatives.') ? undefined : textIn(row, 'label');
    return documentsIn(textIn(row, 'source'), label);
  });

/**
 * Writes what compared runs come to; what is replaced is kept.
 *
 * @param folders of the runs, the first of them first
 * @returns the path of the table
 */
export function writeVariants(
  folders: readonly string[],
  compared: Variants,
  { out, csv, force }: Pick<RunOptions, 'out' | 'csv' | 'force'>,
  caller: Pick<Caller, 'note' | 'language' | 'commandLine'>,
  started: Date,
): string {
  const all = filesIn(out);
  refuseForeign('file', all, force);
  const table = variantsTable(compared);
  const runs = folders.map(openRunFolder);
  const notes = {
    folder: basename(resolve(out)),
    title: `What ${compared.variants.map(({ name }) => name).join(', ')} differ${compared.variants.length === 1 ? 's' : ''} from ${compared.base}`,
    version: VERSION,
    sources: runs.flatMap(sourcesOfRun),
  };
  const texts = {
    [table.file]: formatCsv(table, csv),
    'datapackage.json': formatDataPackage(notes, [table], csv),
  };
  const names = [compared.base, ...compared.variants.map(({ name }) => name)];
  const told = runs.map(({ folder, manifest: own }, i) => {
    const unpaired = compared.variants[i - 1]?.unpaired;
    return {
      name: names[i],
      folder,
      version: own.version,
      seed: own.seed,
      parameter_draws: own.parameter_draws,
      replications: own.replications,
      settings: own.settings,
      ...(own.footing === undefined ? {} : { footing: own.footing }),
      inputs: own.inputs,
      outputs: own.outputs,
      // Left out of the text where it is undefined.
      unpaired: unpaired && wordsIn('en').screen.whyUnpaired(unpaired),
    };
  });
  const outputs = outputsOf(texts);
  const manifest = {
    program: 'doorstroom',
    version: VERSION,
    command_line: caller.commandLine,
    runs: told,
    outputs,
    started: started.toISOString(),
    finished: new Date().toISOString(),
    identity: sha256(JSON.stringify([VERSION, told, outputs])),
  };
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  const files = placedIn(out, { ...texts, [comparisonManifest]: text });
  const isKept = !force && !isWrittenAgain(join(out, comparisonManifest), text);
  writeKeeping(files, [{ name: 'comparison', paths: all }], { force: !isKept }, caller);
  return join(out, table.file);
}
