/** Which rows of a sheet are printed again on every page: the headings of its longest table, which therefore stands last. */

import type { Feature } from 'write-excel-file/node';
import { escapeHtml } from './html.js';
import type { XlsxContent } from './xlsx-print.js';

/** The headings of a table that goes on over pages. */
export interface PrintTitle {
  /** Sheet, from 0, and its name. */
  readonly sheet: number;
  readonly sheetName: string;
  /** Row of the headings, from 1. */
  readonly headings: number;
}

/** Names the rows, which Excel and LibreOffice repeat from the page after them on. */
function nameRows(workbook: string, titles: readonly PrintTitle[]): string {
  const names = titles.map(({ sheet, sheetName, headings }) => {
    const range = `'${sheetName.replaceAll("'", "''")}'!$${headings}:$${headings}`;
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${sheet}">${escapeHtml(range)}</definedName>`;
  });
  const element = names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`;
  // The library writes the element empty, which the schema of workbooks does not allow, and Excel takes no second one.
  return workbook.replace(
    /(<\/sheets>)(?:<definedNames\s*\/>|<definedNames><\/definedNames>)?/,
    (_, sheets: string) => `${sheets}${element}`,
  );
}

/** Repeats headings on paper. */
export function printTitles(titles: readonly PrintTitle[]): Feature<XlsxContent> {
  return {
    files: {
      transform: {
        'xl/workbook.xml': { transform: (content) => nameRows(content, titles) },
      },
    },
  };
}
