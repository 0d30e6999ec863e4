/** Result folders side by side: how runs differ from the first of them, draw by draw where they are of the same people. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  areOfSamePersons,
  pairedContrast,
  pairedDifference,
  separateDifference,
  type VariantDifference,
} from '../../analysis/variants.js';
import { decisive } from '../../domain/measures/money.js';
import type { Language } from '../../output/language.js';
import type { NamedFooting } from '../../output/package/footing.js';
import { labelOfApproach } from '../../output/package/labels.js';
import { namesOfFolders } from '../../output/package/names-of-runs.js';
import { openRunFolder, type RunFolder } from '../../output/package/run-folder.js';
import type { Unpaired } from '../../output/package/unpaired.js';
import type { Printed } from '../../output/report/measured.js';
import { settleVariant } from '../../output/report/variant-rounding.js';
import { Refusal } from '../refusal.js';
import { isScenarioName } from '../scenarios/names.js';
import { whyUnfinished } from '../simulate/checkpoint.js';
import { type FindSums, readDraws } from '../write/draws-file.js';
import { type Headline, headlines, rowOf } from '../write/headlines.js';
import { readBack, type SummarisedRow } from '../write/read-back.js';
import { readable } from '../write/results-folder.js';
import { refuseUnlikeFootings } from './footing.js';
import { whyNoResults } from './manifest.js';

/** A main outcome of an approach in two runs. */
export interface VariantRow {
  readonly headline: Headline;
  readonly approach: string;
  /** What readers call it. */
  readonly label: string;
  /** Undefined: the outcome itself; else its difference from this reference. */
  readonly reference: string | undefined;
  /** What readers call that. */
  readonly referenceLabel: string | undefined;
  readonly before: SummarisedRow & Printed;
  readonly after: SummarisedRow & Printed;
  readonly difference: VariantDifference & Printed;
}

/** A run beside the first one. */
export interface Variant {
  readonly name: string;
  readonly folder: string;
  /** Why its people and draws are not those of the first run; undefined: they are. */
  readonly unpaired: Unpaired | undefined;
  readonly rows: readonly VariantRow[];
}

export interface Variants {
  readonly base: string;
  readonly draws: number;
  readonly variants: readonly Variant[];
}

/** A result folder that is read. */
interface Read {
  readonly name: string;
  readonly run: RunFolder;
  readonly estimates: readonly SummarisedRow[];
  readonly differences: readonly SummarisedRow[];
  readonly reference: string;
  readonly sums: FindSums | undefined;
}

/** Whether something is a result folder. */
function isResultFolder(path: string): boolean {
  return existsSync(join(path, 'manifest.json'));
}

/** Whether result folders are meant: all are, or one that is no name of a scenario; a folder may have that name too. */
export function areResults(given: readonly string[]): boolean {
  const folders = given.filter(isResultFolder);
  const isAll = folders.length > 1 && folders.length === given.length;
  return isAll || folders.some((path) => !isScenarioName(path));
}

function read(folder: string, name: string): Read {
  const run = openRunFolder(folder);
  const rows = readBack(folder, 'differences.csv');
  const estimates = readBack(folder, 'estimates.csv').map(({ summary }) => summary);
  if (estimates.length === 0)
    throw new Error(`${folder}: no estimates.csv with rows; expected the results of a run`);
  return {
    name,
    run,
    estimates,
    differences: rows.map(({ summary }) => summary),
    reference: String(rows[0]?.row.reference ?? estimates[0]!.approach),
    sums: readDraws(folder),
  };
}

/** What readers of a run call an approach: in both languages, or as its tables have it. */
function labelIn({ run }: Read, approach: string, language: Language): string {
  const row = run.table('approaches.csv').find((each) => each.approach === approach);
  return labelOfApproach(run.manifest, language, approach, String(row?.approach_label ?? approach));
}

/** What readers call an approach that two runs have: where each calls it otherwise, both. */
function labelInBoth(base: Read, other: Read, approach: string, language: Language): string {
  const [before, after] = [base, other].map((of) => labelIn(of, approach, language));
  return before === after ? after! : `${after} (${base.name}: ${before})`;
}

/** In what the draws and persons of two runs are not the same; undefined: they are. */
function whyUnpaired(base: Read, other: Read): Unpaired | undefined {
  const [one, two] = [base.run.manifest, other.run.manifest];
  const things = [
    ['version', one.version, two.version],
    ['seed', one.seed, two.seed],
    ['draws', one.parameter_draws, two.parameter_draws],
    ['replications', one.replications, two.replications],
  ] as const;
  const unlike = things.find(([, before, after]) => before !== after);
  if (unlike !== undefined) return { kind: unlike[0], before: String(unlike[1]), after: String(unlike[2]) };
  if (base.sums === undefined || other.sums === undefined) {
    const { name } = base.sums === undefined ? base : other;
    return { kind: 'noDraws', name };
  }
  const [own, before] = [other, base].map(({ sums, reference }) =>
    sums!(reference, decisive.name, undefined),
  );
  if (own === undefined || before === undefined || !areOfSamePersons(own, before)) return { kind: 'cohorts' };
  return undefined;
}

/** A main outcome in two runs, before anything is rounded. */
interface Found {
  readonly headline: Headline;
  readonly approach: string;
  readonly reference: string | undefined;
  readonly before: SummarisedRow;
  readonly after: SummarisedRow;
  readonly difference: SummarisedRow & VariantDifference;
}

