/** Who takes part in the activities of the approaches, what these rest on, how they end, and whom they leave aside. */

import { readSubgroup } from '../../../domain/attributes/subgroups.js';
import { labels } from '../../../domain/parameters/quantity.js';
import { sourceIn } from '../../reasons.js';
import { attributeName, selectingActivity, valueName } from '../attribute-words.js';
import { type Cell, type Column, type TableBlock, textCell } from '../blocks.js';
import { columnCells } from '../outcome-tables.js';
import { briefName } from '../part-words.js';
import { approachesOf, findRow, type Part, type RunData } from '../run-data.js';
import { approachName, isOwnPart, numberCell, partName, runHeading, type Speech, speak } from '../speech.js';
import { endingCells, endingColumns, endsInMoreThanWeeks } from './part-endings.js';
import { sayWho } from './who.js';

/** The share of a table, exact: it has no error of simulation. */
const shareCell = (speech: Speech, share: number) => numberCell(speech, 'share', share, 0.005);

/** How many numbers of an activity have each label. */
const countsOf = ({ labels: counts }: Part) => counts.split(', ').map((item) => item.split(' '));

/** How many numbers have each label, in words. */
function sayLabels({ words }: Speech, part: Part): string {
  return labels
    .flatMap((label) => countsOf(part).filter(([name]) => name === label))
    .map(([name, count]) => `${words.names.sourceLabels[name as (typeof labels)[number]]} ${count}`)
    .join(', ');
}

/** How many of the numbers are assumed, in words; empty: it has none. */
export function sayAssumed({ words }: Speech, part: Part): string {
  const counts = countsOf(part).filter(([, count]) => count !== undefined);
  const sum = (of: typeof counts) => of.reduce((total, [, count]) => total + Number(count), 0);
  if (counts.length === 0) return '';
  const assumed = counts.filter(([name]) => name === ('assumption' satisfies (typeof labels)[number]));
  return words.approaches.who.assumed(String(sum(assumed)), String(sum(counts)));
}

const activitiesOf = (run: RunData, { words }: Speech, approach: string) =>
  run.parts.filter((part) => part.approach === approach && !isOwnPart(words, part.part));

/** By activity, the share of all persons that took part in it. */
function tookPart(speech: Speech, run: RunData): Map<Part, Cell> {
  const parts = approachesOf(run).flatMap(({ name }) => activitiesOf(run, speech, name));
  const rows = parts.map(({ approach, part }) =>
    findRow(run.estimates, approach, `participation_share_${part}`),
  );
  return new Map(columnCells(speech, rows).map(([share], i) => [parts[i]!, share]));
}

/** A table without the columns that say nothing of any row, and without the first, of approaches, where one alone has activities. */
function withoutEmpty(table: TableBlock): TableBlock {
  const said = table.columns.map((_, i) => new Set(table.rows.map((row) => row[i]!.text)));
  const says = said.map((texts, i) => (i === 0 ? texts.size > 1 : texts.size > 1 || !texts.has('')));
  const kept = <Item>(items: readonly Item[]) => items.filter((_, i) => says[i]);
  return { ...table, columns: kept(table.columns), rows: table.rows.map(kept) };
}

/** Who takes part in each activity and what it rests on, and how the activities end; none where there are none. */
export function participantsTables(run: RunData, speech: Speech): TableBlock[] {
  const { headings } = speech.words;
  const { who, ends } = speech.words.approaches;
  const rowsOf = (cells: (part: Part) => Cell[] | undefined) =>
    approachesOf(run).flatMap((approach) =>
      activitiesOf(run, speech, approach.name).flatMap((part) => {
        const own = cells(part);
        return own === undefined
          ? []
          : [
              [
                textCell(approachName(approach)),
                // The table of the parts has the whole names.
                textCell(briefName(speech, run, approach.name, part.part)),
                ...own,
              ],
            ];
      }),
    );
  const named = [
    { label: headings.approach, kind: 'text', weight: 1.3 },
    { label: headings.part, kind: 'text', weight: 2.2 },
  ] as const;
  const shares = tookPart(speech, run);
  const whoRows = rowsOf((part) => [
    textCell(sayWho(speech, run, part)),
    shares.get(part)!,
    textCell(sourceIn(part.source, speech.language)),
    textCell(sayLabels(speech, part)),
  ]);
  const endRows = rowsOf((part) => (endsInMoreThanWeeks(part) ? endingCells(speech, run, part) : undefined));
  const tables: TableBlock[] = [
    {
      kind: 'table',
      name: `${run.slug}-who`,
      sheet: 'method',
      caption: who.caption,
      columns: [
        ...named,
        { label: headings.forWhom, kind: 'text', weight: 2.8 },
        { label: who.tookPart, kind: 'number', weight: 0.9 },
        { label: headings.source, kind: 'text', weight: 2 },
        { label: headings.labels, kind: 'text', weight: 2.1 },
      ],
      rows: whoRows,
      note: who.note,
    },
    {
      kind: 'table',
      name: `${run.slug}-ends`,
      sheet: 'method',
      caption: ends.caption,
      columns: [...named, ...endingColumns(speech)],
      rows: endRows,
      note: ends.note,
    },
  ];
  return tables.filter(({ rows }) => rows.length > 0).map(withoutEmpty);
}

