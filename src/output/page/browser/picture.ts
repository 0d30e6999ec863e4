/** The picture of the live answer: how many more are off bijstand, year by year, with its band, beside the report's. */

import { bijstandShare } from '../../../domain/measures/income.js';
import { COLOURS } from '../../charts/style.js';
import { formatNumber } from '../../number.js';
import type { TableBlock } from '../../report/blocks.js';
import { textCell } from '../../report/blocks.js';
import type { ResultRow, RunData } from '../../report/run-data.js';
import { approachName, rowCells, type Speech } from '../../report/speech.js';
import { typesetText } from '../../report/typeset.js';
import { drawn, element } from './elements.js';

const HEIGHT = 260;
const MARGIN = { left: 44, right: 14, top: 14, bottom: 34 };

interface GainAtMonth {
  readonly month: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** How many more or fewer are on bijstand, year by year. */
const rowsOf = (rows: readonly ResultRow[], approach: string) =>
  rows.filter(
    (row) => row.approach === approach && row.subgroup === 'all' && row.measure === bijstandShare.name,
  );

/** How many more are off bijstand, and the interval, to the digits of a report. */
function gainCells(speech: Speech, row: ResultRow | undefined) {
  const gain = row && { ...row, estimate: -row.estimate, shown: -row.shown, low: -row.high, high: -row.low };
  return rowCells(speech, gain, true);
}

/** The gains of an approach in percentage points; nothing at the permit. */
function gainsOf(rows: readonly ResultRow[], approach: string): GainAtMonth[] {
  const points = rowsOf(rows, approach).map(({ month, estimate, low, high }) => ({
    month,
    value: -100 * estimate,
    low: -100 * high,
    high: -100 * low,
  }));
  return [{ month: 0, value: 0, low: 0, high: 0 }, ...points];
}

/** The stretches of years in which an interval can be estimated: between them there is no band. */
function bandsOf(points: readonly GainAtMonth[]): GainAtMonth[][] {
  const bands: GainAtMonth[][] = [[]];
  for (const point of points) {
    if (Number.isFinite(point.low) && Number.isFinite(point.high)) bands.at(-1)!.push(point);
    else bands.push([]);
  }
  return bands.filter(({ length }) => length > 1);
}

/** A step of an axis that is easy to read, for about so many of them. */
function stepFor(span: number, count: number): number {
  const raw = span / count;
  const size = 10 ** Math.floor(Math.log10(raw));
  return [1, 2, 5, 10].map((factor) => factor * size).find((step) => step >= raw) ?? raw;
}

/**
 * Draws the gains of all approaches.
 *
 * @param before the gains of the report
 * @param width in pixels
 */
export function picture(
  run: RunData,
  before: readonly ResultRow[],
  speech: Speech,
  width: number,
): HTMLElement {
  const { words, language } = speech;
  const { page } = words;
  const lines = run.others.map(({ name, label }, i) => ({
    label,
    said: (month: number) => {
      const row = rowsOf(run.differences, name).find((each) => each.month === month);
      const [gain, interval] = gainCells(speech, row);
      return `${page.year} ${month / 12}: ${gain.text} (${interval.text})`;
    },
    // The letters' own colour stands for black, which nobody sees on a dark page.
    colour: COLOURS[(i + 1) % COLOURS.length]!.replace('#000000', 'currentColor'),
    now: gainsOf(run.differences, name),
    earlier: gainsOf(before, name),
  }));
  const points = lines.flatMap(({ now, earlier }) => [...now, ...earlier]);
  const known = points.flatMap(({ value, low, high }) => [value, low, high]).filter(Number.isFinite);
  const step = stepFor(Math.max(2, Math.max(...known) - Math.min(0, ...known)), 5);
  const [low, high] = [
    Math.floor(Math.min(0, ...known) / step) * step,
    Math.ceil(Math.max(2, ...known) / step) * step,
  ];
  const last = Math.max(12, ...lines.flatMap(({ now }) => now.map(({ month }) => month)));
  const x = (month: number) => MARGIN.left + ((width - MARGIN.left - MARGIN.right) * month) / last;
  const y = (value: number) =>
    MARGIN.top + ((HEIGHT - MARGIN.top - MARGIN.bottom) * (high - value)) / (high - low);
  const path = (of: readonly GainAtMonth[], end: 'value' | 'low' | 'high') =>
    of.map((point) => `${x(point.month).toFixed(1)},${y(point[end]).toFixed(1)}`);
  const text = (content: string, attributes: Readonly<Record<string, string | number>>) =>
    drawn('text', { 'font-size': 12, fill: 'currentColor', ...attributes }, content);
  const years = Array.from({ length: Math.floor(last / 12) + 1 }, (_, year) => year);
  const every = Math.ceil(years.length / (width < 480 ? 6 : 11));
  const marks = Array.from({ length: Math.round((high - low) / step) + 1 }, (_, i) => low + i * step);
  const svg = drawn(
    'svg',
    { width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}`, role: 'img', 'aria-label': page.picture },
    ...marks.flatMap((mark) => [
      drawn('line', {
        ...{ x1: MARGIN.left, x2: width - MARGIN.right, y1: y(mark), y2: y(mark) },
        stroke: 'currentColor',
        opacity: Math.abs(mark) < step / 2 ? 1 : 0.2,
      }),
      text(typesetText(formatNumber(mark, step < 1 ? 1 : 0, language, true), language), {
        ...{ x: MARGIN.left - 6, y: y(mark) + 4, 'text-anchor': 'end' },
      }),
    ]),
    ...years
      .filter((year) => year % every === 0)
      .map((year) => text(String(year), { x: x(12 * year), y: HEIGHT - 14, 'text-anchor': 'middle' })),
    ...lines.flatMap(({ now, earlier, colour, said }) => {
      return [
        ...bandsOf(now).map((band) => {
          const points = [...path(band, 'low'), ...path(band, 'high').reverse()].join(' ');
          return drawn('polygon', { points, fill: colour, opacity: 0.25 });
        }),
        drawn('polyline', {
          ...{ points: path(earlier, 'value').join(' '), fill: 'none', stroke: 'currentColor', opacity: 0.6 },
          ...{ 'stroke-width': 1.5, 'stroke-dasharray': '5 4' },
        }),
        drawn('polyline', {
          ...{ points: path(now, 'value').join(' '), fill: 'none', stroke: colour, 'stroke-width': 2.5 },
        }),
        // Under the pointer a year tells its value; the table beside the picture tells them all.
        ...now
          .slice(1)
          .map((point) =>
            drawn(
              'circle',
              { cx: x(point.month), cy: y(point.value), r: 4, fill: colour },
              drawn('title', {}, said(point.month)),
            ),
          ),
      ];
    }),
  );
  const key = lines.map(({ label, colour }) =>
    element('span', { class: 'key' }, element('i', { style: `background:${colour}` }), label),
  );
  return element(
    'figure',
    {},
    element('figcaption', {}, page.picture),
    svg,
    element(
      'p',
      { class: 'note' },
      ...(lines.length > 1 ? key : []),
      page.pictureNote(lines.some(({ now }) => bandsOf(now).length > 0)),
    ),
  );
}

/** The values of the picture. */
export function pictureTable(run: RunData, before: readonly ResultRow[], speech: Speech): TableBlock {
  const { page, headings } = speech.words;
  const rows = run.others.flatMap((approach) =>
    rowsOf(run.differences, approach.name).map((row) => {
      const earlier = rowsOf(before, approach.name).find(({ month }) => month === row.month);
      return [
        textCell(
          `${run.others.length > 1 ? `${approachName(approach)}, ` : ''}${page.year} ${row.month / 12}`,
        ),
        ...gainCells(speech, row),
        gainCells(speech, earlier)[0],
      ];
    }),
  );
  return {
    ...{ kind: 'table', name: 'gains', sheet: 'summary', caption: page.picture, rows },
    columns: [
      { label: page.year, kind: 'text' },
      { label: headings.difference, kind: 'number' },
      { label: headings.interval, kind: 'interval' },
      { label: page.report, kind: 'number' },
    ],
  };
}
