/** What the numbers rest on: assumptions by influence, figures that nobody has checked, and sources; all of them in the workbook. */

import { COMMAND_LINE } from '../../package/listing.js';
import { documentsIn } from '../../package/sources.js';
import { noteIn, sourceIn } from '../../reasons.js';
import { nameIn } from '../../words/words.js';
import { measuredAssumptions, orderedAssumptions, sharedAssumptions } from '../assumption-order.js';
import { type Block, type Cell, paragraph, type TableBlock, textCell } from '../blocks.js';
import { parameterName, tieInWords } from '../parameter-names.js';
import type { ReportedParameter, RunData } from '../run-data.js';
import { type Section, subheading } from '../section.js';
import { rangeCells, runHeading, type Speech, speak } from '../speech.js';

const COMPOSITION = 'cohort.composition';

/** Assumptions that paper lists, of one run and of several. */
const LISTED = 15;
const LISTED_OF_SEVERAL = 10;

/** The parameters that are unknowns of their own: not those that are the same as another. */
const ownOf = (parameters: readonly ReportedParameter[]) => parameters.filter(({ sameAs }) => sameAs === '');

function nameCells(run: RunData, parameter: ReportedParameter, speech: Speech): Cell[] {
  return [
    textCell(parameterName(speech, run, parameter.path)),
    ...rangeCells(speech, parameter),
    textCell(nameIn(speech.words.names.units, parameter.unit)),
  ];
}

function nameColumns({ words: { headings } }: Speech) {
  return [
    { label: headings.assumption, kind: 'text', weight: 3.4 },
    { label: headings.value, kind: 'number' },
    { label: headings.range, kind: 'interval', weight: 1.6 },
    { label: headings.unit, kind: 'text', weight: 1.6 },
  ] as const;
}

/** Parameters of a kind by name, in a paragraph: those that several share once. */
function sayNames(
  runs: readonly RunData[],
  title: string,
  isMeant: (parameter: ReportedParameter) => boolean,
  speech: Speech,
): Block[] {
  const names = new Set(
    runs.flatMap((run) =>
      run.parameters.filter(isMeant).map(({ path }) => {
        // What stands for several years or groups goes by what they have in common.
        return path.startsWith(COMPOSITION)
          ? speech.words.names.parameters[COMPOSITION]!
          : parameterName(speak(speech.language, run.law), run, path).split(':')[0]!;
      }),
    ),
  );
  return names.size === 0 ? [] : [paragraph(`${title}: ${[...names].join('; ')}.`)];
}

