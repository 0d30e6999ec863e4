/** One scenario's main outcomes on the terminal. */

import { countOf } from '../../output/number.js';
import { describeMoney } from '../../output/package/columns.js';
import type { Printed } from '../../output/report/rounding.js';
import { contrastsOf } from '../../run/write/contrasts.js';
import { decisive, type Headline, headlines, rowOf } from '../../run/write/headlines.js';
import type { Outcome } from '../../run/write/outcome.js';
import type { SummarisedRow } from '../../run/write/read-back.js';
import { differenceCell, show, showProbability } from './cells.js';
import { type Cell, type Column, drawTable, type Group } from './layout/table.js';
import { wrap } from './layout/text.js';
import { openQuestionLines } from './open-questions.js';
import type { Brush, Page } from './screen.js';
import { verdictLines } from './verdict-lines.js';

/** What the outcomes of a unit have in common. */
const unitTitles: Readonly<Record<Headline['unit'], string>> = {
  share: '% of the cohort',
  months: 'Months a person',
  euros: 'Euros a person, discounted',
  'calendar year': 'Years',
};

/** Main outcomes by unit, in the order in which units first come up; money, on which the verdict rests, last. */
function byUnit(all: readonly Headline[]): [Headline['unit'], Headline[]][] {
  const units = [...new Set(all.map(({ unit }) => unit))];
  const order = [...units.filter((unit) => unit !== decisive.unit), decisive.unit];
  return order.map((unit) => [unit, all.filter((each) => each.unit === unit)]);
}

/** Name of the column with the difference of an approach from the reference. */
function differenceHeading(approach: string, { approaches }: Pick<Outcome, 'approaches'>): string {
  return approaches.length > 2 ? `${approach} - ${approaches[0]!}` : 'difference';
}

const better: Pick<Column, 'align' | 'said'> = {
  align: 'right',
  said: (text) => `better in ${text} %`,
};

/** What the table says of intervals and probabilities, behind a sentence. */
function aboutIntervals({ draws }: Pick<Outcome, 'draws'>, compared: number): string {
  if (compared === 0) return '';
  const intervals = draws > 1 ? 'In brackets: 95 % over the parameters.' : 'One draw gives no intervals.';
  return ` ${intervals} Better: % of simulated cohorts.`;
}

/** Differences of the subgroups, of one approach. */
function subgroupLines(
  outcome: Outcome,
  approach: string,
  rows: readonly (SummarisedRow & Printed)[],
  page: Page,
  brush: Brush,
): string[] {
  // What decides, what it consists of, and what the published studies tell.
  const shown = headlines(outcome.horizonMonths, []).filter(
    ({ unit, column, ranking }) => (unit === decisive.unit && column !== undefined) || ranking !== undefined,
  );
  const net = shown.find(({ measure }) => measure === decisive.name)!;
  const own = rows.filter((row) => row.approach === approach && row.subgroup !== 'all');
  const find = (subgroup: string, { measure, month }: Headline) =>
    own.find((row) => row.subgroup === subgroup && row.measure === measure && row.month === month);
  const others = shown.filter((headline) => headline !== net);
  const table = {
    columns: [
      { heading: 'subgroup', align: 'left' },
      { heading: 'net balance, euros', align: 'right' },
      { heading: 'better', ...better },
      ...others.map(({ label, unit }) => ({
        heading: unit === 'share' ? `${label}, %` : `${label}, ${unit}`,
        align: 'right',
      })),
    ] as Column[],
    groups: [
      {
        rows: [...new Set(own.map(({ subgroup }) => subgroup))].map((subgroup): (string | Cell)[] => {
          const balance = find(subgroup, net);
          return [
            subgroup.replace('=', ': ').replaceAll('_', ' '),
            balance === undefined ? '-' : differenceCell(net, balance, brush),
            showProbability(balance?.probabilityBetter, outcome),
            ...others.map((headline) => {
              const row = find(subgroup, headline);
              if (row === undefined) return '-';
              return differenceCell(headline, row, brush, show(headline, row, true));
            }),
          ];
        }),
      },
    ],
  };
  return [
    '',
    ...wrap(
      `By subgroup, as people were at the permit: ${approach} - ${outcome.approaches[0]!}`,
      page.text,
    ).map(brush.bold),
    ...drawTable(table, page.table, brush),
  ];
}

/**
 * The lines of one scenario: a row per main outcome, a column per approach, and the difference; then the verdict.
 *
 * @param subgroups differences by subgroup, if any were asked for
 */
export function outcomeLines(
  outcome: Outcome,
  subgroups: readonly (SummarisedRow & Printed)[],
  page: Page,
  brush: Brush,
): string[] {
  const { approaches, estimates, differences } = outcome;
  const others = approaches.slice(1);
  const columns: Column[] = [
    { heading: '', align: 'left' },
    ...approaches.map((heading): Column => ({ heading, align: 'right' })),
    ...others.flatMap((name): Column[] => [
      { heading: differenceHeading(name, outcome), align: 'right' },
      { heading: 'better', ...better },
    ]),
  ];
  const rowFor = (headline: Headline): (string | Cell)[] => {
    const weight = headline.measure === decisive.name ? { paint: brush.bold } : {};
    return [
      { text: headline.label, ...weight },
      ...approaches.map((name) => {
        const row = rowOf(estimates, headline, name);
        return { text: row === undefined ? '-' : show(headline, row), ...weight };
      }),
      ...others.flatMap((name) => {
        const row = rowOf(differences, headline, name);
        if (row === undefined) return ['-', '-'];
        return [differenceCell(headline, row, brush), showProbability(row.probabilityBetter, outcome)];
      }),
    ];
  };
  const groups = byUnit(headlines(outcome.horizonMonths, [outcome])).map(
    ([unit, all]): Group => ({ title: unitTitles[unit], rows: all.map(rowFor) }),
  );
  const design = `${countOf(outcome.persons, 'life', 'lives')} an approach: ${countOf(outcome.draws, 'parameter draw')} x ${countOf(outcome.replications, 'replication')}.`;
  const notes = [
    `${design}${aboutIntervals(outcome, others.length)}`,
    `Euros: ${describeMoney([outcome.footing])}.`,
  ];
  return [
    '',
    ...wrap(outcome.municipality, page.text).map(brush.bold),
    ...drawTable({ columns, groups }, page.table, brush),
    ...notes.flatMap((note) => wrap(note, page.text)).map(brush.dim),
    ...(subgroups.length === 0
      ? []
      : others.flatMap((name) => subgroupLines(outcome, name, subgroups, page, brush))),
    ...contrastsOf(outcome).flatMap((contrast) => verdictLines(contrast, page, brush)),
    ...others.flatMap((name) => openQuestionLines(outcome, name, page, brush)),
    ...wrap(`written to ${outcome.folder}`, page.text, 2),
    '',
  ];
}
