/** Runs beside the first of them, on the terminal and as JSON. */

import { sayVariant } from '../../output/say-variant.js';
import { type Words, wordsIn } from '../../output/words/words.js';
import type { Variant, VariantRow, Variants } from '../../run/compare/variants.js';
import { decisive } from '../../run/write/headlines.js';
import { asWritten } from '../../run/write/read-back.js';
import { differenceCell, show } from './cells.js';
import { drawTable, type ScreenCell, type ScreenColumn } from './layout/table.js';
import { wrap } from './layout/text.js';
import { withNotes } from './noted-table.js';
import type { Brush, Page } from './screen.js';

const labelOf = ({ headline, referenceLabel }: VariantRow, words: Words['screen']) =>
  referenceLabel === undefined ? headline.label : words.against(headline.label, referenceLabel);

function tableLines(base: string, { name, rows }: Variant, page: Page, brush: Brush): string[] {
  const words = wordsIn(page.language).screen;
  const columns: ScreenColumn[] = [
    { heading: '', align: 'left' },
    { heading: base, align: 'right' },
    { heading: name, align: 'right' },
    { heading: words.difference, align: 'right' },
  ];
  const approaches = [...new Set(rows.map(({ approach }) => approach))];
  const groups = approaches.map((approach) => ({
    title: rows.find((row) => row.approach === approach)!.label,
    rows: rows
      .filter((row) => row.approach === approach)
      .map((row): (string | ScreenCell)[] => {
        const { headline, before, after, difference, reference } = row;
        const isSigned = reference !== undefined;
        return [
          words.units[headline.unit](labelOf(row, words)),
          show(headline, before, isSigned),
          show(headline, after, isSigned),
          differenceCell(headline, difference, brush),
        ];
      }),
  }));
  return drawTable({ columns, groups }, page.table, brush);
}

/** What a variant does to the net balance of an approach against the reference. */
function sayContrast(
  base: string,
  name: string,
  { label, referenceLabel, difference, headline }: VariantRow,
) {
  const { parameterLow: low, parameterHigh: high, ...value } = difference;
  const row = { ...value, unit: headline.unit, low, high };
  return sayVariant(row, [label, referenceLabel!], [name, base], headline.language);
}

/** The lines of runs beside the first of them. @param written the table, where there is one */
export function variantLines(
  { base, draws, variants }: Variants,
  written: string | undefined,
  page: Page,
  brush: Brush,
): string[] {
  const words = wordsIn(page.language).screen;
  const where =
    written === undefined
      ? wrap(words.variantsShown, page.text)
      : wrap(words.variantsWritten(written), page.text, 2);
  const lines = variants.flatMap((variant) => {
    const { name, unpaired, rows } = variant;
    const contrasts = rows.filter(
      ({ reference, headline }) => reference !== undefined && headline.measure === decisive.name,
    );
    const notes = [
      unpaired === undefined
        ? words.paired(draws > 1 ? `, ${words.bracketed}` : '')
        : words.unpaired(words.whyUnpaired(unpaired)),
      ...(unpaired === undefined && draws === 1 ? [words.oneDraw] : []),
      words.rowsAgree,
      words.eurosOfCohort,
    ];
    return [
      '',
      ...wrap(words.beside(name, base), page.text).map(brush.bold),
      ...withNotes(
        tableLines(base, variant, page, brush),
        notes,
        unpaired === undefined ? draws : undefined,
        page,
        brush,
      ),
      '',
      ...contrasts.flatMap((row) => wrap(sayContrast(base, name, row), page.text)).map(brush.bold),
    ];
  });
  return [...lines, ...where, ''];
}

/** The same as data. */
export function summariseVariants({ base, variants }: Variants) {
  return {
    base,
    variants: variants.map(({ name, folder, unpaired, rows }) => ({
      name,
      folder,
      paired: unpaired === undefined,
      ...(unpaired === undefined ? {} : { unpaired: wordsIn('en').screen.whyUnpaired(unpaired) }),
      differences: rows.map(({ headline, approach, reference, before, after, difference }) => ({
        measure: headline.measure,
        month: headline.month ?? null,
        unit: headline.unit,
        approach,
        reference: reference ?? null,
        before: asWritten(before.estimate),
        after: asWritten(after.estimate),
        difference: asWritten(difference.estimate),
        mcse: asWritten(difference.mcse),
        parameter_interval: [difference.parameterLow, difference.parameterHigh].map(asWritten),
      })),
    })),
  };
}
