/** Scenarios side by side on the terminal. */

import { join } from 'node:path';
import type { Language } from '../../output/language.js';
import { sayComparison } from '../../output/verdicts.js';
import { type Words, wordsIn } from '../../output/words/words.js';
import type { Comparison } from '../../run/compare/compare.js';
import { type ComparedRow, comparedRows } from '../../run/compare/comparison-table.js';
import { sayFooting } from '../../run/compare/footing.js';
import { approachLabel, scenarioName } from '../../run/scenarios/number-names.js';
import { contrastsOf } from '../../run/write/contrasts.js';
import { decisive, type Headline, headlineColumns, rowOf } from '../../run/write/headlines.js';
import { differenceCell, show, showProbability } from './cells.js';
import {
  drawTable,
  fitsWhole,
  type ScreenCell,
  type ScreenColumn,
  type ScreenGroup,
  type ScreenTable,
} from './layout/table.js';
import { wrap } from './layout/text.js';
import { withNotes } from './noted-table.js';
import type { Brush, Page } from './screen.js';
import { type Stretch, shortened } from './shortened.js';

/**
 * What a scenario is called; with its approach where it has several. Where it has one beside the reference, the municipality tells it
 * from the others: labels such as those of the eight would fill the table.
 */
export function nameOfRow({ outcome, approach }: ComparedRow, language: Language): string {
  const { approaches, municipality, named } = outcome;
  const name = scenarioName(named, municipality, language);
  return approaches.length > 2 ? `${name} (${approachLabel(named, approach, language)})` : name;
}

const differenceOf = ({ outcome, approach }: ComparedRow, headline: Headline) =>
  rowOf(outcome.differences, headline, approach);

function paysCell(row: ComparedRow, net: Headline): string {
  return showProbability(differenceOf(row, net), row.outcome);
}

type ShownColumn = Headline & { readonly column: string };
type Stretches = readonly Stretch<ComparedRow>[];

function groupsOf(stretches: Stretches, cells: (row: ComparedRow) => (string | ScreenCell)[]): ScreenGroup[] {
  return stretches.map(({ title, items }) => ({
    ...(title === undefined ? {} : { title }),
    rows: items.map(cells),
  }));
}

/** Every outcome under both approaches, and below it the difference. */
function wideTable(
  stretches: Stretches,
  shown: readonly ShownColumn[],
  net: Headline,
  brush: Brush,
): ScreenTable {
  const words = wordsIn(net.language).screen;
  return {
    columns: [
      { heading: words.municipality, align: 'left' },
      ...shown.map(({ column }): ScreenColumn => ({ heading: column, align: 'right' })),
      { heading: words.paysWide, align: 'right' },
    ],
    groups: groupsOf(stretches, (row) => [
      nameOfRow(row, net.language),
      ...shown.map((headline) => {
        const { outcome, approach } = row;
        const before = rowOf(outcome.estimates, headline, outcome.approaches[0]!);
        const after = rowOf(outcome.estimates, headline, approach);
        const difference = differenceOf(row, headline);
        if (before === undefined || after === undefined || difference === undefined) return '-';
        const { text, paint } = differenceCell(headline, difference, brush);
        const levels = `${show(headline, before)} > ${show(headline, after)}`;
        return { text: `${levels}\n${text}`, ...(paint === undefined ? {} : { paint }) };
      }),
      paysCell(row, net),
    ]),
  };
}

/** The differences alone, what decides first, and what it consists of. */
function narrowTable(
  stretches: Stretches,
  shown: readonly ShownColumn[],
  net: ShownColumn,
  brush: Brush,
): ScreenTable {
  const words = wordsIn(net.language).screen;
  // What comes after it in the order of outcomes does not add up to it.
  const others = shown.slice(0, shown.indexOf(net));
  return {
    columns: [
      { heading: words.municipality, align: 'left' },
      { heading: words.netBalance, align: 'right' },
      { heading: words.pays, align: 'right', said: words.paysIn },
      ...others.map(({ column }): ScreenColumn => ({ heading: column.replace('\n', ' '), align: 'right' })),
    ],
    groups: groupsOf(stretches, (row) => {
      const balance = differenceOf(row, net);
      return [
        nameOfRow(row, net.language),
        balance === undefined ? '-' : differenceCell(net, balance, brush),
        paysCell(row, net),
        ...others.map((headline) => {
          const difference = differenceOf(row, headline);
          if (difference === undefined) return '-';
          return differenceCell(headline, difference, brush, show(headline, difference, true));
        }),
      ];
    }),
  };
}

function explanation(isWide: boolean, draws: number, words: Words['screen']): string {
  const intervals = draws > 1 ? words.bracketed : words.notBracketed;
  return `${(isWide ? words.cellsWide : words.cellsNarrow)(intervals)} ${words.paysNote}`;
}

/** The lines of all scenarios: a row each, with the main outcomes. */
export function comparisonLines(comparison: Comparison, page: Page, brush: Brush): string[] {
  const { outcomes, draws, isStandardised } = comparison;
  const { language } = page;
  const words = wordsIn(language).screen;
  const shown = headlineColumns(outcomes[0]!.horizonMonths, language);
  const net = shown.find(({ measure }) => measure === decisive.name)!;
  const rows = comparedRows(outcomes);
  const value = (row: ComparedRow) => differenceOf(row, net)?.estimate ?? Number.NEGATIVE_INFINITY;
  const stretches = shortened(rows, () => rows.toSorted((a, b) => value(b) - value(a)), language);
  const wide = wideTable(stretches, shown, net, brush);
  const isWide = fitsWhole(wide, page.table);
  const table = isWide ? wide : narrowTable(stretches, shown, net, brush);
  const isShortened = stretches.length > 1;
  const notes = [
    ...(isShortened ? [words.ordered] : []),
    explanation(isWide, draws, words),
    ...sayFooting(outcomes, language),
  ];
  return [
    '',
    ...(isStandardised ? wrap(words.standardised, page.text).map(brush.bold) : []),
    ...withNotes(drawTable(table, page.table, brush), notes, draws, page, brush),
    '',
  ];
}

/** What a comparison comes to, and where it stands. */
export function comparedLines(
  { outcomes, folder }: Pick<Comparison, 'outcomes' | 'folder'>,
  page: Page,
  brush: Brush,
): string[] {
  const { language } = page;
  const contrasts = outcomes.flatMap((outcome) =>
    contrastsOf(outcome).map((contrast) => ({
      ...contrast,
      name: nameOfRow({ outcome, approach: contrast.approach }, language),
    })),
  );
  const written = wordsIn(language).screen.writtenCompared(join(folder, 'comparison.csv'), folder);
  return [
    '',
    ...sayComparison(contrasts, language).flatMap((sentence, i) =>
      wrap(sentence, page.text).map(i === 0 ? brush.bold : (line) => line),
    ),
    ...wrap(written, page.text, 2),
    '',
  ];
}
