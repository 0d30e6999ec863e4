/** Writes a report as one self-contained HTML file: figures inline, nothing fetched. */

import type { Block, Cell, Column, FigureBlock, HeadingBlock, Report, TableBlock } from '../blocks.js';
import { type Speech, speak } from '../speech.js';
import { dropForbiddenCharacters } from './characters.js';
import { SEARCH_SCRIPT } from './html-search.js';
import { HTML_STYLE } from './html-style.js';
import { switchStyle } from './html-switch.js';
import { VALUES_SCRIPT } from './html-values.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML, also within an attribute. No line breaks between a sign and its amount. */
export function escapeHtml(text: string): string {
  return dropForbiddenCharacters(text)
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character]!)
    .replaceAll(/[\u2212+](?=€)/g, '$&\u2060');
}

/** Texts of at least this length get a wide column. */
const LONG = 60;

/** Lets paths such as `cohort.capacity.hours_per_week` break after their dots and underscores. */
function allowBreaks(html: string): string {
  return html.replaceAll(/([._])(?=\w)/g, '$1<wbr>');
}

/** An attribute by which the switch finds what is of one approach alone. */
const ofApproach = (name: string, approach: string | undefined) =>
  approach === undefined ? '' : ` data-${name}="${escapeHtml(approach)}"`;

/** What is in a column: a cell, or its heading. */
interface InColumn {
  readonly kind: Cell['kind'];
}

/** The intervals in the columns beside a number, or their headings. */
function intervalsOf<Item extends InColumn>(items: readonly Item[], i: number): Item[] {
  if (items[i]!.kind !== 'number') return [];
  const after = items.slice(i + 1);
  const end = after.findIndex(({ kind }) => kind !== 'interval');
  return end < 0 ? after : after.slice(0, end);
}

/** Whether a narrow screen shows what is in a column under a number. */
const isAside = (items: readonly InColumn[], i: number): boolean =>
  items[i]!.kind === 'interval' && items.slice(0, i).some((_, at) => at + intervalsOf(items, at).length >= i);

const classOf = (items: readonly InColumn[], i: number): string =>
  items[i]!.kind === 'text' ? '' : isAside(items, i) ? ' class="n aside"' : ' class="n"';

/** What a narrow screen shows under a number or its heading, in the place of the columns beside it. */
const formatUnder = (texts: readonly string[]): string =>
  texts.map((text) => `<small>${escapeHtml(text)}</small>`).join('');

/** The role of an element whose style takes it away; none where it does not. */
type RoleOf = (name: string) => string;

function formatCell(row: readonly Cell[], i: number, { of }: Column, role: RoleOf): string {
  const cell = row[i]!;
  const text = cell.kind === 'text' ? allowBreaks(escapeHtml(cell.text)) : escapeHtml(cell.text);
  const own = ofApproach('column-of', of);
  if (i === 0) return `<th scope="row"${role('rowheader')}${own}>${text}</th>`;
  const under = formatUnder(intervalsOf(row, i).map((each) => each.text));
  const style = cell.kind === 'text' && cell.text.length >= LONG ? ' class="long"' : classOf(row, i);
  return `<td${role('cell')}${style}${own}>${text}${under}</td>`;
}

/** Headings of up to so many letters stay on one line. */
const SHORT = 12;
const keepShort = (label: string) => (label.length <= SHORT ? label.replaceAll(' ', '\u00a0') : label);

/** Columns of numbers that leave a narrow screen no room for texts beside them. */
const MANY = 4;

/**
 * How a narrow screen lays out the columns of a table: those that it has beside each other, and whether texts stand on lines of their own.
 * The headings of rows always do.
 */
function narrowLayout({ columns }: TableBlock): { readonly columns: number; readonly isApart: boolean } {
  const beside = columns.filter((_, i) => i > 0 && !isAside(columns, i));
  const numbers = beside.filter(({ kind }) => kind !== 'text').length;
  const isApart = numbers >= MANY && numbers < beside.length;
  return { columns: isApart ? numbers : beside.length, isApart };
}

