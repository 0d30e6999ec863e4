/** Names at the ends of lines, in place of a legend: each beside its own line, none over another. */

import { FONT_SIZE, textColour } from './style.js';
import { wrapText } from './text.js';

/** The end of a line: where it is, and what stands there. */
export interface LineEnd {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly colour: string;
}

/** Room for the names, in pixels, and the height of one of their lines. */
const ROOM = 92;
const LINE = 14;

/**
 * A layer with a text at the end of every line. Names that would cover each other are moved apart, as little as needed.
 *
 * @param domain lowest and highest value of the vertical axis, over `height` pixels
 * @param fields names of the fields that the axes of the panel show
 */
export function endLabels(
  ends: readonly LineEnd[],
  domain: readonly [number, number],
  height: number,
  fields: { readonly x: string; readonly y: string },
): object {
  const [low, high] = domain;
  const pixel = (high - low) / height;
  const placed = ends
    .filter(({ y }) => Number.isFinite(y))
    .map((end) => ({ ...end, lines: wrapText(end.text, ROOM, FONT_SIZE), at: (high - end.y) / pixel }))
    .sort((a, b) => a.at - b.at);
  const half = ({ lines }: { readonly lines: readonly string[] }) => (lines.length * LINE) / 2;
  // Down, each below the one above it; then up again where the last would leave the panel.
  for (let i = 1; i < placed.length; i++)
    placed[i]!.at = Math.max(placed[i]!.at, placed[i - 1]!.at + half(placed[i - 1]!) + half(placed[i]!));
  let floor = height + LINE / 2;
  for (let i = placed.length - 1; i >= 0; i--) {
    placed[i]!.at = Math.min(placed[i]!.at, floor - half(placed[i]!));
    floor = placed[i]!.at - half(placed[i]!);
  }
  return {
    layer: placed.map(({ x, at, lines, colour }) => ({
      data: { values: [{ [fields.x]: x, [fields.y]: high - at * pixel, text: lines }] },
      mark: {
        type: 'text',
        align: 'left',
        baseline: 'middle',
        lineHeight: LINE,
        dx: 8,
        dy: (-(lines.length - 1) * LINE) / 2,
        color: textColour(colour),
      },
      encoding: {
        x: { field: fields.x, type: 'quantitative' },
        y: { field: fields.y, type: 'quantitative' },
        text: { field: 'text' },
      },
    })),
  };
}