/** The main outcomes that two runs have both, and the differences of approaches from a common reference in what decides. */
function foundIn(base: Read, other: Read, all: readonly Headline[], isPaired: boolean): Found[] {
  const sumsOf = ({ sums }: Read, approach: string, { measure, month }: Headline) =>
    isPaired ? sums?.(approach, measure, month) : undefined;
  const pick = (headline: Headline, approach: string, reference: string | undefined): Found[] => {
    const [before, after] = [base, other].map(({ estimates, differences }) =>
      rowOf(reference === undefined ? estimates : differences, headline, approach),
    );
    if (before === undefined || after === undefined) return [];
    const [own, ofBase] = [other, base].map((of) => sumsOf(of, approach, headline));
    const paired = () => {
      if (own === undefined || ofBase === undefined) return undefined;
      if (reference === undefined) return pairedDifference(own, ofBase, headline.unit);
      const [against, ofReference] = [other, base].map((of) => sumsOf(of, reference, headline));
      // Of means over those concerned the difference is no sum over persons.
      const areSums = [
        [own, against],
        [ofBase, ofReference],
      ].every(([one, another]) => another !== undefined && areOfSamePersons(one!, another));
      return areSums
        ? pairedContrast(
            { own, reference: against! },
            { own: ofBase, reference: ofReference! },
            headline.unit,
          )
        : undefined;
    };
    const difference = paired() ?? separateDifference(after, before);
    return [{ headline, approach, reference, before, after, difference: { ...after, ...difference } }];
  };
  const approaches = [...new Set(other.estimates.map(({ approach }) => approach))];
  const isContrasted = (approach: string) =>
    approach !== base.reference && base.reference === other.reference;
  return approaches.flatMap((approach) => [
    ...all.flatMap((headline) => pick(headline, approach, undefined)),
    ...all
      .filter(({ measure }) => isContrasted(approach) && measure === decisive.name)
      .flatMap((headline) => pick(headline, approach, base.reference)),
  ]);
}

function rowsFor(base: Read, other: Read, isPaired: boolean, language: Language): VariantRow[] {
  const { footing } = base.run.manifest;
  const all = headlines(12 * (footing?.horizon_years ?? 0), [], language);
  const isShown = (row: SummarisedRow) =>
    row.subgroup === 'all' &&
    all.some(({ measure, month }) => row.measure === measure && row.month === month);
  const shown = ({ estimates, differences, reference }: Read) => ({
    estimates: estimates.filter(isShown),
    differences: differences.filter(isShown),
    reference,
  });
  const found = foundIn(base, other, all, isPaired);
  const between = (isContrast: boolean) =>
    found
      .filter(({ reference }) => (reference !== undefined) === isContrast)
      .map(({ difference }) => difference);
  const printed = settleVariant(shown(base), shown(other), {
    changes: between(false),
    shifts: between(true),
  });
  return found.map(({ headline, approach, reference, before, after, difference }): VariantRow => {
    const [label, referenceLabel] = [approach, reference].map(
      (name) => name && labelInBoth(base, other, name, language),
    );
    return {
      ...{ headline, approach, label: label!, reference, referenceLabel },
      before: { ...before, ...printed.get(before)! },
      after: { ...after, ...printed.get(after)! },
      difference: { ...difference, ...printed.get(difference)! },
    };
  });
}

/**
 * Compares the runs in result folders with the first of them.
 *
 * @param language of the names of outcomes
 * @throws Refusal where they do not stand on one footing, or cannot be read
 */
export async function compareFolders(folders: readonly string[], language: Language): Promise<Variants> {
  if (folders.length < 2) throw new Refusal('expected two or more result folders to compare');
  const foreign = folders.find((folder) => !isResultFolder(folder));
  if (foreign !== undefined)
    throw new Refusal(
      `${foreign}: ${whyUnfinished(foreign) ?? whyNoResults(foreign) ?? 'is no result folder; expected either scenarios or result folders'}`,
    );
  const names = namesOfFolders(folders);
  const reads = await Promise.all(
    folders.map((folder, i) => readable(folder, () => read(folder, names[i]!))),
  );
  refuseUnlikeFootings(
    reads.flatMap(({ name, run }): NamedFooting[] =>
      run.manifest.footing === undefined ? [] : [{ name, footing: run.manifest.footing }],
    ),
    'the runs are not on the same footing, so they cannot be compared:',
  );
  const [base, ...others] = reads;
  return {
    base: base!.name,
    draws: base!.run.manifest.parameter_draws,
    variants: others.map((other): Variant => {
      const unpaired = whyUnpaired(base!, other);
      const rows = rowsFor(base!, other, unpaired === undefined, language);
      return { name: other.name, folder: other.run.folder, unpaired, rows };
    }),
  };
}

/**
 * What each run changes beside the first, where all are variants of its scenario: each has read its file, as it is or to extend it. Empty:
 * they are not, or do not stand on one footing.
 */
export async function variantsAmong(
  runs: readonly RunFolder[],
  language: Language,
): Promise<readonly Variant[]> {
  const [first, ...others] = runs;
  const own = first?.manifest.inputs[0]?.path;
  const areVariants = others.every(({ manifest: { inputs } }) => inputs.some(({ path }) => path === own));
  if (own === undefined || others.length === 0 || !areVariants) return [];
  try {
    return (
      await compareFolders(
        runs.map(({ folder }) => folder),
        language,
      )
    ).variants;
  } catch (error) {
    // The report says itself on what footings they stand.
    if (error instanceof Refusal) return [];
    throw error;
  }
}
