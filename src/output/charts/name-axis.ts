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
  const counts = [...new Set(labels.map(({ length }) => length))].filter((count) => count > 1);
  // A label begins at its row; one of several lines is moved up, so that its middle stands there.
  const offsets = counts.map((count) => {
    const those = ids.filter((_, i) => labels[i]!.length === count);
    return {
      test: `indexof(${JSON.stringify(those)}, datum.value) >= 0`,
      value: (-(count - 1) * LINE) / 2,
    };
  });
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
        labelOffset: { condition: offsets, value: 0 },
        labelExpr: `${JSON.stringify(labels)}[indexof(${JSON.stringify(ids)}, datum.value)]`,
      },
    },
  };
}
