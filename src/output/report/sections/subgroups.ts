/** Outcomes by subgroup, when the run reports any. */

import { readSubgroup } from '../../../domain/attributes/subgroups.js';
import { measuresUnder } from '../../../domain/measures/all.js';
import { attributeName, valueName } from '../attribute-words.js';
import { type Cell, type TableBlock, textCell } from '../blocks.js';
import { approachesOf, findRow, headlineMonth, type RunData } from '../run-data.js';
import type { Section } from '../section.js';
import { approachName, measureName, rowCells, type Speech } from '../speech.js';

function rowName(speech: Speech, run: RunData, subgroup: string): string {
  const { attribute, value } = readSubgroup(subgroup);
  return valueName(speech, run, attribute, value);
}

function subgroupTable(
  run: RunData,
  attribute: string,
  subgroups: readonly string[],
  at: { measure: string; month: number },
  speech: Speech,
): TableBlock {
  const { headings, subgroups: text } = speech.words;
  const measure = measureName(speech, run, at.measure, at.month);
  const cells = (subgroup: string): Cell[] => [
    ...approachesOf(run).map(
      ({ name }) => rowCells(speech, findRow(run.estimates, name, at.measure, at.month, subgroup))[0],
    ),
    ...run.others.flatMap(({ name }) =>
      rowCells(speech, findRow(run.differences, name, at.measure, at.month, subgroup), true),
    ),
  ];
  return {
    kind: 'table',
    name: `${run.slug}-by-${attribute}-${at.measure}`,
    caption: text.caption(attributeName(speech, attribute), measure),
    columns: [
      { label: headings.subgroup, kind: 'text', weight: 1.6 },
      ...approachesOf(run).map(
        (approach) => ({ label: approachName(speech, approach), kind: 'number' }) as const,
      ),
      ...run.others.flatMap(
        () =>
          [
            { label: headings.difference, kind: 'number' },
            { label: headings.interval, kind: 'interval', weight: 1.6 },
          ] as const,
      ),
    ],
    rows: [...subgroups, 'all'].map((subgroup) => [
      textCell(subgroup === 'all' ? text.all : rowName(speech, run, subgroup)),
      ...cells(subgroup),
    ]),
    note: text.note,
  };
}

/** The section on subgroups; undefined when the run has none. */
export function subgroupsSection(run: RunData, speech: Speech): Section | undefined {
  const subgroups = [...new Set(run.estimates.map(({ subgroup }) => subgroup))].filter(
    (subgroup) => subgroup !== 'all',
  );
  if (subgroups.length === 0) return undefined;
  const attributes = [...new Set(subgroups.map((subgroup) => readSubgroup(subgroup).attribute))];
  const month = headlineMonth(run);
  // Shares at the month that is summarised stand before what is of the whole horizon.
  const shown = measuresUnder([run.law]).filter(({ words }) => words[speech.language].short !== undefined);
  const measures = [
    ...shown.filter(({ byYear }) => byYear !== undefined).map(({ name }) => ({ measure: name, month })),
    ...shown
      .filter(({ byYear }) => byYear === undefined)
      .map(({ name }) => ({ measure: name, month: Number.NaN })),
  ];
  const reported = measures.filter((at) =>
    run.estimates.some(
      (row) => row.subgroup !== 'all' && row.measure === at.measure && Object.is(row.month, at.month),
    ),
  );
  return {
    id: 'subgroups',
    title: speech.words.sections.subgroups,
    blocks: attributes.flatMap((attribute) => {
      const of = subgroups.filter((subgroup) => readSubgroup(subgroup).attribute === attribute);
      return reported.map((at) => subgroupTable(run, attribute, of, at, speech));
    }),
  };
}
