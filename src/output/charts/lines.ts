/** Charts of lines with their names at the ends, and dots on those that stand out. */

import type { Language } from '../language.js';
import { endLabels } from './end-labels.js';
import { type Spot, spots } from './spots.js';
import { INK, lineOf, specOf } from './style.js';

const HEIGHT = 240;

/** A point of a line, with what is said of it on hover. */
interface LinePoint {
  readonly x: number;
  readonly y: number;
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
  const all = [...holds, ...known.flatMap(({ points }) => points.map(({ y }) => y))];
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
