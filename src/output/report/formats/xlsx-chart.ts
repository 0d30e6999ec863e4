/** Native charts of a workbook: drawn by the spreadsheet from the cells of a table, so that lines and bars change with them. */

import type { Feature } from 'write-excel-file/node';
import { groupBy } from '../../../domain/group-by.js';
import { escapeHtml } from './html.js';
import type { XlsxContent } from './xlsx-print.js';

/** A series of cells, with its name. */
export interface CellSeries {
  readonly name: string;
  /** Column, from 0. */
  readonly column: number;
  /** The numbers themselves, an end of their interval, or what is looked for. */
  readonly look: 'estimate' | 'end' | 'target';
  /** Whether some of its cells are empty. */
  readonly hasGaps: boolean;
}

/** The axis along the numbers in the first column. */
export interface Along {
  readonly title: string;
  readonly range: readonly [number, number];
  readonly step: number;
  readonly format: string;
}

/** A chart in its place below a table. */
export interface SheetChart {
  /** Sheet, from 0, and its name. */
  readonly sheet: number;
  readonly sheetName: string;
  readonly title: string;
  /** Of lines; absent: it has bars beside the names in the first column. */
  readonly along?: Along;
  /** How the axis shows its numbers: as the cells do, with their unit. */
  readonly format: string;
  /** First row of cells, from 1, and how many there are. */
  readonly first: number;
  readonly count: number;
  readonly series: readonly CellSeries[];
  /** Columns that hold how far the error bars of the series reach down and up. */
  readonly reach?: readonly [down: number, up: number];
  /** The ends of the axis along bars, where the spreadsheet would not leave room for their error bars. */
  readonly range?: readonly [number, number];
  /** Whether some of its cells are in hidden columns. */
  readonly isHidden: boolean;
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

function cells({ sheetName, first, count }: SheetChart, column: number): string {
  const name = columnName(column);
  const last = first + count - 1;
  return escapeHtml(`'${sheetName.replaceAll("'", "''")}'!$${name}$${first}:$${name}$${last}`);
}

const numbersIn = (chart: SheetChart, column: number) =>
  `<c:numRef><c:f>${cells(chart, column)}</c:f></c:numRef>`;

function errorBars(chart: SheetChart): string {
  const { reach } = chart;
  if (reach === undefined) return '';
  return `<c:errBars><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/><c:plus>${numbersIn(chart, reach[1])}</c:plus><c:minus>${numbersIn(chart, reach[0])}</c:minus><c:spPr><a:ln w="15875"><a:solidFill><a:srgbClr val="333333"/></a:solidFill></a:ln></c:spPr></c:errBars>`;
}

const letters = (size: number, bold = false) =>
  `<a:defRPr sz="${size}" b="${bold ? 1 : 0}"><a:latin typeface="Arial"/></a:defRPr>`;

const titleXml = (text: string, size: number, bold: boolean) =>
  `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr>${letters(size, bold)}</a:pPr><a:r><a:rPr sz="${size}" b="${bold ? 1 : 0}"><a:latin typeface="Arial"/></a:rPr><a:t>${escapeHtml(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;

/** The axis of names beside bars: the first is on top, and each has its name. */
const NAME_AXIS =
  '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:tickLblPos val="low"/><c:crossAx val="2"/><c:tickLblSkip val="1"/></c:catAx>';

const formatXml = (format: string) => `<c:numFmt formatCode="${escapeHtml(format)}" sourceLinked="0"/>`;

/** An axis along numbers, from left to right or upwards; the two have the numbers 1 and 2, and cross each other. */
function numberAxis(
  id: 1 | 2,
  position: 'b' | 'l',
  head: string,
  {
    range,
    between,
    step,
  }: { readonly range?: SheetChart['range']; readonly between: 'between' | 'midCat'; readonly step?: number },
): string {
  const ends = range === undefined ? '' : `<c:max val="${range[1]}"/><c:min val="${range[0]}"/>`;
  const major = step === undefined ? '' : `<c:majorUnit val="${step}"/>`;
  return `<c:valAx><c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/>${ends}</c:scaling><c:delete val="0"/><c:axPos val="${position}"/>${head}<c:tickLblPos val="low"/><c:crossAx val="${3 - id}"/><c:crossBetween val="${between}"/>${major}</c:valAx>`;
}

/** The axes of a chart: the first is that of the first column. */
function axes({ format, along, range }: SheetChart): string {
  const grid = `<c:majorGridlines/>${formatXml(format)}`;
  if (along === undefined)
    return `${NAME_AXIS}${numberAxis(2, 'b', grid, { between: 'between', ...(range && { range }) })}`;
  const title = `${titleXml(along.title, 900, false)}${formatXml(along.format)}`;
  const across = numberAxis(1, 'b', title, { between: 'midCat', range: along.range, step: along.step });
  return `${across}${numberAxis(2, 'l', grid, { between: 'midCat' })}`;
}

/** How lines look: their width, colour and dashes, and the mark of each number. */
const LOOKS = {
  estimate: { width: 28575, colour: '0072B2', dash: '', mark: '<c:symbol val="circle"/>' },
  end: { width: 12700, colour: '888888', dash: '<a:prstDash val="dash"/>', mark: '<c:symbol val="none"/>' },
  target: { width: 15875, colour: '222222', dash: '', mark: '<c:symbol val="none"/>' },
} as const;

/** The mark of an end of an interval that may have no neighbour to draw a line to. */
const ALONE =
  '<c:symbol val="dash"/><c:size val="7"/><c:spPr><a:solidFill><a:srgbClr val="888888"/></a:solidFill></c:spPr>';

function seriesXml(chart: SheetChart, { name, column, look, hasGaps }: CellSeries, index: number): string {
  const head = `<c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escapeHtml(name)}</c:v></c:tx>`;
  const numbers = numbersIn(chart, column);
  if (chart.along === undefined)
    return `<c:ser>${head}<c:spPr><a:solidFill><a:srgbClr val="0072B2"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>${errorBars(chart)}<c:cat><c:strRef><c:f>${cells(chart, 0)}</c:f></c:strRef></c:cat><c:val>${numbers}</c:val></c:ser>`;
  const { width, colour, dash, mark } = LOOKS[look];
  const line = `<c:spPr><a:ln w="${width}"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>${dash}</a:ln></c:spPr>`;
  const marker = `<c:marker>${look === 'end' && hasGaps ? ALONE : mark}</c:marker>`;
  return `<c:ser>${head}${line}${marker}<c:xVal>${numbersIn(chart, 0)}</c:xVal><c:yVal>${numbers}</c:yVal><c:smooth val="0"/></c:ser>`;
}

function chartXml(chart: SheetChart): string {
  const { along, title } = chart;
  const series = chart.series.map((each, i) => seriesXml(chart, each, i)).join('');
  const ends = '<c:axId val="1"/><c:axId val="2"/>';
  // A line chart would set unequal steps along its axis equally far apart.
  const plot =
    along !== undefined
      ? `<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${series}${ends}</c:scatterChart>`
      : `<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series}<c:gapWidth val="60"/>${ends}</c:barChart>`;
  const legend =
    chart.series.length > 1 ? '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' : '';
  return `${HEAD}<c:chartSpace ${NAMESPACES}><c:roundedCorners val="0"/><c:chart>${titleXml(title, 1100, true)}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plot}${axes(chart)}</c:plotArea>${legend}<c:plotVisOnly val="${chart.isHidden ? 0 : 1}"/><c:dispBlanksAs val="gap"/></c:chart><c:txPr><a:bodyPr/><a:p><a:pPr>${letters(900)}</a:pPr><a:endParaRPr lang="nl-NL"/></a:p></c:txPr></c:chartSpace>`;
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
