/** Draws a chart as SVG, without a browser, and an SVG as PNG. The libraries are loaded when a chart is drawn. */

import { createHash } from 'node:crypto';
import type { TopLevelSpec } from 'vega-lite';
import type { Language } from '../language.js';
import type { Chart } from './chart.js';
import { FONT_SIZE, INK, NUMBER_LOCALES } from './style.js';
import { holdWidths, textWidth, wrapText } from './text.js';

const TITLE_SIZE = FONT_SIZE + 3;
const DEFAULT_WIDTH = 680;

/** The parts of a specification that drawing changes. */
interface Panels {
  readonly vconcat?: readonly Panels[];
  readonly hconcat?: readonly Panels[];
  readonly title?: string | { readonly text: string };
  readonly config: object;
  /**
   * Sentences that stand below the title; what this very chart has no marks for; whether panels stand beside each other where there is
   * room.
   */
  readonly usermeta?: {
    readonly notes?: readonly string[];
    readonly gaps?: readonly string[];
    readonly beside?: boolean;
  };
}

/** The sentences below a title; what is of this very chart ends the last. */
function notesOf({ notes = [], gaps = [] }: Panels['usermeta'] & object): string[] {
  const last = [...notes.slice(-1), ...gaps].join(' ');
  return [...notes.slice(0, -1), ...(last === '' ? [] : [last])];
}

/** Width from which on panels stand beside each other. */
const BESIDE_FROM = 600;

/** Puts panels beside each other where they may be and there is room. */
function placePanels(spec: Panels, width: number): Panels {
  if (spec.usermeta?.beside !== true || width < BESIDE_FROM) return spec;
  const { vconcat = [], ...rest } = spec;
  return { ...rest, hconcat: vconcat };
}

interface TextItem {
  readonly text?: unknown;
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
}

/** Gives every panel its inner width, and wraps panel titles in it. */
function withWidth(panel: Panels, inner: number): object {
  if (panel.vconcat !== undefined)
    return { ...panel, vconcat: panel.vconcat.map((part) => withWidth(part, inner)) };
  if (panel.hconcat !== undefined) {
    const { length } = panel.hconcat;
    const each = Math.floor(inner / length);
    const share = (i: number) => (i < length - 1 ? each : inner - each * (length - 1));
    return { ...panel, hconcat: panel.hconcat.map((part, i) => withWidth(part, share(i))) };
  }
  const { title } = panel;
  const wrapped = typeof title === 'string' ? wrapText(title, inner, FONT_SIZE + 1, true) : title;
  return { ...panel, ...(wrapped === undefined ? {} : { title: wrapped }), width: inner };
}

async function drawSpec(spec: object): Promise<string> {
  const [vega, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
  // Labels are laid out by these widths; vega's own depend on whether a canvas library happens to be installed.
  const metrics = (vega as unknown as { textMetrics: { width(item: TextItem, text?: unknown): number } })
    .textMetrics;
  metrics.width = ({ text: own, fontSize = 11, fontWeight }, text) =>
    textWidth(String(text ?? own ?? ''), fontSize, fontWeight === 'bold');
  const view = new vega.View(vega.parse(compile(spec as TopLevelSpec).spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  return svg;
}

function widthOf(svg: string): number {
  return Number(/ width="([\d.]+)"/.exec(svg)?.[1]);
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** Puts title and description where screen readers look. The ids differ between charts, so that one page can hold many. */
function addWords(svg: string, { name, title, description }: Chart, width: number): string {
  const hash = createHash('sha256').update(title).update(description).update(String(width));
  const id = `${name}-${hash.digest('hex').slice(0, 8)}`;
  const words = `<title id="${id}-title">${escapeXml(title)}</title><desc id="${id}-desc">${escapeXml(description)}</desc>`;
  return svg.replace(
    /<svg ([^>]*)>/,
    `<svg $1 role="img" aria-labelledby="${id}-title ${id}-desc">${words.replaceAll('$', '$$$$')}`,
  );
}

/** Marks with words of their own show them on hover. */
function addHover(svg: string): string {
  return svg.replaceAll(
    /<path aria-label="([^"]*)"[^>]*? (?=(?:transform|d)=)([^>]*?)\/?>(?:<\/path>)?/g,
    (_, words: string, rest: string) => `<path ${rest}><title>${words}</title></path>`,
  );
}

/** Takes away what vega says of each mark: the picture as a whole has its words. */
function dropRoles(svg: string): string {
  return svg.replaceAll(/ (?:role="graphics-[a-z]+"|aria-roledescription="[^"]*"|aria-label="[^"]*")/g, '');
}

/**
 * Draws a chart as SVG: the same bytes for the same chart.
 * @param options - width in pixels (680 by default: an A4 page within its margins); language of the numbers (the chart's); without
 *   its title, where a caption says it; without its notes, where the first of its kind has them and a caption what it has no marks for
 */
export async function renderSvg(
  chart: Chart,
  options: {
    readonly width?: number;
    readonly language?: Language;
    readonly untitled?: boolean;
    readonly noteless?: boolean;
  } = {},
): Promise<string> {
  const width = options.width ?? DEFAULT_WIDTH;
  const given = width < BESIDE_FROM ? (chart.narrow ?? chart.spec) : chart.spec;
  const spec = placePanels(given as Panels, width);
  const locale =
    options.language === undefined ? {} : { locale: { number: NUMBER_LOCALES[options.language] } };
  const panels = { ...spec, config: { ...spec.config, ...locale } };
  const said = options.noteless === true ? [] : notesOf(spec.usermeta ?? {});
  const notes = said.flatMap((note) => wrapText(note, width - 24, FONT_SIZE));
  // A title without text would take its subtitle with it.
  const words =
    options.untitled === true
      ? { text: notes, fontSize: FONT_SIZE, fontWeight: 'normal' }
      : {
          text: wrapText(chart.title, width - 24, TITLE_SIZE, true),
          fontSize: TITLE_SIZE,
          ...(notes.length === 0
            ? {}
            : { subtitle: notes, subtitleFontSize: FONT_SIZE, subtitleColor: INK, subtitlePadding: 6 }),
        };
  const title = {
    ...words,
    anchor: 'start',
    frame: 'bounds',
    offset: 12,
  };
  // The margins hold labels, whose width is only known when they are drawn: draw without title, measure, correct. From
  // above: in a panel too narrow for its own labels these, and not the panel, would set the width.
  let inner = width;
  for (let attempt = 0; attempt < 4; attempt++) {
    const excess = widthOf(await drawSpec(withWidth(panels, inner))) - width;
    if (excess === 0) break;
    inner = Math.max(60, inner - excess);
  }
  const svg = await drawSpec({ ...withWidth(panels, inner), ...(words.text.length === 0 ? {} : { title }) });
  return addWords(dropRoles(addHover(holdWidths(svg))), chart, width);
}

/** Draws an SVG as PNG, `scale` pixels for each of its own (2 by default). */
export async function renderPng(svg: string, scale = 2): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js');
  const font = {
    loadSystemFonts: true,
    defaultFontFamily: 'Liberation Sans',
    sansSerifFamily: 'Liberation Sans',
  };
  return new Resvg(svg, { fitTo: { mode: 'zoom', value: scale }, font }).render().asPng();
}
