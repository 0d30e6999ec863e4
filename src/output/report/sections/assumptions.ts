/** What the numbers rest on: every assumption, every unverified figure, and the sources of the rest. */

import { COMMAND_LINE } from '../../package/listing.js';
import { nameIn } from '../../words/words.js';
import { type Block, type Cell, paragraph, type TableBlock, textCell } from '../blocks.js';
import type { ReportedParameter, RunData } from '../run-data.js';
import { type Section, subheading } from '../section.js';
import { rangeCells, rawCell, type Speech } from '../speech.js';

/** Parameters split into those that every run has alike, and what is left of each run. */
export interface SplitParameters {
  readonly shared: readonly ReportedParameter[];
  readonly own: ReadonlyMap<RunData, readonly ReportedParameter[]>;
}

const contentOf = ({ setIn: _, ...content }: ReportedParameter) => JSON.stringify(content);

/** Splits the parameters of runs; one run shares nothing. */
export function splitParameters(runs: readonly RunData[]): SplitParameters {
  const counts = new Map<string, number>();
  for (const run of runs)
    for (const key of new Set(run.parameters.map(contentOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const isShared = (parameter: ReportedParameter) =>
    runs.length > 1 && counts.get(contentOf(parameter)) === runs.length;
  return {
    shared: (runs[0]?.parameters ?? []).filter(isShared),
    own: new Map(runs.map((run) => [run, run.parameters.filter((parameter) => !isShared(parameter))])),
  };
}

function reasonOf({ source, note, sameAs }: ReportedParameter, speech: Speech): string {
  const tied = sameAs === '' ? '' : speech.words.assumptions.sameAs(sameAs);
  return [tied, source, note].filter((text) => text !== '').join('; ');
}

/** The parameters that are unknowns of their own: not those that are the same as another. */
const ownOf = (parameters: readonly ReportedParameter[]) => parameters.filter(({ sameAs }) => sameAs === '');

function parameterRow(speech: Speech, parameter: ReportedParameter): Cell[] {
  const { units, distributions } = speech.words.names;
  return [
    textCell(parameter.path),
    ...rangeCells(speech, parameter),
    textCell(nameIn(units, parameter.unit)),
    textCell(nameIn(distributions, parameter.distribution)),
    textCell(reasonOf(parameter, speech)),
  ];
}

function parameterTable(
  parameters: readonly ReportedParameter[],
  caption: string,
  name: string,
  speech: Speech,
): TableBlock {
  const { headings, assumptions } = speech.words;
  return {
    kind: 'table',
    name,
    caption,
    columns: [
      { label: headings.parameter, kind: 'text', weight: 2.6 },
      { label: headings.value, kind: 'number', weight: 0.9 },
      { label: headings.range, kind: 'interval', weight: 1.5 },
      { label: headings.unit, kind: 'text', weight: 1.3 },
      { label: headings.distribution, kind: 'text', weight: 1.5 },
      { label: headings.reason, kind: 'text', weight: 3.1 },
    ],
    rows: parameters.map((parameter) => parameterRow(speech, parameter)),
    note: assumptions.note,
  };
}

function countsTable(parameters: readonly ReportedParameter[], name: string, speech: Speech): TableBlock {
  const { assumptions, headings, names } = speech.words;
  const explained: Readonly<Record<string, string>> = assumptions.explain;
  const labels = [...new Set(['published', 'derived', 'unverified', 'assumption', ''])];
  const others = parameters.map(({ label }) => label).filter((label) => !labels.includes(label));
  return {
    kind: 'table',
    name,
    caption: assumptions.counts,
    columns: [
      { label: headings.label, kind: 'text', weight: 1.2 },
      { label: headings.reason, kind: 'text', weight: 2.5 },
      { label: headings.count, kind: 'number', weight: 0.8 },
    ],
    rows: [...labels, ...new Set(others)].map((label) => [
      textCell(label === '' ? assumptions.unlabelled : nameIn(names.sourceLabels, label)),
      textCell(explained[label] ?? ''),
      rawCell(speech, parameters.filter((parameter) => parameter.label === label).length),
    ]),
  };
}

function sourcesTable(
  parameters: readonly ReportedParameter[],
  name: string,
  speech: Speech,
): TableBlock | undefined {
  const sources = new Map<string, number>();
  for (const { source, label } of parameters)
    if (source !== '' && label !== 'assumption') sources.set(source, (sources.get(source) ?? 0) + 1);
  if (sources.size === 0) return undefined;
  const { assumptions, headings } = speech.words;
  return {
    kind: 'table',
    name,
    caption: assumptions.sources,
    columns: [
      { label: headings.source, kind: 'text', weight: 6 },
      { label: headings.uses, kind: 'number', weight: 1 },
    ],
    rows: [...sources].sort().map(([source, count]) => [textCell(source), rawCell(speech, count)]),
  };
}

/** The parameters that deserve doubt, in tables: set on the command line, assumed, unverified, tied to another; then the sources. */
function listings(parameters: readonly ReportedParameter[], prefix: string, speech: Speech): Block[] {
  const { assumptions } = speech.words;
  const labelled = (label: string) => parameters.filter((parameter) => parameter.label === label);
  const groups = [
    ['set', assumptions.overrides, parameters.filter(({ setIn }) => setIn === COMMAND_LINE)],
    ['assumption', assumptions.assumption, labelled('assumption')],
    ['unverified', assumptions.unverified, labelled('unverified')],
    ['same', assumptions.same, parameters.filter(({ sameAs }) => sameAs !== '')],
  ] as const;
  const tables = groups.flatMap(([id, title, rows]): Block[] =>
    rows.length === 0
      ? []
      : [
          subheading(`${prefix}${id}`, title),
          parameterTable(rows, assumptions.captionOf(title), `${prefix}${id}`, speech),
        ],
  );
  const sources = sourcesTable(parameters, `${prefix}sources`, speech);
  return sources === undefined ? tables : [...tables, sources];
}

/** The assumptions of a run; with several runs, those it does not share with all others. */
export function assumptionsSection(run: RunData, split: SplitParameters, speech: Speech): Section {
  const { assumptions, sections } = speech.words;
  const count = (label: string) => String(run.parameters.filter((row) => row.label === label).length);
  const prefix = `${run.slug}-`;
  const joint = run.parameters.filter(({ distribution }) => distribution === 'posterior').length;
  const lead = assumptions.lead(
    count('assumption'),
    count('unverified'),
    String(ownOf(run.parameters).length),
  );
  return {
    id: 'assumptions',
    title: sections.assumptions,
    blocks: [
      paragraph(lead),
      ...(joint === 0 ? [] : [paragraph(assumptions.posterior(String(joint)))]),
      countsTable(ownOf(run.parameters), `${prefix}labels`, speech),
      ...(split.shared.length === 0 ? [] : [paragraph(assumptions.shared(String(split.shared.length)))]),
      ...listings(split.own.get(run) ?? [], prefix, speech),
    ],
  };
}

/** The assumptions that all runs share; undefined when there are none. */
export function sharedAssumptionsSection({ shared }: SplitParameters, speech: Speech): Section | undefined {
  if (shared.length === 0) return undefined;
  return {
    id: 'shared',
    title: speech.words.sections.commonAssumptions,
    blocks: listings(shared, 'shared-', speech),
  };
}
