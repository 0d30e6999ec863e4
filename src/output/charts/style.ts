/** How all charts look and count: colours, dashes, letters and numbers. */

import type { Language } from '../language.js';

const FONT = 'Helvetica, Arial, "Liberation Sans", sans-serif';
export const FONT_SIZE = 12;
export const INK = '#222222';

/**
 * Colours of Okabe and Ito (2008, "Color Universal Design"), in an order in which neighbours also differ in lightness,
 * so that they stay apart in grey print.
 */
export const COLOURS = ['#0072B2', '#E69F00', '#000000', '#56B4E9', '#D55E00', '#009E73', '#CC79A7'] as const;

/** Dash patterns in the order of the colours: whoever cannot tell the colours apart can tell these. */
export const DASHES = [
  [1, 0],
  [7, 3],
  [2, 2],
  [9, 3, 2, 3],
  [4, 4],
  [12, 3],
  [1, 4],
] as const;

/** How vega writes numbers in a language (d3-format locale). */
export const NUMBER_LOCALES = {
  nl: { decimal: ',', thousands: '.', grouping: [3], currency: ['€ ', ''], minus: '−' },
  en: { decimal: '.', thousands: ',', grouping: [3], currency: ['€', ''], minus: '−' },
} as const satisfies Record<Language, object>;

/** What every specification starts with. */
export function specOf(language: Language, parts: object): object {
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    background: '#ffffff',
    padding: 8,
    config: {
      locale: { number: NUMBER_LOCALES[language] },
      // The whole picture has one description; a label for every mark would only repeat it piecemeal.
      aria: false,
      font: FONT,
      view: { stroke: null },
      axis: {
        labelFontSize: FONT_SIZE,
        titleFontSize: FONT_SIZE,
        titleFontWeight: 'normal',
        labelColor: INK,
        titleColor: INK,
        gridColor: '#dddddd',
        labelLimit: 400,
        labelOverlap: 'greedy',
        labelSeparation: 6,
      },
      legend: {
        labelFontSize: FONT_SIZE,
        titleFontSize: FONT_SIZE,
        labelColor: INK,
        labelLimit: 320,
        orient: 'top',
        direction: 'vertical',
        title: null,
        symbolSize: 160,
        symbolStrokeWidth: 2.5,
        offset: 14,
      },
      title: { anchor: 'start', fontSize: FONT_SIZE + 1, fontWeight: 'bold', color: INK, frame: 'group' },
      text: { fontSize: FONT_SIZE, color: INK },
    },
    ...parts,
  };
}

/**
 * Scale and legend for a field of ids: each id takes the next value of a range (colours, dashes) and goes by its label.
 */
export function namedLegend(
  ids: readonly string[],
  labels: readonly string[],
): (range: readonly unknown[]) => object {
  const legend = {
    symbolType: 'stroke',
    symbolSize: 900,
    labelExpr: `${JSON.stringify(labels)}[indexof(${JSON.stringify(ids)}, datum.value)]`,
  };
  return (range) => ({
    scale: { domain: ids, range: ids.map((_, index) => range[index % range.length]) },
    legend,
  });
}
