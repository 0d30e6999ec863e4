/** A sweep as reports need it: every point as a run of its own, with what it sets. */

import type { Language } from '../language.js';
import { textIn } from '../package/cells.js';
import { FolderProblem } from '../package/folder-problem.js';
import { labelOfApproach, labelOfMunicipality } from '../package/labels.js';
import { lawOfRun } from '../package/law-of-run.js';
import type { RunFolder } from '../package/run-folder.js';
import {
  type ReportedParameter,
  type ResultRow,
  type RunData,
  readParameters,
  resultOf,
} from './run-data.js';
import { settleSweep } from './sweep-rounding.js';

/** A point of a sweep; number 0 is the base, which changes nothing. */
export interface SweptPoint {
  readonly number: number;
  readonly name: string;
  /** Paths that it sets, with their values. */
  readonly sets: readonly { readonly path: string; readonly value: string | number }[];
  /** Its outcomes, with the differences from the reference at the same point. */
  readonly run: RunData;
  /** Differences from the base under the same approach. */
  readonly fromBase: readonly ResultRow[];
}

/** Whether a result folder is that of a sweep. */
export const isSweep = ({ files }: Pick<RunFolder, 'files'>): boolean => files.includes('sweep.csv');

/** Reads the points of a sweep, with names in a language. @throws Error when it has no rows */
export function readSweep(folder: RunFolder, language: Language): SweptPoint[] {
  const rows = folder.table('sweep.csv');
  const first = rows[0];
  if (first === undefined)
    throw new FolderProblem(`${folder.folder}: no sweep.csv with rows, so nothing to report`);
  const names = [...new Set(rows.map((row) => textIn(row, 'approach')))];
  const reference = folder.manifest.footing?.reference ?? names[0]!;
  const parameters: ReportedParameter[] = readParameters(folder);
  const points = folder.table('points.csv');
  const printed = settleSweep(
    points.map((point) =>
      rows
        .filter((row) => row.point === point.point)
        .map((row) => ({ ...resultOf(row), against: textIn(row, 'against') })),
    ),
    reference,
  );
  return points.map((point, p): SweptPoint => {
    const against = (of: string) => printed[p]!.filter((row) => row.against === of);
    const named = (name: string) => ({ name, label: labelOfApproach(folder.manifest, language, name, name) });
    return {
      number: Number(point.point),
      name: textIn(point, 'point_name'),
      sets: textIn(point, 'changed')
        .split(' ')
        .filter((path) => path !== '')
        .map((path) => ({ path, value: point[path] ?? '' })),
      fromBase: against('base'),
      run: {
        slug: `${folder.slug}-${textIn(point, 'point')}`,
        municipality: labelOfMunicipality(folder.manifest, language, textIn(first, 'municipality')),
        reference: named(reference),
        others: names.filter((name) => name !== reference).map(named),
        estimates: against(''),
        differences: against(reference),
        byAnswer: [],
        costs: [],
        parameters,
        parts: [],
        selection: [],
        law: lawOfRun(folder.manifest),
        changed: folder.changed(),
        origins: folder.manifest.origins ?? [],
        manifest: folder.manifest,
      },
    };
  });
}
