/** Outcomes by subgroup, when the run reports any. */

import { readSubgroup } from '../../../domain/attributes/subgroups.js';
import { measuresUnder } from '../../../domain/measures/all.js';
import type { Measure } from '../../../domain/measures/measure.js';
import { attributeName, valueName } from '../attribute-words.js';
import { type Cell, type Column, type TableBlock, textCell } from '../blocks.js';
import { briefColumns, briefMeasures, monthToldOf } from '../brief-columns.js';
import { settleColumns } from '../column-rounding.js';
import { approachesOf, findRow, headlineMonth, type ReportedApproach, type RunData } from '../run-data.js';
import type { Section } from '../section.js';
import { approachName, measureName, rowCells, type Speech } from '../speech.js';
import { selectionLevels } from './selection-levels.js';

const groupsOf = (run: RunData) => [
  ...new Set(run.estimates.map(({ subgroup }) => subgroup).filter((subgroup) => subgroup !== 'all')),
];
const attributesOf = (subgroups: readonly string[]) => [
  ...new Set(subgroups.map((subgroup) => readSubgroup(subgroup).attribute)),
];
const of = (attribute: string, subgroups: readonly string[]) =>
  subgroups.filter((subgroup) => readSubgroup(subgroup).attribute === attribute);

function rowName(speech: Speech, run: RunData, subgroup: string): string {
  if (subgroup === 'all') return speech.words.subgroups.all;
  const { attribute, value } = readSubgroup(subgroup);
  return valueName(speech, run, attribute, value);
}

/**
 * A run with the rows that tables by subgroup tell of, printed so that each column has one number of decimals.
 *
 * @param levels the approaches whose levels the tables have
 */
function withColumnsAlike(
  run: RunData,
  subgroups: readonly string[],
  levels: readonly ReportedApproach[],
): RunData {
  const groups = new Set([...subgroups, 'all']);
  const month = headlineMonth(run);
  const of = (rows: RunData['estimates']) =>
    rows.filter((row) => groups.has(row.subgroup) && (row.month === month || Number.isNaN(row.month)));
  const settled = settleColumns(
    { estimates: of(run.estimates), differences: of(run.differences) },
    run.reference.name,
    ({ approach }) => levels.some(({ name }) => name === approach),
  );
  return { ...run, ...settled };
}

/** The differences of an approach from the reference, by the values of an attribute. */
function subgroupTable(
  run: RunData,
  approach: ReportedApproach,
  attribute: string,
  subgroups: readonly string[],
  speech: Speech,
): TableBlock {
  const { headings, subgroups: text } = speech.words;
  return {
    kind: 'table',
    name: `${run.slug}-by-${attribute.replaceAll(/[:.]/g, '-')}-${approach.name}`,
    sheet: 'outcomes',
    of: approach.name,
    caption: text.caption(
      attributeName(speech, attribute),
      approachName(approach),
      approachName(run.reference),
    ),
    columns: [{ label: headings.subgroup, kind: 'text', weight: 1.3 }, ...briefColumns(speech, run)],
    rows: [...subgroups, 'all'].map((subgroup) => [
      textCell(rowName(speech, run, subgroup)),
      ...briefMeasures.flatMap((measure) =>
        rowCells(
          speech,
          findRow(run.differences, approach.name, measure.name, monthToldOf(run, measure), subgroup),
          true,
        ),
      ),
    ]),
    note: text.note,
  };
}

/** The section on subgroups; undefined when the run has none. */
export function subgroupsSection(run: RunData, speech: Speech): Section | undefined {
  const subgroups = groupsOf(run);
  if (subgroups.length === 0 || run.others.length === 0) return undefined;
  return {
    id: 'subgroups',
    title: speech.words.sections.subgroups,
    sheet: 'outcomes',
    blocks: attributesOf(subgroups).flatMap((attribute) => {
      const groups = of(attribute, subgroups);
      const alike = withColumnsAlike(run, groups, [run.reference]);
      return run.others.flatMap((approach) => [
        ...selectionLevels(alike, approach, attribute, groups, speech),
        subgroupTable(alike, approach, attribute, groups, speech),
      ]);
    }),
  };
}

/** Levels and differences of the main measures by subgroup, for a workbook. */
export function subgroupsLedger(run: RunData, speech: Speech): TableBlock[] {
  const { headings, subgroups: text } = speech.words;
  const subgroups = groupsOf(run);
  if (subgroups.length === 0) return [];
  const measures = measuresUnder([run.law]).filter(({ words }) => words[speech.language].short !== undefined);
  const cells = ({ estimates, differences }: RunData, subgroup: string, measure: Measure): Cell[] => {
    const find = (rows: RunData['estimates'], approach: string) =>
      findRow(rows, approach, measure.name, monthToldOf(run, measure), subgroup);
    return [
      ...approachesOf(run).map(({ name }) => rowCells(speech, find(estimates, name))[0]),
      ...run.others.flatMap(({ name }) => rowCells(speech, find(differences, name), true)),
    ];
  };
  return [
    {
      kind: 'table',
      name: `${run.slug}-subgroups`,
      sheet: 'outcomes',
      caption: text.allMeasures,
      columns: [
        // First, as in the tables above it: the columns of a sheet are as wide as all of its tables need.
        { label: headings.measure, kind: 'text', weight: 2.6 },
        { label: headings.attribute, kind: 'text' },
        { label: headings.subgroup, kind: 'text' },
        ...approachesOf(run).map((approach) => ({ label: approachName(approach), kind: 'number' }) as const),
        ...run.others.flatMap((approach): Column[] => [
          { label: headings.differenceOf(approachName(approach)), kind: 'number' },
          { label: headings.interval, kind: 'interval', weight: 1.6 },
        ]),
      ],
      rows: attributesOf(subgroups).flatMap((attribute) => {
        const alike = withColumnsAlike(run, of(attribute, subgroups), approachesOf(run));
        return measures.flatMap((measure) =>
          [...of(attribute, subgroups), 'all']
            .filter((subgroup) =>
              run.estimates.some((row) => row.subgroup === subgroup && row.measure === measure.name),
            )
            .map((subgroup) => [
              textCell(measureName(speech, run, measure.name, monthToldOf(run, measure))),
              textCell(attributeName(speech, attribute)),
              textCell(rowName(speech, run, subgroup)),
              ...cells(alike, subgroup, measure),
            ]),
        );
      }),
      note: text.note,
    },
  ];
}
