/** Width of text without a browser: charts must come out the same on every machine, whatever fonts it has. */

import { FONT_SIZE } from './style.js';

/**
 * Advance widths in thousandths of an em of Helvetica and Helvetica bold, which Arial and Liberation Sans share (Adobe's font metrics),
 * by the characters that have them; what is not here counts as a digit.
 */
const METRICS: readonly (readonly [width: number, regular: string, bold: string])[] = [
  [191, "'", ''],
  [222, 'ijl\u2018\u2019', ''],
  [238, '', "'"],
  [260, '|', ''],
  [278, ' \u00a0!,./:;I[\\]ft\u00b7', ' \u00a0,./I[\\]ijl\u2018\u2019\u00b7'],
  [333, '()-`r\u201c\u201d', '!()-:;`ft'],
  [355, '"', ''],
  [389, '*', '*r'],
  [474, '', '"'],
  [500, 'Jcksvxyz', '\u201c\u201dz'],
  [556, '', 'Jaceksvxy'],
  [584, '+<=>~\u2212\u00d7\u00b1', '+<=>~\u2212\u00d7\u00b1'],
  [611, 'FTZ', '?FLTZbdghnopqu'],
  [667, '&ABEKPSVXY', 'EPSVXY'],
  [722, 'CDHNRUw', '&ABCDHKNRU'],
  [778, 'GOQ', 'GOQw'],
  [833, 'Mm', 'M'],
  [889, '%', '%m'],
  [944, 'W', 'W'],
  [1000, '\u2014\u2026', '\u2014\u2026'],
  [1015, '@', '@'],
];

/** Width of a digit, and of what is not listed. */
const DIGIT = 556;

const widths = [new Map<string, number>(), new Map<string, number>()] as const;
for (const [width, ...faces] of METRICS)
  faces.forEach((characters, face) => {
    for (const character of characters) widths[face]!.set(character, width);
  });

/** A letter without its accent, which takes no room of its own. */
const bare = (character: string) => character.normalize('NFD')[0]!;

/** Width of a text in pixels in Helvetica, Arial or Liberation Sans, which have the same widths. */
export function textWidth(text: string, fontSize: number, bold = false): number {
  const face = widths[bold ? 1 : 0];
  let thousandths = 0;
  for (const character of text) thousandths += face.get(bare(character)) ?? DIGIT;
  return (thousandths / 1000) * fontSize;
}

/** Breaks a text into lines no wider than `width` pixels; a single longer word keeps a line of its own. */
export function wrapText(text: string, width: number, fontSize: number, bold = false): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, fontSize, bold) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** Width of the narrowest panel: a telephone's, or half a page; pixels. */
const NARROWEST = 230;

/** The title of an axis in lines, so that a long one makes no panel narrower. */
export const axisTitle = (text: string): string[] => wrapText(text, NARROWEST, FONT_SIZE);

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** Text of SVG as it is read. */
const asRead = (svg: string) => svg.replaceAll(/&(?:amp|lt|gt|quot);/g, (entity) => ENTITIES[entity]!);

/**
 * Gives every line of text in a chart the width that it was laid out by: with another font it is drawn in the same room, and nothing is
 * cut off.
 */
export function holdWidths(svg: string): string {
  return svg.replaceAll(/<text ([^>]*)>(.*?)<\/text>/g, (_, attributes: string, content: string) => {
    const size = Number(/font-size="([\d.]+)px"/.exec(attributes)?.[1] ?? 0);
    const bold = /font-weight="bold"/.test(attributes);
    const held = (text: string) =>
      `textLength="${Number(textWidth(asRead(text), size, bold).toFixed(2))}" lengthAdjust="spacingAndGlyphs"`;
    if (!content.includes('<tspan'))
      return content === ''
        ? `<text ${attributes}></text>`
        : `<text ${attributes} ${held(content)}>${content}</text>`;
    const lines = content.replaceAll(/<tspan([^>]*)>([^<]*)<\/tspan>/g, (whole, own: string, text: string) =>
      text === '' ? whole : `<tspan${own} ${held(text)}>${text}</tspan>`,
    );
    return `<text ${attributes}>${lines}</text>`;
  });
}