/** Columns that take smaller letters to stand beside each other. */
const WIDE = 8;

/** Rows with which a table may go on on the next page of paper. */
const TALL = 20;

/** How a long table stands in a fold. */
interface Fold {
  /** What the field is called in which its rows are searched, and how many were found. */
  readonly search?: { readonly label: string; readonly found: string };
}

/**
 * A table. A narrow screen lays one that is not folded out anew, with the heading of a row above its numbers, and so its roles are said:
 * a style takes those of elements away.
 */
function formatTable(table: TableBlock, fold?: Fold): string {
  const id = `table-${escapeHtml(table.name)}`;
  const role: RoleOf = (name) => (fold === undefined ? ` role="${name}"` : '');
  // Beside what each approach has stands how the one that the table is about differs.
  const columnsOf = table.columns.map((each, i) =>
    i === 0 || table.of === undefined ? each : { of: table.of, ...each },
  );
  const head = columnsOf
    .map(
      ({ label, of }, i) =>
        `<th scope="col"${role('columnheader')}${classOf(table.columns, i)}${ofApproach('column-of', of)}>${escapeHtml(keepShort(label))}${formatUnder(intervalsOf(table.columns, i).map((each) => each.label))}</th>`,
    )
    .join('');
  const rows = table.rows.map(
    (row) => `<tr${role('row')}>${row.map((_, i) => formatCell(row, i, columnsOf[i]!, role)).join('')}</tr>`,
  );
  const { columns, isApart } = narrowLayout(table);
  const names = [isApart ? 'apart' : '', table.columns.length >= WIDE ? 'many' : '']
    .filter(Boolean)
    .join(' ');
  const named = names === '' ? '' : ` class="${names}"`;
  const laidOut =
    fold === undefined ? ` role="table" aria-labelledby="${id}"${named} style="--columns: ${columns}"` : '';
  const note = table.note === undefined ? '' : `<p class="note">${escapeHtml(table.note)}</p>\n`;
  const field =
    fold?.search === undefined
      ? ''
      : ` data-search="${escapeHtml(fold.search.label)}" data-found="${escapeHtml(fold.search.found)}"`;
  // The container scrolls, so it must be reachable and named for those who use the keyboard.
  return `<div class="table${table.rows.length > TALL ? ' tall' : ''}"${ofApproach('table-of', table.of)}>
<div class="scroll" role="group" tabindex="0" aria-labelledby="${id}">
<table${laidOut}${field}>
<caption id="${id}"><span>${escapeHtml(table.caption)}</span></caption>
<thead${role('rowgroup')}><tr${role('row')}>${head}</tr></thead>
<tbody${role('rowgroup')}>
${rows.join('\n')}
</tbody>
</table>
</div>
${note}</div>`;
}

/** Whether a figure needs a page of its own: much higher than wide. */
function isTall(svg: string): boolean {
  const [, width, height] = /viewBox="[\d.-]+ [\d.-]+ ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  return Number(height) > 1.2 * Number(width);
}

/** A figure, for wide and for narrow screens; its description, which screen readers have in the picture, folded below it. */
function formatFigure({ svg, narrow, description }: FigureBlock, { words }: Speech): string {
  const bare = (picture: string) => picture.replace(/^<\?xml[^>]*\?>\s*/, '');
  const pictures =
    narrow === undefined
      ? bare(svg)
      : `<div class="wide">${bare(svg)}</div>\n<div class="narrow">${bare(narrow)}</div>`;
  return `<figure${isTall(svg) ? ' class="tall"' : ''}>
${pictures}
<figcaption class="note"><details><summary>${escapeHtml(words.html.description)}</summary>${escapeHtml(description)}</details></figcaption>
</figure>`;
}