/** Attributes that a table on paper gives; selection.csv has the others too. */
const shown: readonly string[] = ['sex', 'age', 'education', 'mental_health_complaints', 'origin'];

type Share = RunData['selection'][number];

/** Whether a run tells how those selected and those left aside fare. */
const isBySelection = ({ estimates }: RunData) =>
  estimates.some(({ subgroup }) => selectingActivity(readSubgroup(subgroup).attribute) !== undefined);

/** The activities that select people themselves, each with its shares by subgroup. */
function selecting(run: RunData, speech: Speech, approach: string): { part: Part; shares: Share[] }[] {
  return activitiesOf(run, speech, approach).flatMap((part) => {
    const shares = run.selection.filter(
      (row) => row.approach === approach && row.activity === part.part && shown.includes(row.attribute),
    );
    const asksItself = part.forWhom.split(' and ').some((item) => !/^activity \S+ = /.test(item));
    return shares.length === 0 || !asksItself ? [] : [{ part, shares }];
  });
}

/** The share of the cohort that is selected. */
function selectedOfAll(shares: readonly Share[]): number {
  const own = shares.filter(({ attribute, ofCohort }) => attribute === shares[0]!.attribute && ofCohort > 0);
  return own.reduce((sum, { ofCohort, selected }) => sum + ofCohort * selected, 0);
}

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
    const activities = selecting(run, speech, approach.name);
    if (activities.length === 0) return [];
    const subgroups = activities[0]!.shares;
    const rows = subgroups.map(({ attribute, value, ofCohort }): Cell[] => [
      textCell(attributeName(speech, attribute)),
      textCell(valueName(speech, run, attribute, value)),
      shareCell(speech, ofCohort),
      ...activities.map(({ shares }) => {
        const row = shares.find((each) => each.attribute === attribute && each.value === value);
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
            ({ part }): Column => ({ label: partName(speech, part), kind: 'number', weight: 1.4 }),
          ),
        ],
        rows: [
          [
            textCell(who.all),
            textCell(''),
            shareCell(speech, 1),
            ...activities.map(({ shares }) => shareCell(speech, selectedOfAll(shares))),
          ],
          ...mergeAlike(rows, speech),
        ],
        note: `${who.selectionNote} ${
          isBySelection(run) ? who.levelsElsewhere : who.levelsByRun(activities[0]!.part.part)
        }`,
      },
    ];
  });
}

/** A row of what {@link severalSelections} tells of an activity; undefined: it selects of every subgroup the same share. */
function extremesOf(
  run: RunData,
  speech: Speech,
  { part, shares }: { part: Part; shares: Share[] },
): Cell[] | undefined {
  const { who } = speech.words.approaches;
  const found = shares
    .filter(({ selected }) => Number.isFinite(selected))
    .toSorted((a, b) => b.selected - a.selected);
  const say = ({ attribute, value, selected }: Share) =>
    who.extreme(
      who.values(attributeName(speech, attribute), valueName(speech, run, attribute, value)),
      shareCell(speech, selected).text,
    );
  const [most, least] = [found[0]!, found.at(-1)!];
  if (shareCell(speech, most.selected).text === shareCell(speech, least.selected).text) return undefined;
  return [
    textCell(run.municipality),
    textCell(partName(speech, part)),
    shareCell(speech, selectedOfAll(shares)),
    textCell(say(most)),
    textCell(say(least)),
  ];
}

/** Who is selected and who is left aside in several municipalities: the two ends; none where nobody selects. */
export function severalSelections(runs: readonly RunData[], speech: Speech): TableBlock[] {
  const { headings, approaches } = speech.words;
  const { who } = approaches;
  const rows = runs.flatMap((run) => {
    const own = speak(speech.language, run.law);
    return approachesOf(run).flatMap(({ name }) =>
      selecting(run, own, name).flatMap((each) => {
        const row = extremesOf(run, own, each);
        return row === undefined ? [] : [row];
      }),
    );
  });
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      name: 'left-aside',
      sheet: 'method',
      caption: who.leftAside,
      columns: [
        { label: runHeading(runs[0], speech), kind: 'text', weight: 0.9 },
        { label: headings.part, kind: 'text', weight: 2 },
        { label: who.selected, kind: 'number', weight: 0.7 },
        { label: who.most, kind: 'text', weight: 2.9 },
        { label: who.least, kind: 'text', weight: 2.7 },
      ],
      rows,
      note: who.extremesNote,
    },
  ];
}
