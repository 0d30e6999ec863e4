/** What is needed to repeat a run, and the description of its files for other programs. */

import { arch, cpus, platform, release } from 'node:os';
import type { Origin } from '../../domain/attributes/origin.js';
import type { Outside } from '../../domain/time/coverage.js';
import { type Files, sha256 } from '../../machine/folder.js';
import type { CostItem, Label } from '../../scenario/labels.js';
import type { Language } from '../language.js';
import * as words from '../words/en/footing.js';
import type { AnyTable } from './columns.js';
import type { Footing } from './footing.js';
import type { Influences } from './influences.js';
import type { ReachedPrecision } from './precision.js';

/** What a reader of results should know, in each language one for one. */
export type Warnings = Readonly<Record<Language, readonly string[]>>;

/** How a run came about. */
export interface RunRecord {
  /** What the folder holds, in a line. */
  readonly title: string;
  readonly version: string;
  readonly commandLine: readonly string[];
  readonly seed: string;
  readonly draws: number;
  readonly replications: number;
  readonly workers: number;
  readonly inputs: readonly { readonly path: string; readonly sha256: string }[];
  readonly settings: readonly string[];
  readonly warnings: Warnings;
  /** The precision asked for, and what it came to; absent: none was asked for. */
  readonly precision?: ReachedPrecision;
  /** What moves the net balance most over the parameter draws. */
  readonly influences?: Influences;
  /** By approach the error by which the outcomes at the ends of numbers are rounded, of what is analysed. */
  readonly outcomeErrors?: Readonly<Record<string, number>>;
  /** On what footing the results of a scenario stand. */
  readonly footing?: Footing;
  /** What of them lies outside tables and laws; said in the warnings too. */
  readonly outside?: readonly Outside[];
  /** The origins of its people, with what reports call them. */
  readonly origins?: readonly Origin[];
  /** What reports call the scenario, its approaches and activities where that differs by language, by path. */
  readonly labels?: Readonly<Record<string, Label>>;
  /** Who pays each number of what activities cost, by path. */
  readonly costItems?: Readonly<Record<string, CostItem>>;
  /** Where its numbers come from, where no table of the folder tells; for datapackage.json. */
  readonly sources?: readonly string[];
  readonly started: Date;
  readonly finished: Date;
  /** Hash of what decides the results of the scenario beside seed, draws and replications. */
  readonly scenario?: string;
  /** Hash of everything that decides the files: with it, a run that is resumed sees that they are its own. */
  readonly identity?: string;
}

/** What manifests record of files that are written, by which a change of them shows. */
export const outputsOf = (files: Files) =>
  Object.entries(files).map(([path, text]) => ({
    path,
    bytes: Buffer.byteLength(text),
    sha256: sha256(text),
  }));

/** A footing as data, and in words that can be quoted. */
function describeFooting(footing: Footing | undefined): object {
  if (footing === undefined) return {};
  const { discounted, prices } = words;
  return { footing: { ...footing, money: discounted(footing), prices: prices([footing]) } };
}

/**
 * The text of manifest.json.
 *
 * @param tables the files whose number of rows is recorded
 */
export function formatManifest(record: RunRecord, files: Files, tables: readonly AnyTable[]): string {
  const rows = new Map(tables.map((table) => [table.file, table.rows.length]));
  const manifest = {
    program: 'doorstroom',
    version: record.version,
    command_line: record.commandLine,
    seed: record.seed,
    parameter_draws: record.draws,
    replications: record.replications,
    ...(record.precision === undefined ? {} : { precision: record.precision }),
    ...(record.influences === undefined ? {} : { influences: record.influences }),
    ...(record.outcomeErrors === undefined ? {} : { outcome_mcse: record.outcomeErrors }),
    workers: record.workers,
    settings: record.settings,
    ...describeFooting(record.footing),
    ...(record.origins === undefined ? {} : { origins: record.origins }),
    ...(record.labels === undefined ? {} : { labels: record.labels }),
    ...(record.costItems === undefined ? {} : { cost_items: record.costItems }),
    inputs: record.inputs,
    // The number of rows is left out of the text where it is undefined.
    outputs: outputsOf(files).map((output) => ({ ...output, rows: rows.get(output.path) })),
    warnings: record.warnings.en,
    ...(record.warnings.nl.length === 0 ? {} : { warnings_nl: record.warnings.nl }),
    ...(record.outside === undefined ? {} : { outside: record.outside }),
    started: record.started.toISOString(),
    finished: record.finished.toISOString(),
    ...(record.scenario === undefined ? {} : { scenario_sha256: record.scenario }),
    ...(record.identity === undefined ? {} : { identity: record.identity }),
    seconds: (record.finished.getTime() - record.started.getTime()) / 1000,
    machine: {
      node: process.version,
      platform: `${platform()} ${release()} ${arch()}`,
      processors: cpus().length,
      model: cpus()[0]?.model ?? 'unknown',
    },
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
