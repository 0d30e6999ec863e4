/** How the sheets of a workbook print: on A4, as wide as a page, with page numbers. */

import type { Feature, Image } from 'write-excel-file/node';

/** What the library takes as the content of a file. */
export type XlsxContent = Image['content'];

/** Puts an element before the first of some that must follow it, or at the end. */
function insertBefore(xml: string, element: string, ...followers: readonly string[]): string {
  const places = followers
    .map((name) => xml.search(new RegExp(`<${name}[ />]`)))
    .filter((place) => place >= 0);
  const place = places.length > 0 ? Math.min(...places) : xml.lastIndexOf('</worksheet>');
  return xml.slice(0, place) + element + xml.slice(place);
}

function setUp(xml: string): string {
  const fitted = insertBefore(
    xml.replace(/<sheetPr\b[^>]*\/>/, ''),
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    'dimension',
    'sheetViews',
    'sheetFormatPr',
    'cols',
    'sheetData',
  );
  const page = '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';
  const margins = '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>';
  const footer = '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>';
  const bare = fitted.replace(/<pageSetup\b[^>]*\/>/, '').replace(/<pageMargins\b[^>]*\/>/, '');
  return insertBefore(bare, margins + page + footer, 'drawing', 'legacyDrawing', 'tableParts', 'extLst');
}

export const printSetup: Feature<XlsxContent> = {
  files: { transform: { 'xl/worksheets/sheet{id}.xml': { transform: (content) => setUp(content) } } },
};
