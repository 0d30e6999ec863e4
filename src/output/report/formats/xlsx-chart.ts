/** Native charts of a workbook: drawn by the spreadsheet from the cells of a table, so that lines and bars change with them. */

import type { Feature } from 'write-excel-file/node';
import { groupBy } from '../../../domain/group-by.js';
import { escapeHtml } from './html.js';
import type { XlsxContent } from './xlsx-print.js';

/** A series of cells, with its name. */
interface CellSeries {
  readonly name: string;
  /** Column, from 0. */
  readonly column: number;
  /** The end of an interval rather than what lies within it. */
  readonly isEnd: boolean;
}

/** A chart in its place below a table. */
export interface SheetChart {
  /** Sheet, from 0, and its name. */
  readonly sheet: number;
  readonly sheetName: string;
  readonly kind: 'line' | 'bar';
  readonly title: string;
  /** How the axis shows its numbers: as the cells do, with their unit. */
  readonly format: string;
  /** First and last row of cells, from 1; the column of their names is the first. */
  readonly first: number;
  readonly last: number;
  readonly series: readonly CellSeries[];
  /** The first of two columns that hold how far the error bars of the series reach down and up. */
  readonly reach?: number;
  /** The ends of the axis along numbers, where the spreadsheet would not leave room for all. */
  readonly range?: readonly [number, number];
  /** Row above the chart, from 0, and how many it covers. */
  readonly below: number;
  readonly rows: number;
}

const NAMESPACES =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Letters of a column, from 0. */
function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest > 0 ? columnName(rest - 1) : ''}${String.fromCharCode(65 + (column % 26))}`;
}

function cells({ sheetName, first, last }: SheetChart, column: number): string {
  const name = columnName(column);
  return escapeHtml(`'${sheetName.replaceAll("'", "''")}'!$${name}$${first}:$${name}$${last}`);
}

const numbersIn = (chart: SheetChart, column: number) =>
  `<c:numRef><c:f>${cells(chart, column)}</c:f></c:numRef>`;

function errorBars(chart: SheetChart): string {
  const { reach } = chart;
  if (reach === undefined) return '';
  return `<c:errBars><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/><c:plus>${numbersIn(chart, reach + 1)}</c:plus><c:minus>${numbersIn(chart, reach)}</c:minus><c:spPr><a:ln w="15875"><a:solidFill><a:srgbClr val="333333"/></a:solidFill></a:ln></c:spPr></c:errBars>`;
}

const letters = (size: number, bold = false) =>
  `<a:defRPr sz="${size}" b="${bold ? 1 : 0}"><a:latin typeface="Arial"/></a:defRPr>`;

/** The axis of names: of bars the first is on top, and each has its name. */
const nameAxis = (isOfBars: boolean) =>
  `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="${isOfBars ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/><c:axPos val="${isOfBars ? 'l' : 'b'}"/><c:tickLblPos val="low"/><c:crossAx val="2"/>${isOfBars ? '<c:tickLblSkip val="1"/>' : ''}</c:catAx>`;

/** The axis along numbers. */
function numberAxis({ kind, format, range }: SheetChart): string {
  const ends = range === undefined ? '' : `<c:max val="${range[1]}"/><c:min val="${range[0]}"/>`;
  return `<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>${ends}</c:scaling><c:delete val="0"/><c:axPos val="${kind === 'line' ? 'l' : 'b'}"/><c:majorGridlines/><c:numFmt formatCode="${escapeHtml(format)}" sourceLinked="0"/><c:tickLblPos val="low"/><c:crossAx val="1"/></c:valAx>`;
}

