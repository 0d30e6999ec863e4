/** What a Word document says of itself to programs that list documents. */

import { locales } from '../../language.js';
import type { Report } from '../blocks.js';
import { escapeHtml } from './html.js';

/** Its part of the document: without a day on which it was made, so that the same report is the same file (ECMA-376, part 2, section 11). */
export function documentProperties({ title, language }: Report): {
  readonly path: string;
  readonly data: string;
} {
  const said = { title: escapeHtml(title), creator: 'doorstroom', language: locales[language] };
  const elements = Object.entries(said).map(([name, text]) => `<dc:${name}>${text}</dc:${name}>`);
  return {
    path: 'docProps/core.xml',
    data: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${elements.join('')}</cp:coreProperties>`,
  };
}
