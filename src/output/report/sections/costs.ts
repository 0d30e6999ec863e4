/** Who pays: discounted costs by payer and component, when an approach is earned back, and amounts by calendar year. */

import { breakEvenMonth, breakEvenProbability } from '../../../domain/measures/break-even.js';
import { bijstandCost, decisive, ownBalance, programmeCost } from '../../../domain/measures/money.js';
import { MUNICIPALITY } from '../../../domain/schema/names.js';
import { nameIn } from '../../words/words.js';
import { type AccountLine, type Accounts, allAccounts, municipalBalance } from '../accounts.js';
import { type Block, type Cell, type FigureBlock, paragraph, type TableBlock, textCell } from '../blocks.js';
import {
  approachesOf,
  type CostLine,
  findRow,
  type ReportedApproach,
  type ResultRow,
  type RunData,
} from '../run-data.js';
import type { Section } from '../section.js';
import { shortNameAmong } from '../short-names.js';
import {
  approachName,
  intervalCell,
  measureIn,
  measureName,
  numberCell,
  rowCells,
  type Speech,
  shortPartName,
  UNKNOWN,
} from '../speech.js';
import { isBalanceHidden } from '../verdict.js';

/** Short name of a component: the dictionary's, else that of the activity. */
function componentName(run: RunData, component: string, speech: Speech): string {
  const part = run.parts.find((row) => row.part === component);
  return part === undefined
    ? shortNameAmong(nameIn(speech.words.names.components, component), [])
    : shortPartName(speech, run.parts, part);
}

/** A line of the accounts: what it is before and after, and the difference. */
function amounts(
  { before, after }: Pick<AccountLine, 'before' | 'after'>,
  error: number,
  speech: Speech,
): Cell[] {
  const cell = (value: number, signed = false) => numberCell(speech, 'euros', value, error, signed);
  return [cell(before), cell(after), cell(after - before, true)];
}

function accountColumns(run: RunData, approach: ReportedApproach, speech: Speech) {
  const { headings } = speech.words;
  return [
    { label: approachName(run.reference), kind: 'number', of: run.reference.name },
    { label: approachName(approach), kind: 'number', of: approach.name },
    { label: headings.difference, kind: 'number' },
  ] as const;
}

const minus = ({ before, after }: Pick<AccountLine, 'before' | 'after'>) => ({
  before: -before,
  after: -after,
});

/** The balance of every payer, with intervals where the run gives them. */
function payersTable(
  run: RunData,
  approach: ReportedApproach,
  accounts: Accounts,
  speech: Speech,
): TableBlock {
  const { costs, headings, names } = speech.words;
  const { error, bijstand, programme } = accounts;
  const interval = (row: ResultRow | undefined): Cell =>
    row === undefined
      ? { ...intervalCell(speech, 'euros', Number.NaN, Number.NaN, error), text: UNKNOWN }
      : rowCells(speech, row, true)[1];
  const gain = (measure: string) => findRow(run.differences, approach.name, measure);
  const sum = (lines: readonly AccountLine[]) => ({
    before: lines.reduce((total, line) => total + line.before, 0),
    after: lines.reduce((total, line) => total + line.after, 0),
  });
  const ofPayer = (payer: string) => nameIn(names.payers, payer);
  const row = (name: string, line: Pick<AccountLine, 'before' | 'after'>, estimated?: ResultRow): Cell[] => [
    textCell(name),
    ...amounts(line, error, speech),
    interval(estimated),
  ];
  return {
    kind: 'table',
    name: `${run.slug}-payers-${approach.name}`,
    sheet: 'costs',
    of: approach.name,
    caption: costs.payers,
    columns: [
      { label: headings.whoPaysWhat, kind: 'text', weight: 2.6 },
      ...accountColumns(run, approach, speech),
      { label: headings.interval, kind: 'interval', weight: 1.6 },
    ],
    rows: [
      row(costs.bijstandOf(ofPayer(MUNICIPALITY)), bijstand, gain(bijstandCost.discounted.name)),
      ...programme.map((line) => row(costs.programmeOf(ofPayer(line.payer)), line)),
      row(costs.programme, sum(programme), gain(programmeCost.discounted.name)),
      row(costs.balance, minus(sum([bijstand, ...programme])), gain(decisive.name)),
      row(costs.ownBalance, municipalBalance(accounts), gain(ownBalance.discounted.name)),
    ],
    note: costs.note,
  };
}

