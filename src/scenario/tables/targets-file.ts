/** Reads published figures that a scenario is compared with. */

import { z } from 'zod';
import type { People } from '../../domain/attributes/person.js';
import { subgroupNames, subgroupOf } from '../../domain/attributes/subgroups.js';
import { labels } from '../../domain/parameters/quantity.js';
import { isDated, type Target, targetMetrics, unitOfMetric } from '../../domain/parameters/targets.js';
import { type Diagnostic, sortDiagnostics } from '../check/diagnostic.js';
import { suggest } from '../check/nearest.js';
import { parseWith } from '../check/parse.js';
import { readCsvFile, recordOf } from './csv-file.js';

const metrics = Object.keys(targetMetrics);
const number = z
  .string()
  .regex(/^-?\d{1,15}(\.\d{1,30})?$/, 'expected a number with a point, such as 0.57')
  .transform(Number);

const row = z.object({
  id: z.string().min(1, 'expected a name'),
  metric: z.enum(metrics),
  subgroup: z.string(),
  month: z.union([z.literal(''), number]),
  value: number,
  tolerance: number,
  unit: z.enum(['share', 'months']),
  use: z.enum(['fit', 'validation']),
  label: z.enum(labels),
  source: z.string().min(1, 'expected a source'),
  note: z.string(),
});

type TargetColumn = keyof typeof row.shape;
const columns = Object.keys(row.shape) as TargetColumn[];

const numeric = ['month', 'value', 'tolerance'];

/** Values allowed in a column, where there is a list of them. */
const choices: Partial<Record<TargetColumn, readonly string[]>> = {
  metric: metrics,
  unit: ['share', 'months'],
  use: ['fit', 'validation'],
  label: labels,
};

export type TargetsResult =
  | {
      readonly ok: true;
      readonly targets: readonly Target[];
      /** Subgroups of the targets that are left out, one for each target. */
      readonly leftOut: readonly string[];
    }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** A list of targets has some hundred lines, so a file of a megabyte must be something else. */
const MAX_BYTES = 1024 * 1024;

/** Checks the cells of a row against each other. */
function checkRow(cells: z.infer<typeof row>, people: People): { column: TargetColumn; message: string }[] {
  const { metric, month, subgroup, unit, value, tolerance } = cells;
  const found: { column: TargetColumn; message: string }[] = [];
  if (subgroup !== 'all' && subgroupOf(subgroup, people) === undefined)
    found.push({
      column: 'subgroup',
      message: `unknown subgroup "${subgroup}"${suggest(subgroup, subgroupNames(people))}`,
    });
  if (isDated(metric) !== (month !== ''))
    found.push({ column: 'month', message: `${metric} ${month === '' ? 'needs a month' : 'has no month'}` });
  if (month !== '' && (month < 0 || month > 240))
    found.push({ column: 'month', message: 'expected 0 to 240 months' });
  if (unit !== unitOfMetric(metric))
    found.push({ column: 'unit', message: `${metric} is in ${unitOfMetric(metric)}` });
  if (unitOfMetric(metric) === 'share' && !(value > 0 && value < 1))
    found.push({ column: 'value', message: 'expected a share between 0 and 1' });
  if (!(tolerance > 0)) found.push({ column: 'tolerance', message: 'expected a tolerance above 0' });
  return found;
}

function messageOf(column: TargetColumn, text: string, message: string): string {
  const names = choices[column];
  return names === undefined ? message : `unknown name "${text}"${suggest(text, names)}`;
}

/**
 * Reads a targets file for the people of a cohort. Problems carry the line and, as column, the number of the cell.
 *
 * @param isOfOthers whether a subgroup that these people do not have exists for other people; its targets are left out, not refused
 */
export function readTargets(
  path: string,
  people: People,
  isOfOthers: (subgroup: string) => boolean = () => false,
): TargetsResult {
  const kindOf = (name: string) => (numeric.includes(name) ? 'number' : 'text');
  const read = readCsvFile(path, { needed: columns, open: false, maxBytes: MAX_BYTES, kindOf });
  if (!read.ok) return read;
  const diagnostics: Diagnostic[] = [];
  const report = (line: number, column: TargetColumn, message: string) =>
    diagnostics.push({
      file: path,
      line,
      column: read.names.indexOf(column) + 1,
      message: `${column}: ${message}`,
    });
  const leftOut: string[] = [];
  const seen = new Map<string, number>();
  const targets = read.lines.flatMap(({ line, cells: texts }): Target[] => {
    const record = recordOf(read.names, texts);
    const parsed = parseWith(row, record);
    if (!parsed.success) {
      for (const issue of parsed.error.issues) {
        const column = issue.path[0] as TargetColumn;
        report(line, column, messageOf(column, record[column]!, issue.message));
      }
      return [];
    }
    const { note: _, unit: __, month, ...cells } = parsed.data;
    const { subgroup } = cells;
    const isLeftOut =
      subgroup !== 'all' && subgroupOf(subgroup, people) === undefined && isOfOthers(subgroup);
    for (const { column, message } of checkRow(parsed.data, people))
      if (!isLeftOut || column !== 'subgroup') report(line, column, message);
    const before = seen.get(cells.id);
    if (before !== undefined) report(line, 'id', `"${cells.id}" stands on line ${before} already`);
    seen.set(cells.id, line);
    if (isLeftOut) {
      leftOut.push(subgroup);
      return [];
    }
    return [{ ...cells, month: month === '' ? undefined : month }];
  });
  if (read.lines.length === 0)
    diagnostics.push({ file: path, line: 1, column: 1, message: 'expected at least one target' });
  return diagnostics.length > 0
    ? { ok: false, diagnostics: sortDiagnostics(diagnostics) }
    : { ok: true, targets, leftOut };
}
