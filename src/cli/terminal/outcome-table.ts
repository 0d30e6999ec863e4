/** One scenario's main outcomes on the terminal. */

import type { Language } from '../../output/language.js';
import { formatNumber } from '../../output/number.js';
import type { Printed } from '../../output/report/measured.js';
import { type Contrast, withAssumptionsNamed } from '../../output/verdict.js';
import { type Words, wordsIn } from '../../output/words/words.js';
import {
  approachLabel,
  numberName,
  scenarioName,
  subgroupInWords,
} from '../../run/scenarios/number-names.js';
import { contrastsOf } from '../../run/write/contrasts.js';
import { decisive, type Headline, headlines, rowOf } from '../../run/write/headlines.js';
import type { Outcome } from '../../run/write/outcome.js';
import type { SummarisedRow } from '../../run/write/read-back.js';
import { differenceCell, show, showProbability } from './cells.js';
import { drawTable, type ScreenCell, type ScreenColumn, type ScreenGroup } from './layout/table.js';
import { wrap } from './layout/text.js';
import { withNotes } from './noted-table.js';
import { openQuestionLines } from './open-questions.js';
import type { Brush, Page } from './screen.js';
import { verdictLines } from './verdict-lines.js';

/** Main outcomes by unit, in the order in which units first come up; money, on which the verdict rests, last. */
function byUnit(all: readonly Headline[]): [Headline['unit'], Headline[]][] {
  const units = [...new Set(all.map(({ unit }) => unit))];
  const order = [...units.filter((unit) => unit !== decisive.unit), decisive.unit];
  return order.map((unit) => [unit, all.filter((each) => each.unit === unit)]);
}

/** Name of the column with the difference of an approach from the reference. */
function differenceHeading(
  approach: string,
  { approaches, named }: Pick<Outcome, 'approaches' | 'named'>,
  language: Language,
): string {
  const [own, reference] = [approach, approaches[0]!].map((name) => approachLabel(named, name, language));
  return approaches.length > 2 ? `${own} - ${reference}` : wordsIn(language).screen.difference;
}

const betterColumn = ({ better, betterIn }: Words['screen']): ScreenColumn => ({
  heading: better,
  align: 'right',
  said: betterIn,
});

/** What the table says of intervals and probabilities, behind a sentence. */
function aboutIntervals(
  { draws }: Pick<Outcome, 'draws'>,
  compared: number,
  { intervals, oneDraw, betterNote }: Words['screen'],
): string {
  return compared === 0 ? '' : ` ${draws > 1 ? intervals : oneDraw} ${betterNote}`;
}

/** A contrast in which approaches and assumptions go by their names. */
function withNames(contrast: Contrast, { named }: Outcome, language: Language): Contrast {
  const { quoted } = wordsIn(language);
  const told = withAssumptionsNamed(contrast, (path) => quoted(numberName(named, path, language)));
  const [approach, reference] = [contrast.approach, contrast.reference].map((name) =>
    approachLabel(named, name, language),
  );
  return { ...told, approach: approach!, reference: reference! };
}

/** Differences of the subgroups, of one approach. */
function subgroupLines(
  outcome: Outcome,
  approach: string,
  rows: readonly (SummarisedRow & Printed)[],
  page: Page,
  brush: Brush,
): string[] {
  const { language } = page;
  const words = wordsIn(language).screen;
  // What decides, what it consists of, and what the published studies tell.
  const shown = headlines(outcome.horizonMonths, [], language).filter(
    ({ unit, column, ranking }) => (unit === decisive.unit && column !== undefined) || ranking !== undefined,
  );
  const net = shown.find(({ measure }) => measure === decisive.name)!;
  const own = rows.filter((row) => row.approach === approach && row.subgroup !== 'all');
  const find = (subgroup: string, { measure, month }: Headline) =>
    own.find((row) => row.subgroup === subgroup && row.measure === measure && row.month === month);
  const others = shown.filter((headline) => headline !== net);
  const table = {
    columns: [
      { heading: words.subgroup, align: 'left' },
      { heading: words.netBalance, align: 'right' },
      betterColumn(words),
      ...others.map(({ label, unit }) => ({
        heading: words.units[unit](label),
        align: 'right',
      })),
    ] as ScreenColumn[],
    groups: [
      {
        rows: [...new Set(own.map(({ subgroup }) => subgroup))].map((subgroup): (string | ScreenCell)[] => {
          const balance = find(subgroup, net);
          return [
            subgroupInWords(outcome.named, subgroup, language),
            balance === undefined ? '-' : differenceCell(net, balance, brush),
            showProbability(balance, outcome),
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
      words.bySubgroup(
        approachLabel(outcome.named, approach, language),
        approachLabel(outcome.named, outcome.approaches[0]!, language),
      ),
      page.text,
    ).map(brush.bold),
    ...withNotes(drawTable(table, page.table, brush), [], outcome.draws, page, brush),
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
  const { language } = page;
  const { screen: words, footing } = wordsIn(language);
  const others = approaches.slice(1);
  const columns: ScreenColumn[] = [
    { heading: '', align: 'left' },
    ...approaches.map(
      (name): ScreenColumn => ({ heading: approachLabel(outcome.named, name, language), align: 'right' }),
    ),
    ...others.flatMap((name): ScreenColumn[] => [
      { heading: differenceHeading(name, outcome, language), align: 'right' },
      betterColumn(words),
    ]),
  ];
  const rowFor = (headline: Headline): (string | ScreenCell)[] => {
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
        return [differenceCell(headline, row, brush), showProbability(row, outcome)];
      }),
    ];
  };
  const groups = byUnit(headlines(outcome.horizonMonths, [outcome], language)).map(
    ([unit, all]): ScreenGroup => ({ title: words.unitTitles[unit], rows: all.map(rowFor) }),
  );
  const count = (number: number) => formatNumber(number, 0, language);
  const design = words.design(count(outcome.persons), count(outcome.draws), count(outcome.replications));
  const notes = [
    `${design}${aboutIntervals(outcome, others.length, words)}`,
    words.money(footing.discountedEach([outcome.footing]), footing.prices([outcome.footing])),
  ];
  return [
    '',
    ...wrap(scenarioName(outcome.named, outcome.municipality, language), page.text).map(brush.bold),
    ...withNotes(drawTable({ columns, groups }, page.table, brush), notes, outcome.draws, page, brush),
    ...(subgroups.length === 0
      ? []
      : others.flatMap((name) => subgroupLines(outcome, name, subgroups, page, brush))),
    ...contrastsOf(outcome)
      .map((contrast) => withNames(contrast, outcome, language))
      .flatMap((contrast) => verdictLines(contrast, page, brush)),
    ...others.flatMap((name) => openQuestionLines(outcome, name, page, brush)),
    ...wrap(words.written(outcome.folder), page.text, 2),
    '',
  ];
}
