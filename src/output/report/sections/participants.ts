/** Who takes part in the activities of the approaches, what these rest on, and whom they leave aside. */

import { labels } from '../../../domain/parameters/quantity.js';
import { attributeName, valueName } from '../attribute-words.js';
import { type Cell, type Column, type TableBlock, textCell } from '../blocks.js';
import { approachesOf, type Part, type RunData } from '../run-data.js';
import { approachName, isOwnPart, numberCell, partName, rawCell, type Speech } from '../speech.js';

/** The share of a table, exact: it has no error of simulation. */
const shareCell = (speech: Speech, share: number) => numberCell(speech, 'share', share, 0.005);

/** One condition of who may take part, in words. */
function sayItem(speech: Speech, run: RunData, item: string): string {
  const { percent } = speech.words;
  const { who } = speech.words.approaches;
  const [, name = '', value, asked = ''] = /^(\S+)(?: (\S+))? = (.*)$/.exec(item) ?? [];
  const share = () => percent(rawCell(speech, Number(asked) * 100).text);
  if (name === 'share') return who.share(share());
  if (name === 'prospects') return who.prospects(share());
  if (name === 'age') return who.age(...(asked.split(' to ') as [string, string]));
  const of = (each: string) =>
    valueName(speech, run, name, each === 'true' ? 'yes' : each === 'false' ? 'no' : each);
  const attribute = attributeName(speech, name);
  if (value !== undefined) return who.part(share(), who.values(attribute, of(value)));
  return who.values(attribute, asked.split(' or ').map(of).join(who.or));
}

/** Who may take part, and who of them is selected, in words. */
export function sayWho(speech: Speech, run: RunData, { forWhom }: Pick<Part, 'forWhom'>): string {
  if (forWhom === '') return speech.words.approaches.who.everybody;
  return forWhom
    .split(' and ')
    .map((item) => sayItem(speech, run, item))
    .join('; ');
}

/** Weeks of aftercare, and whether they begin at an exit; empty: none. */
function sayAftercare(speech: Speech, { aftercareWeeks, aftercareStarts }: Part): string {
  const weeks = rawCell(speech, aftercareWeeks).text;
  return aftercareStarts === 'exit' ? speech.words.approaches.who.fromExit(weeks) : weeks;
}

/** How many numbers have each label, in words. */
function sayLabels({ words }: Speech, { labels: counts }: Part): string {
  const items = counts.split(', ').map((item) => item.split(' '));
  return labels
    .flatMap((label) => items.filter(([name]) => name === label))
    .map(([name, count]) => `${words.names.sourceLabels[name as (typeof labels)[number]]} ${count}`)
    .join(', ');
}

const activitiesOf = (run: RunData, { words }: Speech, approach: string) =>
  run.parts.filter((part) => part.approach === approach && !isOwnPart(words, part.part));

/** Who takes part in each activity, and what it rests on; none where there are no activities. */
export function participantsTables(run: RunData, speech: Speech): TableBlock[] {
  const { headings } = speech.words;
  const { who } = speech.words.approaches;
  const rows = approachesOf(run).flatMap((approach) =>
    activitiesOf(run, speech, approach.name).map((part): Cell[] => [
      textCell(approachName(approach)),
      textCell(partName(speech, part)),
      textCell(sayWho(speech, run, part)),
      textCell(sayAftercare(speech, part)),
      textCell(speech.words.assumptions.citation(part.source)),
      textCell(sayLabels(speech, part)),
    ]),
  );
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      name: `${run.slug}-who`,
      sheet: 'method',
      caption: who.caption,
      columns: [
        { label: headings.approach, kind: 'text', weight: 1.3 },
        { label: headings.part, kind: 'text', weight: 2.4 },
        { label: headings.forWhom, kind: 'text', weight: 2.8 },
        { label: headings.aftercare, kind: 'text', weight: 1 },
        { label: headings.source, kind: 'text', weight: 1.8 },
        { label: headings.labels, kind: 'text', weight: 1.6 },
      ],
      rows,
      note: who.note,
    },
  ];
}

/** Attributes that a table on paper gives; selection.csv has the others too. */
const shown: readonly string[] = ['sex', 'age', 'education', 'mental_health_complaints', 'origin'];

/** What a row of a selection says of the activities, behind its attribute, its value and its share of the cohort. */
const saidOf = (row: readonly Cell[]) =>
  row
    .slice(3)
    .map(({ text }) => text)
    .join(' ');

const areAlike = (rows: readonly Cell[][]) => new Set(rows.map(saidOf)).size === 1;

/** Rows of a selection, those of an attribute in one where all its values say the same. */
function mergeAlike(rows: readonly Cell[][], speech: Speech): Cell[][] {
  const all = textCell(speech.words.subgroups.all);
  const attributes = [...new Set(rows.map(([attribute]) => attribute!.text))];
  return attributes.flatMap((attribute) => {
    const own = rows.filter(([cell]) => cell!.text === attribute);
    const [first] = own;
    return own.length > 1 && areAlike(own)
      ? [[first![0]!, all, shareCell(speech, 1), ...first!.slice(3)]]
      : own;
  });
}

/** Who is selected and who is left aside, by subgroup: a table for each approach that does not select all subgroups alike. */
export function selectionTables(run: RunData, speech: Speech): TableBlock[] {
  const { headings } = speech.words;
  const { who } = speech.words.approaches;
  return run.others.concat(run.reference).flatMap((approach): TableBlock[] => {
    const own = run.selection.filter((row) => row.approach === approach.name);
    const activities = activitiesOf(run, speech, approach.name).filter(({ part }) =>
      own.some(({ activity }) => activity === part),
    );
    if (activities.length === 0) return [];
    const subgroups = own.filter(
      ({ activity, attribute }) => activity === activities[0]!.part && shown.includes(attribute),
    );
    const rows = subgroups.map(({ attribute, value, ofCohort }): Cell[] => [
      textCell(attributeName(speech, attribute)),
      textCell(valueName(speech, run, attribute, value)),
      shareCell(speech, ofCohort),
      ...activities.map(({ part }) => {
        const row = own.find(
          (each) => each.activity === part && each.attribute === attribute && each.value === value,
        );
        return shareCell(speech, row?.selected ?? Number.NaN);
      }),
    ]);
    // One share for everybody stands with who takes part.
    if (areAlike(rows)) return [];
    return [
      {
        kind: 'table',
        name: `${run.slug}-selection-${approach.name}`,
        sheet: 'method',
        of: approach.name,
        caption: who.selectionCaption(approachName(approach)),
        columns: [
          { label: headings.attribute, kind: 'text', weight: 1.8 },
          { label: headings.subgroup, kind: 'text', weight: 1.6 },
          { label: headings.ofCohort, kind: 'number', weight: 1 },
          ...activities.map(
            (part): Column => ({ label: partName(speech, part), kind: 'number', weight: 1.4 }),
          ),
        ],
        rows: mergeAlike(rows, speech),
        note: who.selectionNote,
      },
    ];
  });
}
