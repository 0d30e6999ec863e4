/** Who the cohort are: size, composition and when the permits come. */

import { nameIn } from '../../words/words.js';
import { profileLineName, valueName } from '../attribute-words.js';
import {
  type Cell,
  type Column,
  type IntervalCell,
  paragraph,
  type TableBlock,
  textCell,
} from '../blocks.js';
import type { ReportedParameter, RunData } from '../run-data.js';
import type { Section } from '../section.js';
import { rangeCells, rawCell, type Speech } from '../speech.js';

/** Below it stand the profiles of the origins. */
const composition = ['cohort', 'composition'];

/** Value and range of a parameter; shares as percentages. A parameter that is not there: empty cells. */
function valueAndRange(speech: Speech, parameter: ReportedParameter | undefined): [Cell, IntervalCell] {
  const scale = parameter?.unit === 'share' ? 100 : 1;
  const { value = Number.NaN, low = Number.NaN, high = Number.NaN } = parameter ?? {};
  const scaled = { value: value * scale, low: low * scale, high: high * scale };
  return rangeCells(speech, scaled, scale === 1 ? '' : '%');
}

function factsTable(run: RunData, speech: Speech): TableBlock {
  const { cohort, headings, names } = speech.words;
  const named = [
    ['cohort.size', cohort.size],
    ['cohort.inflow_months', cohort.inflow],
    ['cohort.never_leaving', cohort.neverLeaving],
  ] as const;
  return {
    kind: 'table',
    name: `${run.slug}-cohort`,
    caption: cohort.facts,
    columns: [
      { label: headings.attribute, kind: 'text', weight: 2.6 },
      { label: headings.value, kind: 'number' },
      { label: headings.range, kind: 'interval', weight: 1.5 },
      { label: headings.label, kind: 'text', weight: 1.2 },
    ],
    rows: named.flatMap(([path, name]) =>
      run.parameters
        .filter((parameter) => parameter.path === path)
        .map((parameter) => [
          textCell(name),
          ...valueAndRange(speech, parameter),
          textCell(parameter.label === '' ? '' : nameIn(names.sourceLabels, parameter.label)),
        ]),
    ),
  };
}

/** Name of a line of the composition: `education: low`. */
function lineName(speech: Speech, line: string): string {
  return line === 'share' ? speech.words.cohort.originShare : profileLineName(speech, line);
}

/** A row per attribute, a value and a range per origin group; undefined when the run has no composition. */
function compositionTable(run: RunData, speech: Speech): TableBlock | undefined {
  const { cohort, headings } = speech.words;
  const parts = run.parameters
    .map((parameter) => ({ parameter, steps: parameter.path.split('.') }))
    .filter(({ steps }) => composition.every((name, i) => steps[i] === name))
    .map(({ parameter, steps }) => {
      const [origin = '', ...line] = steps.slice(composition.length);
      return { origin, line: line.join('.'), parameter };
    });
  const origins = [...new Set(parts.map(({ origin }) => origin))];
  if (origins.length === 0) return undefined;
  const columns = origins.flatMap((origin): Column[] => {
    const name = valueName(speech, run, 'origin', origin);
    const label = name.charAt(0).toUpperCase() + name.slice(1);
    return [
      { label, kind: 'number', weight: 0.9 },
      { label: cohort.rangeOf(label), kind: 'interval', weight: 1.4 },
    ];
  });
  const find = (origin: string, line: string) =>
    parts.find((part) => part.origin === origin && part.line === line)?.parameter;
  return {
    kind: 'table',
    name: `${run.slug}-composition`,
    caption: cohort.caption,
    columns: [{ label: headings.attribute, kind: 'text', weight: 2.6 }, ...columns],
    rows: [...new Set(parts.map(({ line }) => line))].map((line) => [
      textCell(lineName(speech, line)),
      ...origins.flatMap((origin) => valueAndRange(speech, find(origin, line))),
    ]),
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
  const composition = compositionTable(run, speech);
  return {
    id: 'cohort',
    title: speech.words.sections.cohort,
    blocks: [
      paragraph(speech.words.cohort.intro(value('cohort.size'), value('cohort.inflow_months'), firstYear)),
      factsTable(run, speech),
      ...(composition === undefined ? [] : [composition]),
    ],
  };
}