/** The beginning of a source: who published it and when, without where in it and what it says. */
function shortSource(source: string): string {
  return source.split(/: |, (?:sections?|articles?|unemployment) ?|, p\. | \(| via | on | ch\. /)[0]!.trim();
}

function saySources(runs: readonly RunData[], { words }: Speech): Block[] {
  const sources = new Set(
    runs.flatMap(({ parameters }) =>
      parameters.flatMap(({ source, label }) => documentsIn(source, label).map(shortSource)),
    ),
  );
  const named = [...sources].sort().map(words.assumptions.citation);
  return named.length === 0 ? [] : [paragraph(`${words.assumptions.sources}: ${named.join('; ')}.`)];
}

/** Where the questions are that the source leaves open, which have no value and no range: in no list of numbers; nothing where there are none. */
function sayQuestions(runs: readonly RunData[], { words }: Speech): string[] {
  const asking = runs.filter(({ byAnswer }) => byAnswer.length > 0);
  if (asking.length === 0) return [];
  const places = asking.map(({ municipality }) => words.quoted(municipality));
  const where = runs.length > 1 ? words.list(places) : words.quoted(words.sections.open);
  return [words.assumptions.questionsElsewhere(where)];
}

/** The assumptions that matter most, as many as paper holds. */
function topTable(runs: readonly RunData[], speech: Speech): TableBlock[] {
  const { assumptions } = speech.words;
  const [first] = runs;
  const all = sharedAssumptions(runs);
  if (all.length === 0) return [];
  const isSeveral = runs.length > 1;
  const top = all.slice(0, isSeveral ? LISTED_OF_SEVERAL : LISTED);
  return [
    {
      kind: 'table',
      name: 'assumptions',
      sheet: 'summary',
      caption: assumptions.topCaption(String(top.length), String(all.length)),
      columns: nameColumns(speech),
      rows: top.map((parameter) => nameCells(first!, parameter, speech)),
      note: [
        isSeveral && runs.some((run) => measuredAssumptions(run) !== null)
          ? assumptions.topNoteOfSeveral(first!.variantOf !== undefined)
          : assumptions.topNote,
        ...sayQuestions(runs, speech),
      ].join(' '),
    },
  ];
}

/** The section on assumptions and sources. */
export function assumptionsSection(runs: readonly RunData[], speech: Speech): Section {
  const { assumptions, sections } = speech.words;
  const own = runs.map((run) => ownOf(run.parameters));
  const count = (label: string) =>
    Math.max(...own.map((all) => all.filter((row) => row.label === label).length));
  const joint = Math.max(
    ...runs.map(
      ({ parameters }) => parameters.filter(({ distribution }) => distribution === 'posterior').length,
    ),
  );
  const total = Math.max(...own.map(({ length }) => length));
  const lead = (runs.length > 1 ? assumptions.leadOfSeveral : assumptions.lead)(
    String(count('assumption')),
    String(count('unverified')),
    String(total),
  );
  return {
    id: 'assumptions',
    title: sections.assumptions,
    sheet: 'assumptions',
    blocks: [
      paragraph(lead),
      ...(joint === 0 ? [] : [paragraph(assumptions.posterior(String(joint)))]),
      ...topTable(runs, speech),
      ...sayNames(runs, assumptions.overrides, ({ setIn }) => setIn === COMMAND_LINE, speech),
      ...sayNames(runs, assumptions.unverified, ({ label }) => label === 'unverified', speech),
      subheading('sources', assumptions.sourcesTitle),
      ...saySources(runs, speech),
    ],
  };
}

function reasonOf(run: RunData, parameter: ReportedParameter, speech: Speech): string {
  const { source, note, sameAs } = parameter;
  const { language, words } = speech;
  const tied = sameAs === '' ? '' : words.assumptions.sameAs(tieInWords(speech, run, sameAs));
  return [tied, sourceIn(source, language), noteIn(parameter, run.manifest, language) ?? note]
    .filter((text) => text !== '')
    .join('; ');
}

/** All parameters, assumptions by influence first, for a workbook; those that several runs have alike once. */
export function parametersLedger(runs: readonly RunData[], speech: Speech): TableBlock[] {
  const { assumptions, headings, names } = speech.words;
  const contentOf = ({ setIn: _, ...content }: ReportedParameter) => JSON.stringify(content);
  const counts = new Map<string, number>();
  for (const run of runs)
    for (const key of new Set(run.parameters.map(contentOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const isShared = (parameter: ReportedParameter) => counts.get(contentOf(parameter)) === runs.length;
  const rowsOf = (run: RunData, of: string, isMeant: (parameter: ReportedParameter) => boolean): Cell[][] => {
    const own = speak(speech.language, run.law);
    const first = orderedAssumptions(run);
    const listed = new Set(first);
    return [...first, ...run.parameters.filter((parameter) => !listed.has(parameter))]
      .filter(isMeant)
      .map((parameter) => [
        ...nameCells(run, parameter, own),
        textCell(
          parameter.label === '' ? assumptions.unlabelled : nameIn(names.sourceLabels, parameter.label),
        ),
        ...(runs.length > 1 ? [textCell(of)] : []),
        textCell(nameIn(names.distributions, parameter.distribution)),
        textCell(reasonOf(run, parameter, own)),
        textCell(parameter.path),
      ]);
  };
  const rows = [
    ...rowsOf(runs[0]!, assumptions.all, (parameter) => isShared(parameter)),
    ...(runs.length === 1
      ? []
      : runs.flatMap((run) => rowsOf(run, run.municipality, (parameter) => !isShared(parameter)))),
  ];
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      name: 'parameters',
      sheet: 'assumptions',
      caption: assumptions.allCaption,
      columns: [
        ...nameColumns(speech),
        { label: headings.label, kind: 'text', weight: 1.2 },
        ...(runs.length > 1
          ? [{ label: runHeading(runs[0], speech), kind: 'text', weight: 1.2 } as const]
          : []),
        { label: headings.distribution, kind: 'text', weight: 1.4 },
        { label: headings.reason, kind: 'text', weight: 3.4 },
        { label: headings.path, kind: 'text', weight: 2.6 },
      ],
      rows,
      note: [assumptions.topNote, ...sayQuestions(runs, speech), assumptions.note].join(' '),
    },
  ];
}
