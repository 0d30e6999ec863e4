/** Who the cohort are: size, composition and when the permits come. */

import { type Cell, paragraph, type TableBlock, textCell } from '../blocks.js';
import type { Parameter, RunData } from '../run-data.js';
import type { Section } from '../section.js';
import { intervalText, nameIn, rawCell, type Speech, translateTerms } from '../speech.js';

/** A parameter of the cohort as a row: name, value, range and label. */
function cohortRow(speech: Speech, name: string, parameter: Parameter): Cell[] {
  const percent = parameter.unit === 'share';
  const scale = percent ? 100 : 1;
  const suffix = percent ? '%' : '';
  const cell = (value: number) => rawCell(speech, value * scale, suffix);
  const known = Number.isFinite(parameter.low) && Number.isFinite(parameter.high);
  const [low, high] = [cell(parameter.low), cell(parameter.high)];
  const text = known ? intervalText(speech, low, high) : '';
  return [
    textCell(name),
    cell(parameter.value),
    { kind: 'interval', low, high, text },
    textCell(parameter.label === '' ? '' : nameIn(speech.words.names.sourceLabels, parameter.label)),
  ];
}

/** Name of a line of the composition: `Syria: education: low`. */
function compositionName(speech: Speech, path: string): string {
  return path
    .split('.')
    .slice(2)
    .map((word) => translateTerms(speech, word))
    .map((word, i) => (i === 0 ? word.charAt(0).toUpperCase() + word.slice(1) : word))
    .join(': ');
}

function cohortTable(run: RunData, speech: Speech): TableBlock {
  const { cohort, headings } = speech.words;
  const named: readonly (readonly [string, string])[] = [
    ['cohort.size', cohort.size],
    ['cohort.inflow_months', cohort.inflow],
    ['cohort.never_leaving', cohort.neverLeaving],
  ];
  const rows = [
    ...named.flatMap(([path, name]) =>
      run.parameters.filter((row) => row.path === path).map((row) => cohortRow(speech, name, row)),
    ),
    ...run.parameters
      .filter(({ path }) => path.startsWith('cohort.composition.'))
      .map((row) => cohortRow(speech, compositionName(speech, row.path), row)),
  ];
  return {
    kind: 'table',
    name: `${run.slug}-cohort`,
    caption: cohort.caption,
    columns: [
      { label: headings.attribute, kind: 'text', weight: 3 },
      { label: headings.value, kind: 'number' },
      { label: headings.range, kind: 'interval', weight: 1.5 },
      { label: headings.label, kind: 'text', weight: 1.2 },
    ],
    rows,
    note: cohort.note,
  };
}

/** The section on the cohort. */
export function cohortSection(run: RunData, speech: Speech): Section {
  const value = (path: string) => {
    const found = run.parameters.find((row) => row.path === path);
    return found === undefined ? speech.words.unknown : rawCell(speech, found.value).text;
  };
  const years = run.costs.map(({ year }) => year);
  const firstYear = years.length === 0 ? speech.words.unknown : String(Math.min(...years));
  return {
    id: 'cohort',
    title: speech.words.sections.cohort,
    blocks: [
      paragraph(speech.words.cohort.intro(value('cohort.size'), value('cohort.inflow_months'), firstYear)),
      cohortTable(run, speech),
    ],
  };
}
