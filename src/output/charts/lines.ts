/** Charts of lines with their names at the ends, and dots on those that stand out. */

import type { Language } from '../language.js';
import { endLabels } from './end-labels.js';
import { type Spot, spots } from './spots.js';
import { INK, lineOf, specOf } from './style.js';

const HEIGHT = 240;

/** From the bar of a line to that of the next at the same place; pixels. */
const BESIDE = 3;

/** A point of a line, with what is said of it on hover. */
interface LinePoint {
  readonly x: number;
  readonly y: number;
  /** Ends of the bar that tells how uncertain it is; none: no bar. */
  readonly ends?: readonly [low: number, high: number];
  readonly said: string;
  readonly isMarked: boolean;
}

/** A line with its name. */
export interface NamedLine {
  readonly label: string;
  readonly points: readonly LinePoint[];
}

/** How the axes of a chart of lines look. */
interface LineAxes {
  readonly x: string;
  /** Format of the numbers along the vertical axis. */
  readonly format: string;
  /** Values that the vertical axis holds in any case. */
  readonly holds: readonly number[];
}

/** The specification of a chart of lines; points that are not known are left out. */
export function linesSpec(
  lines: readonly NamedLine[],
  { x: title, format, holds }: LineAxes,
  note: string,
  language: Language,
): object {
  const known = lines.map(({ label, points }) => ({
    label,
    points: points.filter(({ y }) => Number.isFinite(y)),
  }));
  const barsOf = (points: readonly LinePoint[]) =>
    points.flatMap(({ x: at, ends: [low, high] = [Number.NaN, Number.NaN] }) =>
      high > low ? [{ x: at, low, high }] : [],
    );
  const all = [
    ...holds,
    ...known.flatMap(({ points }) => points.map(({ y }) => y)),
    ...known.flatMap(({ points }) => barsOf(points).flatMap(({ low, high }) => [low, high])),
  ];
  const domain = [Math.min(...all), Math.max(...all)] as const;
  const x = {
    field: 'x',
    type: 'quantitative',
    scale: { nice: false },
    axis: { title, grid: false, tickCount: 6 },
  };
  const y = {
    field: 'y',
    type: 'quantitative',
    scale: { domain, nice: false },
    axis: { title: null, tickCount: 6, labelExpr: `format(datum.value, '${format}')` },
  };
  return specOf(language, {
    usermeta: { notes: [note] },
    height: HEIGHT,
    layer: [
      ...known.map(({ points }, i) => ({
        data: { values: points },
        mark: { type: 'line', strokeWidth: 2.5, ...lineOf(i) },
        encoding: { x, y },
      })),
      ...known.map(({ points }, i) => ({
        data: { values: barsOf(points) },
        // Beside those of other lines; to the left, since names stand at the right end.
        mark: { type: 'rule', strokeWidth: 1.5, color: lineOf(i).color, xOffset: -BESIDE * i },
        encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' } },
      })),
      {
        data: { values: known.flatMap(({ points }) => points.filter(({ isMarked }) => isMarked)) },
        mark: { type: 'point', filled: true, size: 60, color: INK, opacity: 1 },
        encoding: { x, y },
      },
      ...known.map(({ points }) =>
        spots(
          points.map(({ x: at, y: value, said }): Spot => ({ x: at, y: value, said })),
          { x, y },
          language,
        ),
      ),
      endLabels(
        known.flatMap(({ label, points }, i) => {
          const last = points.at(-1);
          return last === undefined ? [] : [{ x: last.x, y: last.y, text: label, colour: lineOf(i).color }];
        }),
        domain,
        HEIGHT,
        { x: 'x', y: 'y' },
      ),
    ],
  });
}
