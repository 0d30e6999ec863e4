/** A vertical axis with a name for each row, broken into lines. */

import { FONT_SIZE } from './style.js';
import { wrapText } from './text.js';

/** Pixels from line to line. */
const LINE = 15;

/** The encoding of the axis, and the height of the longest name. @param width of the names, in pixels as the height is */
export function nameAxis(
  rows: readonly { readonly id: string; readonly label: string }[],
  width: number,
): { readonly y: object; readonly height: number } {
  const ids = rows.map(({ id }) => id);
  const labels = rows.map(({ label }) => wrapText(label, width, FONT_SIZE));
  return {
    height: LINE * Math.max(1, ...labels.map(({ length }) => length)),
    y: {
      field: 'id',
      type: 'nominal',
      sort: null,
      scale: { domain: ids },
      axis: {
        title: null,
        domain: false,
        ticks: false,
        labelPadding: 6,
        labelLimit: width + 30,
        labelLineHeight: LINE,
        labelExpr: `${JSON.stringify(labels)}[indexof(${JSON.stringify(ids)}, datum.value)]`,
      },
    },
  };
}
