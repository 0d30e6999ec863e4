/** A vertical axis with a name for each row, broken into lines. */

import { FONT_SIZE } from './style.js';
import { wrapText } from './text.js';

/** Pixels from line to line. */
const LINE = 15;

/** Pixels from the lines of a name to those of the next. */
const GAP = 9;

/** Pixels that a panel has at least. */
const LEAST = 48;

/** The field in which values have the place of their row. */
const ROW = 'row';

interface NameAxis {
  /** The encoding of the axis. */
  readonly y: object;
  /** Height of the panel in pixels: each row takes what its name does. */
  readonly height: number;
  /** Gives values, by their `id`, the place of their row. */
  readonly transform: object;
}

/** An axis of names. @param width of the names in pixels */
export function nameAxis(
  rows: readonly { readonly id: string; readonly label: string }[],
  width: number,
): NameAxis {
  const labels = rows.map(({ label }) => wrapText(label, width, FONT_SIZE));
  const heights = labels.map(({ length }) => LINE * length + GAP);
  const needed = heights.reduce((sum, each) => sum + each, 0);
  const height = Math.max(LEAST, needed);
  const above = (height - needed) / 2;
  const places = heights.map(
    (own, i) => above + heights.slice(0, i).reduce((sum, each) => sum + each, own / 2),
  );
  const counts = [...new Set(labels.map(({ length }) => length))].filter((count) => count > 1);
  // A label begins at its row; one of several lines is moved up, so that its middle stands there.
  const offsets = counts.map((count) => ({
    test: `indexof(${JSON.stringify(places.filter((_, i) => labels[i]!.length === count))}, datum.value) >= 0`,
    value: (-(count - 1) * LINE) / 2,
  }));
  const ids = JSON.stringify(rows.map(({ id }) => id));
  return {
    height,
    transform: { calculate: `${JSON.stringify(places)}[indexof(${ids}, datum.id)]`, as: ROW },
    y: {
      field: ROW,
      type: 'quantitative',
      scale: { domain: [0, height], nice: false, reverse: true },
      axis: {
        title: null,
        domain: false,
        ticks: false,
        grid: false,
        values: places,
        labelPadding: 6,
        labelLimit: width + 30,
        labelLineHeight: LINE,
        labelOffset: { condition: offsets, value: 0 },
        labelExpr: `${JSON.stringify(labels)}[indexof(${JSON.stringify(places)}, datum.value)]`,
      },
    },
  };
}
