/** Writes a report as Markdown (GitHub tables); figures are separate SVG files. */

import type { Block, Report, TableBlock } from '../blocks.js';

/** Escapes a text so that nothing in it is read as Markdown or HTML, or ends a cell or line. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\r\n]+/g, ' ')
    .replaceAll(/[\\`*_{}[\]<>#|~$]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll(
      /(^|\s)([-+=]|\d+[.)])(?=\s)/g,
      (_, space: string, mark: string) =>
        `${space}${mark.length === 1 ? `\\${mark}` : `${mark.slice(0, -1)}\\${mark.at(-1)}`}`,
    );
}

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

function formatTable(table: TableBlock): string {
  const rule = table.columns.map(({ kind }) => (kind === 'text' ? '---' : '---:'));
  const lines = [
    `**${escapeMarkdown(table.caption)}**`,
    '',
    line(table.columns.map(({ label }) => escapeMarkdown(label))),
    line(rule),
    ...table.rows.map((row) => line(row.map(({ text }) => escapeMarkdown(text)))),
  ];
  return [...lines, ...(table.note === undefined ? [] : ['', `*${escapeMarkdown(table.note)}*`])].join('\n');
}

/** A fence longer than any sequence of backticks in the text. */
function fence(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  return '`'.repeat(longest + 1);
}

function formatBlock(block: Block, base: string): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escapeMarkdown(block.text)}`;
    case 'paragraph':
      return block.strong === true ? `**${escapeMarkdown(block.text)}**` : escapeMarkdown(block.text);
    case 'code': {
      const ticks = fence(block.text);
      return `${ticks}sh\n${block.text}\n${ticks}`;
    }
    case 'list':
      return block.items.map((item) => `- ${escapeMarkdown(item)}`).join('\n');
    case 'table':
      return formatTable(block);
    case 'figure':
      return `![${escapeMarkdown(block.description)}](${encodeURIComponent(`${base}-${block.file}.svg`)})`;
  }
}

/** The text of the Markdown file; `base`: its name without the ending, with which its figures start. */
export function formatMarkdown(report: Report, base: string): string {
  const head = [`# ${escapeMarkdown(report.title)}`, escapeMarkdown(report.subtitle)];
  return `${[...head, ...report.blocks.map((block) => formatBlock(block, base))].join('\n\n')}\n`;
}
