/** How all charts look and count: colours, dashes, letters and numbers. */

import type { Language } from '../language.js';

const FONT = 'Helvetica, Arial, "Liberation Sans", sans-serif';
export const FONT_SIZE = 12;
export const INK = '#222222';

/** The two looks of a rule, drawn over each other, that is seen on a dark area too: a light edge, so many pixels wide, and the rule. */
export const edgedRule = (edge: number) => [
  { strokeWidth: edge, color: '#ffffff' },
  { strokeWidth: 1.5, color: INK },
];

/**
 * Colours of Okabe and Ito (2008, "Color Universal Design"), in an order in which neighbours also differ in lightness,
 * so that they stay apart in grey print.
 */
export const COLOURS = ['#0072B2', '#E69F00', '#000000', '#56B4E9', '#D55E00', '#009E73', '#CC79A7'] as const;

/** Dash patterns in the order of the colours: whoever cannot tell the colours apart can tell these. */
const DASHES = [
  [1, 0],
  [7, 3],
  [2, 2],
  [9, 3, 2, 3],
  [4, 4],
  [12, 3],
  [1, 4],
] as const;

/** Colours in which letters are too pale to read, with a darker one of the same kind for them. */
const DARKER: Readonly<Record<string, string>> = {
  '#E69F00': '#8A5A00',
  '#56B4E9': '#1F6E9C',
  '#F0E442': '#6B6400',
  '#CC79A7': '#96436F',
  '#D55E00': '#A84A00',
  '#009E73': '#00694D',
};

/** The colour of a text that belongs to what has a colour: dark enough to read (contrast of at least 4.5 on white). */
export const textColour = (colour: string): string => DARKER[colour] ?? colour;

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
      title: { anchor: 'start', fontSize: FONT_SIZE + 1, fontWeight: 'bold', color: INK, frame: 'group' },
      text: { fontSize: FONT_SIZE, color: INK },
    },
    ...parts,
  };
}

/** The colour and the dashes of the line of an approach, by its place among all. */
export function lineOf(index: number): { readonly color: string; readonly strokeDash: readonly number[] } {
  return { color: COLOURS[index % COLOURS.length]!, strokeDash: DASHES[index % DASHES.length]! };
}
