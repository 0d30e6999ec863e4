/** Writes a report as one self-contained HTML file: figures inline, nothing fetched. */

import type { Block, Cell, Report, TableBlock } from '../blocks.js';
import { speak } from '../speech.js';
import { dropForbiddenCharacters } from './characters.js';
import { HTML_STYLE } from './html-style.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML, also within an attribute. */
export function escapeHtml(text: string): string {
  return dropForbiddenCharacters(text).replaceAll(/[&<>"']/g, (character) => ENTITIES[character]!);
}

/** Texts of at least this length get a wide column. */
const LONG = 60;

/** Lets paths such as `cohort.capacity.hours_per_week` break after their dots and underscores. */
function allowBreaks(html: string): string {
  return html.replaceAll(/([._])(?=\w)/g, '$1<wbr>');
}

function formatCell(cell: Cell, first: boolean): string {
  const text = cell.kind === 'text' ? allowBreaks(escapeHtml(cell.text)) : escapeHtml(cell.text);
  if (first) return `<th scope="row">${text}</th>`;
  if (cell.kind !== 'text') return `<td class="n">${text}</td>`;
  return cell.text.length >= LONG ? `<td class="long">${text}</td>` : `<td>${text}</td>`;
}

function formatTable(table: TableBlock): string {
  const id = `table-${escapeHtml(table.name)}`;
  const head = table.columns
    .map(
      ({ label, kind }) => `<th scope="col"${kind === 'text' ? '' : ' class="n"'}>${escapeHtml(label)}</th>`,
    )
    .join('');
  const rows = table.rows.map(
    (row) => `<tr>${row.map((cell, i) => formatCell(cell, i === 0)).join('')}</tr>`,
  );
  const note = table.note === undefined ? '' : `<p class="note">${escapeHtml(table.note)}</p>\n`;
  // The container scrolls, so it must be reachable and named for those who use the keyboard.
  return `<div class="scroll" role="group" tabindex="0" aria-labelledby="${id}">
<table>
<caption id="${id}">${escapeHtml(table.caption)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</div>
${note}`;
}

/** Whether a figure needs a page of its own: much higher than wide. */
function isTall(svg: string): boolean {
  const [, width, height] = /viewBox="[\d.-]+ [\d.-]+ ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  return Number(height) > 1.2 * Number(width);
}

function formatBlock(block: Block): string {
  switch (block.kind) {
    case 'heading': {
      const tag = `h${block.level}`;
      return `<${tag} id="${escapeHtml(block.id)}">${escapeHtml(block.text)}</${tag}>`;
    }
    case 'paragraph': {
      const text = escapeHtml(block.text);
      return `<p>${block.strong === true ? `<strong>${text}</strong>` : text}</p>`;
    }
    case 'code':
      return `<pre><code>${escapeHtml(block.text)}</code></pre>`;
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('\n')}\n</ul>`;
    case 'table':
      return formatTable(block);
    case 'figure':
      // The chart shows its title itself; the description says in words what it shows.
      return `<figure${isTall(block.svg) ? ' class="tall"' : ''}>\n${block.svg.replace(/^<\?xml[^>]*\?>\s*/, '')}\n<figcaption class="note">${escapeHtml(block.description)}</figcaption>\n</figure>`;
  }
}

/** The table of contents: the headings of the second level, and below a chapter its sections. */
function formatContents(report: Report, label: string): string {
  const items: string[] = [];
  for (const block of report.blocks) {
    if (block.kind !== 'heading' || block.level !== 2) continue;
    items.push(`<li><a href="#${escapeHtml(block.id)}">${escapeHtml(block.text)}</a></li>`);
  }
  return `<nav aria-label="${escapeHtml(label)}">\n<ol>\n${items.join('\n')}\n</ol>\n</nav>`;
}

/** The text of the HTML file. */
export function formatHtml(report: Report): string {
  const { words } = speak(report.language);
  return `<!doctype html>
<html lang="${report.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="doorstroom">
<title>${escapeHtml(report.title)}</title>
<style>${HTML_STYLE}</style>
</head>
<body>
<a class="skip" href="#content">${escapeHtml(words.skip)}</a>
<header>
<h1>${escapeHtml(report.title)}</h1>
<p class="subtitle">${escapeHtml(report.subtitle)}</p>
</header>
${formatContents(report, words.contents)}
<main id="content">
${report.blocks.map(formatBlock).join('\n')}
</main>
</body>
</html>
`;
}