/** Every component by payer. */
function componentsTable(
  run: RunData,
  approach: ReportedApproach,
  accounts: Accounts,
  speech: Speech,
): TableBlock {
  const { costs, headings, names } = speech.words;
  const { lines, error } = accounts;
  const total = lines.reduce(
    (sum, { before, after }) => ({ before: sum.before + before, after: sum.after + after }),
    { before: 0, after: 0 },
  );
  return {
    kind: 'table',
    name: `${run.slug}-components-${approach.name}`,
    sheet: 'costs',
    of: approach.name,
    caption: costs.components,
    columns: [
      { label: headings.component, kind: 'text', weight: 4.2 },
      { label: headings.payer, kind: 'text', weight: 2 },
      ...accountColumns(run, approach, speech),
    ],
    rows: [
      // What is nothing under either, as printed, tells nothing; all stands in costs.csv.
      ...lines
        .filter(({ before, after }) => before !== 0 || after !== 0)
        .map((line): Cell[] => [
          textCell(componentName(run, line.component, speech)),
          textCell(nameIn(names.payers, line.payer)),
          ...amounts(line, error, speech),
        ]),
      [textCell(costs.total), textCell(''), ...amounts(total, error, speech)],
    ],
  };
}

/** A moment of break-even with its interval, or its probability, which of a single draw cannot be estimated, nor where chance hides the balance. */
function breakEvenRow(run: RunData, row: ResultRow, speech: Speech): Cell[] {
  const [value, interval] = rowCells(speech, row);
  const isProbability = row.measure === breakEvenProbability.name;
  const untold = isProbability && (!Number.isFinite(row.estimate) || isBalanceHidden(run, row.approach));
  return [
    textCell(measureName(speech, run, row.measure, row.month)),
    untold ? { ...value, text: speech.words.noInterval } : value,
    // A probability is over the parameters already, and the year follows from the month.
    row.measure === breakEvenMonth.name || Number.isFinite(row.low)
      ? interval
      : { ...interval, text: UNKNOWN },
  ];
}

/** When each approach has earned itself back, as far as the run tells. */
function breakEvenTables(run: RunData, speech: Speech): TableBlock[] {
  const { costs, headings } = speech.words;
  return run.others.flatMap((approach): TableBlock[] => {
    const rows = run.differences.filter(
      (row) =>
        row.approach === approach.name &&
        row.subgroup === 'all' &&
        measureIn(run, row.measure)?.section === 'break-even',
    );
    // Where it is never earned back, a sentence says so.
    const isReached = rows.some(
      (row) => row.measure === breakEvenMonth.name && Number.isFinite(row.estimate),
    );
    if (!isReached) return [];
    return [
      {
        kind: 'table',
        name: `${run.slug}-break-even-${approach.name}`,
        sheet: 'costs',
        of: approach.name,
        caption: costs.breakEven(approachName(approach)),
        columns: [
          { label: headings.measure, kind: 'text', weight: 2.6 },
          { label: headings.value, kind: 'number' },
          { label: headings.interval, kind: 'interval', weight: 1.6 },
        ],
        rows: rows.map((row) => breakEvenRow(run, row, speech)),
      },
    ];
  });
}

/** The section on costs. */
export function costsSection(run: RunData, figures: readonly FigureBlock[], speech: Speech): Section {
  const all = allAccounts(run);
  const tables = (of: typeof payersTable) =>
    all.map(({ approach, accounts }): Block => of(run, approach, accounts, speech));
  const { costs, sections } = speech.words;
  return {
    id: 'costs',
    title: sections.costs,
    sheet: 'costs',
    // The last table may go on over pages, and so fills what the picture leaves.
    blocks: [
      paragraph(costs.lead),
      ...tables(payersTable),
      ...figures,
      ...tables(componentsTable),
      ...breakEvenTables(run, speech),
    ],
  };
}

/** Nominal euros of the whole cohort by calendar year, component and payer, for a workbook. */
export function costsLedger(run: RunData, speech: Speech): TableBlock[] {
  if (run.costs.length === 0) return [];
  const { costs, headings, names } = speech.words;
  const keyOf = ({ year, component, payer }: CostLine) => JSON.stringify([year, component, payer]);
  const keys = [...new Set(run.costs.filter(({ perCohort }) => perCohort !== 0).map(keyOf))];
  const of = (approach: ReportedApproach, key: string) =>
    run.costs.find((line) => line.approach === approach.name && keyOf(line) === key);
  const cell = (line: CostLine | undefined) => {
    const scale = line === undefined || line.perPerson === 0 ? 1 : line.perCohort / line.perPerson;
    return numberCell(speech, 'euros', line?.perCohort ?? 0, (line?.mcse ?? 0) * Math.abs(scale));
  };
  return [
    {
      kind: 'table',
      name: `${run.slug}-calendar`,
      sheet: 'costs',
      caption: costs.years,
      columns: [
        { label: headings.year, kind: 'text' },
        { label: headings.component, kind: 'text', weight: 3 },
        { label: headings.payer, kind: 'text', weight: 1.6 },
        ...approachesOf(run).map((approach) => ({ label: approachName(approach), kind: 'number' }) as const),
      ],
      rows: keys.map((key) => {
        const [year, component, payer] = JSON.parse(key) as [number, string, string];
        return [
          textCell(String(year)),
          textCell(componentName(run, component, speech)),
          textCell(nameIn(names.payers, payer)),
          ...approachesOf(run).map((approach) => cell(of(approach, key))),
        ];
      }),
      note: costs.yearsNote,
    },
  ];
}
