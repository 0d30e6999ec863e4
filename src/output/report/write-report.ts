/** The formats of a report: which files each consists of. */

import type { FigureBlock, Report } from './blocks.js';

/** A file of a report: its name and its content. */
export interface ReportFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** Turns the SVG of a figure into a PNG, for the formats that cannot hold an SVG. */
export type RenderPng = (svg: string) => Promise<Uint8Array>;

export const reportFormats = ['html', 'md', 'latex', 'xlsx', 'docx'] as const;

export type ReportFormat = (typeof reportFormats)[number];

/** Ending of a format's main file. */
export const reportEnding: Readonly<Record<ReportFormat, string>> = {
  html: '.html',
  md: '.md',
  latex: '.tex',
  xlsx: '.xlsx',
  docx: '.docx',
};

const figuresOf = (report: Report): FigureBlock[] => report.blocks.filter((block) => block.kind === 'figure');

/** The PNG of every figure, by the figure's file name; `small`: in an annex as it is drawn for that. */
async function renderAll(
  report: Report,
  renderPng: RenderPng,
  small = false,
): Promise<Map<string, Uint8Array>> {
  const images = new Map<string, Uint8Array>();
  for (const { file, svg, paper = svg, small: isSmall } of figuresOf(report))
    images.set(file, await renderPng(small && isSmall === true ? paper : svg));
  return images;
}

/**
 * The files of a report in a format; `base` is the name of the main file without its ending, and the names of its other files
 * start with that too. Each format loads only the libraries that it needs.
 */
export async function writeReport(
  report: Report,
  format: ReportFormat,
  base: string,
  renderPng: RenderPng,
): Promise<ReportFile[]> {
  const name = `${base}${reportEnding[format]}`;
  switch (format) {
    case 'html': {
      const { formatHtml } = await import('./formats/html.js');
      return [{ name, content: formatHtml(report) }];
    }
    case 'md': {
      const { formatMarkdown } = await import('./formats/markdown.js');
      const images = figuresOf(report).map(({ file, svg }) => ({
        name: `${base}-${file}.svg`,
        content: svg,
      }));
      return [{ name, content: formatMarkdown(report, base) }, ...images];
    }
    case 'latex': {
      const { formatLatex, latexTables } = await import('./formats/latex.js');
      const images = await renderAll(report, renderPng);
      const beside = [...images].map(([file, content]) => ({ name: `${base}-${file}.png`, content }));
      return [{ name, content: formatLatex(report, base) }, ...latexTables(report, base), ...beside];
    }
    case 'xlsx': {
      const { formatXlsx } = await import('./formats/xlsx.js');
      return [{ name, content: await formatXlsx(report) }];
    }
    case 'docx': {
      const { formatDocx } = await import('./formats/docx.js');
      return [{ name, content: await formatDocx(report, await renderAll(report, renderPng, true)) }];
    }
  }
}
