/** How headings, texts, captions and notes of a Word document look. */

import { type IStylesOptions, LineRuleType } from 'docx';
import { type Language, locales } from '../../language.js';

/** Names of styles. */
export const CAPTION = 'Caption';
export const NOTE = 'Note';
export const ANNEX = 'Annex';

/** Lines as high as what stands in them: a fixed height would crop a figure. */
export const natural = { line: 240, lineRule: LineRuleType.AUTO } as const;

const paragraphs = { spacing: { after: 110, line: 259, lineRule: LineRuleType.AUTO } };
const headingStyle = (size: number, before: number) => ({
  run: { size, bold: true, color: '1C1E21' },
  paragraph: { spacing: { before, after: 100 }, keepNext: true, keepLines: true },
});

const paragraphStyles = [
  {
    id: CAPTION,
    name: 'caption',
    basedOn: 'Normal',
    next: 'Normal',
    run: { bold: true, size: 18 },
    paragraph: { spacing: { before: 160, after: 60 }, keepLines: true },
  },
  {
    id: ANNEX,
    name: 'Annex',
    basedOn: 'Normal',
    run: { size: 17 },
    paragraph: { spacing: { after: 90, ...natural } },
  },
  {
    id: NOTE,
    name: 'Note',
    basedOn: 'Normal',
    next: 'Normal',
    run: { size: 15, color: '55595F' },
    paragraph: { spacing: { before: 40, after: 120, ...natural }, keepLines: true },
  },
];

/** All styles of a document in a language. */
export const stylesIn = (language: Language): IStylesOptions => ({
  default: {
    document: {
      run: { font: 'Arial', size: 20, language: { value: locales[language] } },
      paragraph: paragraphs,
    },
    title: headingStyle(34, 0),
    heading1: headingStyle(27, 260),
    heading2: headingStyle(22, 220),
  },
  paragraphStyles,
});
