/** Costs over the horizon by component, payer and calendar year. */

import { breakEvenMonth, breakEvenProbability } from '../../../domain/measures/break-even.js';
import { bijstandCost, netBalance, programmeCost } from '../../../domain/measures/money.js';
import { nameIn } from '../../words/words.js';
import { type Cell, type NumberCell, type TableBlock, textCell } from '../blocks.js';
import { levelsTable } from '../outcome-tables.js';
import {
  approachesOf,
  type CostLine,
  type ReportedApproach,
  type ResultRow,
  type RunData,
} from '../run-data.js';
import type { Section } from '../section.js';
import {
  approachName,
  measureIn,
  measureName,
  numberCell,
  partName,
  rowCells,
  type Speech,
} from '../speech.js';

/** Sum of lines: euros, and the sum of their MCSEs, which is no less than the MCSE of the sum. */
function sumOf(lines: readonly CostLine[], of: 'perPerson' | 'perCohort'): { value: number; mcse: number } {
  let value = 0;
  let mcse = 0;
  for (const line of lines) {
    value += line[of];
    const scale = of === 'perPerson' || line.perPerson === 0 ? 1 : line.perCohort / line.perPerson;
    if (Number.isFinite(line.mcse)) mcse += line.mcse * Math.abs(scale);
  }
  return { value, mcse };
}

function sumCell(speech: Speech, lines: readonly CostLine[], of: 'perPerson' | 'perCohort'): NumberCell {
  const { value, mcse } = sumOf(lines, of);
  return numberCell(speech, 'euros', value, mcse);
}

/** Name of a component: the dictionary's, else that of the activity. */
function componentName(run: RunData, component: string, speech: Speech): string {
  const part = run.parts.find((row) => row.part === component);
  return part === undefined ? nameIn(speech.words.names.components, component) : partName(speech, part);
}

const keysOf = (run: RunData, key: (line: CostLine) => string) => [...new Set(run.costs.map(key))];

/** A row per key with the sum of each approach, and a total below. */
function sumTable(
  run: RunData,
  speech: Speech,
  keys: readonly string[],
  keyOf: (line: CostLine) => string,
  of: 'perPerson' | 'perCohort',
  headOf: (key: string) => Cell[],
): Cell[][] {
  const linesOf = (approach: ReportedApproach) => run.costs.filter((line) => line.approach === approach.name);
  const cells = (test: (line: CostLine) => boolean) =>
    approachesOf(run).map((approach) => sumCell(speech, linesOf(approach).filter(test), of));
  const total = headOf(keys[0] ?? '').map((_, i) => textCell(i === 0 ? speech.words.costs.total : ''));
  return [
    ...keys.map((key) => [...headOf(key), ...cells((line) => keyOf(line) === key)]),
    [...total, ...cells(() => true)],
  ];
}

const approachColumns = (run: RunData, speech: Speech) =>
  approachesOf(run).map(
    (approach) => ({ label: approachName(speech, approach), kind: 'number', weight: 1.3 }) as const,
  );

function componentsTable(run: RunData, speech: Speech): TableBlock {
  const { costs, headings, names } = speech.words;
  const keyOf = ({ component, payer }: CostLine) => JSON.stringify([component, payer]);
  const headOf = (key: string) => {
    const [component = '', payer = ''] = key === '' ? [] : (JSON.parse(key) as string[]);
    return [textCell(componentName(run, component, speech)), textCell(nameIn(names.payers, payer))];
  };
  return {
    kind: 'table',
    name: `${run.slug}-costs`,
    caption: costs.components,
    columns: [
      { label: headings.component, kind: 'text', weight: 3 },
      { label: headings.payer, kind: 'text', weight: 1.7 },
      ...approachColumns(run, speech),
    ],
    rows: sumTable(run, speech, keysOf(run, keyOf), keyOf, 'perPerson', headOf),
    note: [...sayPrices(run, speech), costs.note].join(' '),
  };
}

function payersTable(run: RunData, speech: Speech): TableBlock {
  const { costs, headings, names } = speech.words;
  const keyOf = ({ payer }: CostLine) => payer;
  return {
    kind: 'table',
    name: `${run.slug}-payers`,
    caption: costs.payers,
    columns: [{ label: headings.payer, kind: 'text', weight: 2 }, ...approachColumns(run, speech)],
    rows: sumTable(run, speech, keysOf(run, keyOf), keyOf, 'perPerson', (payer) => [
      textCell(nameIn(names.payers, payer)),
    ]),
  };
}

function yearsTable(run: RunData, speech: Speech): TableBlock {
  const { costs, headings } = speech.words;
  const keyOf = ({ year }: CostLine) => String(year);
  return {
    kind: 'table',
    name: `${run.slug}-years`,
    caption: costs.years,
    columns: [{ label: headings.year, kind: 'text' }, ...approachColumns(run, speech)],
    rows: sumTable(run, speech, keysOf(run, keyOf).sort(), keyOf, 'perCohort', (year) => [textCell(year)]),
  };
}

/** A moment of break-even with its interval, or its probability, which of a single draw cannot be told. */
function breakEvenRow(run: RunData, row: ResultRow, speech: Speech): Cell[] {
  const [value, interval] = rowCells(speech, row);
  const isProbability = row.measure === breakEvenProbability.name;
  const untold = isProbability && !Number.isFinite(row.estimate);
  return [
    textCell(measureName(speech, run, row.measure, row.month)),
    untold ? { ...value, text: speech.words.noInterval } : value,
    // A probability is over the parameters already, and the year follows from the month.
    row.measure === breakEvenMonth.name || Number.isFinite(row.low) ? interval : { ...interval, text: '-' },
  ];
}

/** To which date and at which rate amounts are discounted, in a sentence; none for runs that do not record it. */
function sayDiscounting({ manifest: { footing } }: RunData, { words }: Speech): string[] {
  return footing === undefined ? [] : [words.footing.sentence(words.footing.discounted(footing))];
}

function sayPrices({ manifest: { footing } }: RunData, { words }: Speech): string[] {
  return footing === undefined ? [] : [words.footing.sentence(words.footing.prices(footing))];
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
    if (rows.length === 0) return [];
    return [
      {
        kind: 'table',
        name: `${run.slug}-break-even-${approach.name}`,
        caption: costs.breakEven(approachName(speech, approach)),
        columns: [
          { label: headings.measure, kind: 'text', weight: 2.6 },
          { label: headings.value, kind: 'number' },
          { label: headings.interval, kind: 'interval', weight: 1.6 },
        ],
        rows: rows.map((row) => breakEvenRow(run, row, speech)),
        note: [...sayDiscounting(run, speech), speech.words.outcomes.note].join(' '),
      },
    ];
  });
}

/** The section on costs. */
export function costsSection(run: RunData, speech: Speech): Section {
  const { costs, sections } = speech.words;
  const discounted = [bijstandCost, programmeCost, netBalance].map((amount) => ({
    measure: amount.discounted.name,
    month: Number.NaN,
  }));
  const note = sayDiscounting(run, speech);
  return {
    id: 'costs',
    title: sections.costs,
    blocks: [
      levelsTable(run, discounted, speech, {
        name: 'discounted',
        caption: costs.discounted,
        ...(note.length === 0 ? {} : { note: note.join(' ') }),
      }),
      ...breakEvenTables(run, speech),
      ...(run.costs.length === 0
        ? []
        : [componentsTable(run, speech), payersTable(run, speech), yearsTable(run, speech)]),
    ],
  };
}