function seriesXml(chart: SheetChart, { name, column, isEnd }: CellSeries, index: number): string {
  const line = `<a:ln w="${isEnd ? 12700 : 28575}"><a:solidFill><a:srgbClr val="${isEnd ? '888888' : '0072B2'}"/></a:solidFill>${isEnd ? '<a:prstDash val="dash"/>' : ''}</a:ln>`;
  const look =
    chart.kind === 'line'
      ? `<c:spPr>${line}</c:spPr><c:marker><c:symbol val="${isEnd ? 'none' : 'circle'}"/></c:marker>`
      : '<c:spPr><a:solidFill><a:srgbClr val="0072B2"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>';
  return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escapeHtml(name)}</c:v></c:tx>${look}${errorBars(chart)}<c:cat><c:strRef><c:f>${cells(chart, 0)}</c:f></c:strRef></c:cat><c:val>${numbersIn(chart, column)}</c:val>${chart.kind === 'line' ? '<c:smooth val="0"/>' : ''}</c:ser>`;
}

function chartXml(chart: SheetChart): string {
  const { kind, title } = chart;
  const series = chart.series.map((each, i) => seriesXml(chart, each, i)).join('');
  const ends = '<c:axId val="1"/><c:axId val="2"/>';
  const plot =
    kind === 'line'
      ? `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${ends}</c:lineChart>`
      : `<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series}<c:gapWidth val="60"/>${ends}</c:barChart>`;
  const legend =
    chart.series.length > 1 ? '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' : '';
  return `${HEAD}<c:chartSpace ${NAMESPACES}><c:roundedCorners val="0"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr>${letters(1100, true)}</a:pPr><a:r><a:rPr sz="1100" b="1"><a:latin typeface="Arial"/></a:rPr><a:t>${escapeHtml(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plot}${nameAxis(kind === 'bar')}${numberAxis(chart)}</c:plotArea>${legend}<c:plotVisOnly val="${chart.reach === undefined ? 1 : 0}"/><c:dispBlanksAs val="gap"/></c:chart><c:txPr><a:bodyPr/><a:p><a:pPr>${letters(900)}</a:pPr><a:endParaRPr lang="nl-NL"/></a:p></c:txPr></c:chartSpace>`;
}

/** Columns that a chart covers. */
const COLUMNS = 6;

function anchorXml({ below, rows, title }: SheetChart, number: number): string {
  const at = (column: number, row: number) =>
    `<xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff>`;
  const name = escapeHtml(title);
  return `<xdr:twoCellAnchor><xdr:from>${at(0, below)}</xdr:from><xdr:to>${at(COLUMNS, below + rows)}</xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${number + 1}" name="${name}" descr="${name}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="rId${number}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`;
}

/** The files of the drawings and charts, by their names in the archive. */
function chartFiles(bySheet: ReadonlyMap<number, readonly SheetChart[]>): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [sheet, charts] of bySheet) {
    const drawing = `drawing-of-sheet${sheet + 1}`;
    const links = charts.map((chart, i) => {
      const name = `chart${sheet + 1}-${i + 1}.xml`;
      files[`xl/charts/${name}`] = chartXml(chart);
      return `<Relationship Id="rId${i + 1}" Type="${OFFICE}/chart" Target="../charts/${name}"/>`;
    });
    files[`xl/drawings/${drawing}.xml`] =
      `${HEAD}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" ${NAMESPACES}>${charts.map((chart, i) => anchorXml(chart, i + 1)).join('')}</xdr:wsDr>`;
    files[`xl/drawings/_rels/${drawing}.xml.rels`] =
      `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`;
  }
  return files;
}

/** What the library does to put charts into a workbook, which it has no charts of its own for. */
export function nativeCharts(charts: readonly SheetChart[]): Feature<XlsxContent> {
  const bySheet = groupBy(charts, ({ sheet }) => sheet);
  const files = chartFiles(bySheet);
  const contentType = (path: string) => {
    const kind = path.startsWith('xl/charts/') ? 'drawingml.chart' : 'drawing';
    return `<Override PartName="/${path}" ContentType="application/vnd.openxmlformats-officedocument.${kind}+xml"/>`;
  };
  return {
    files: {
      transform: {
        '[Content_Types].xml': {
          insert: () =>
            Object.keys(files)
              .filter((path) => path.endsWith('.xml'))
              .map(contentType)
              .join(''),
        },
        'xl/worksheets/_rels/sheet{id}.xml.rels': {
          insert: (_, { sheetIndex }) =>
            bySheet.has(sheetIndex)
              ? `<Relationship Id="rId-charts" Type="${OFFICE}/drawing" Target="../drawings/drawing-of-sheet${sheetIndex + 1}.xml"/>`
              : undefined,
        },
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _, { sheetIndex }) =>
            bySheet.has(sheetIndex)
              ? xml.replace('</worksheet>', '<drawing r:id="rId-charts"/></worksheet>')
              : xml,
        },
      },
      write: { files: () => files },
    },
  };
}