function formatBlock(block: Block, speech: Speech): string {
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
      return formatFigure(block, speech);
  }
}

/** The blocks, with the chapters from the first that stands apart on in folds that are open. */
function formatChapters(blocks: readonly Block[], speech: Speech): string {
  const annex = blocks.findIndex((block) => block.kind === 'heading' && block.apart === true);
  const parts = blocks.map((block, i) => {
    const html = formatBlock(block, speech);
    if (annex < 0 || i < annex || block.kind !== 'heading' || block.level !== 2) return html;
    return `${i === annex ? '' : '</details>\n'}<details class="chapter" open>\n<summary>${html}</summary>`;
  });
  return `${parts.join('\n')}${annex < 0 ? '' : '\n</details>'}`;
}

const LEDGER = 'tables';

/** The long tables, each folded; those with parameters can be searched. */
function formatLedger({ ledger }: Report, { words }: Speech): string {
  const { html } = words;
  const search = { label: html.search, found: html.found('#', '##') };
  const tables = ledger.map(
    (table) => `<details class="ledger">
<summary>${escapeHtml(table.caption)}</summary>
${formatTable(table, table.sheet === 'assumptions' ? { search } : {})}
</details>`,
  );
  return `<h2 id="${LEDGER}">${escapeHtml(html.tables)}</h2>\n<p>${escapeHtml(html.tablesLead)}</p>\n${tables.join('\n')}`;
}

/** Names the approaches, of which one can be chosen: style sheets hide what is of the others. */
function formatSwitch({ approaches }: Report, { words }: Speech): string {
  if (approaches.length < 2) return '';
  const choices = [{ name: '', label: words.html.all }, ...approaches].map(
    ({ label }, i) =>
      `<label><input type="radio" name="show" id="show-${i}"${i === 0 ? ' checked' : ''}> ${escapeHtml(label)}</label>`,
  );
  return `<fieldset class="switch">\n<legend>${escapeHtml(words.html.show)}</legend>\n${choices.join('\n')}\n</fieldset>`;
}

/** The table of contents: the headings of the second level. */
function formatContents({ blocks }: Report, { words }: Speech): string {
  const headings = blocks.filter((block) => block.kind === 'heading' && block.level === 2) as HeadingBlock[];
  const items = [...headings, { id: LEDGER, text: words.html.tables }].map(
    ({ id, text }) => `<li><a href="#${escapeHtml(id)}">${escapeHtml(text)}</a></li>`,
  );
  return `<nav aria-label="${escapeHtml(words.contents)}">\n<ol>\n${items.join('\n')}\n</ol>\n</nav>`;
}

/** All that a report does by script. */
export const REPORT_SCRIPT = `${SEARCH_SCRIPT}${VALUES_SCRIPT}`;

/** What a page has beside the report: in the head, in its style, above the contents, and at the end. */
export interface Around {
  readonly head: string;
  readonly style: string;
  readonly top: string;
  readonly end: string;
}

/** The text of the HTML file. */
export function formatHtml(
  report: Report,
  around: Around = { head: '', style: '', top: '', end: '' },
): string {
  const speech = speak(report.language);
  const { words } = speech;
  return `<!doctype html>
<html lang="${report.language}">
<head>
<meta charset="utf-8">
${around.head}<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="doorstroom">
<title>${escapeHtml(report.title)}</title>
<style>${HTML_STYLE}${around.style}${switchStyle(report)}
</style>
</head>
<body>
<a class="skip" href="#content">${escapeHtml(words.skip)}</a>
<header>
<h1>${escapeHtml(report.title)}</h1>
<p class="subtitle">${escapeHtml(report.subtitle)}</p>
</header>
${around.top}${formatContents(report, speech)}
<main id="content">
${formatSwitch(report, speech)}
${formatChapters(report.blocks, speech)}
${formatLedger(report, speech)}
</main>
<script>${REPORT_SCRIPT}</script>
${around.end}</body>
</html>
`;
}
