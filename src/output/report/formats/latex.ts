/** Writes a report as LaTeX (booktabs, longtable) for pdflatex; figures are PNG files beside it. */

import type { Language } from '../../language.js';
import { wordsIn } from '../../words/words.js';
import type { Block, Cell, Report, TableBlock } from '../blocks.js';

const SPECIALS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_\\allowbreak{}',
  '%': '\\%',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': '\\textquotedbl{}',
  "'": '\\textquoteright{}',
  '`': '\\textasciigrave{}',
  '-': '-{}',
  '[': '{[}',
  ']': '{]}',
  '\u00a0': '~',
  // TeX breaks no line between a sign and what follows.
  '\u2060': '',
  '€': '\\texteuro{}',
  '“': '``{}',
  '”': "''{}",
  '‘': '`{}',
  '’': "'{}",
  '–': '--{}',
  '—': '---{}',
  '−': '\\textminus{}',
  '→': '\\textrightarrow{}',
  '×': '\\texttimes{}',
  '±': '\\textpm{}',
  '≤': '$\\leq$',
  '≥': '$\\geq$',
};

/** From this length on, a path or hash may break anywhere; words are left to hyphenation. */
const UNBROKEN = 20;

/** Lets a long word that is no word of a language break after every eighth character: one with digits, dots or lines in it. */
function breakLongWord(word: string): string {
  if (word.length < UNBROKEN || !/[\d._/=:]/u.test(word.replace(/[\p{P}\p{S}]+$/u, '')))
    return escapeWord(word);
  return (word.match(/.{1,8}/gu) ?? []).map(escapeWord).join('\\allowbreak{}');
}

/** A character that pdflatex has no letter for. */
const UNKNOWN = '?';

function escapeCharacter(character: string): string {
  if (Object.hasOwn(SPECIALS, character)) return SPECIALS[character]!;
  const code = character.codePointAt(0)!;
  // T1 fonts hold the letters of Latin-1 and Latin Extended-A; inputenc knows them. Other scripts it refuses.
  const known = (code >= 0x20 && code < 0x7f) || (code >= 0xc0 && code <= 0x17f && !NOT_IN_T1.has(code));
  return known ? character : UNKNOWN;
}

/** Letters of Latin Extended-A for which T1 has no definition. */
const NOT_IN_T1 = new Set([0xd7, 0xf7, 0x126, 0x127, 0x138, 0x13f, 0x140, 0x149, 0x166, 0x167, 0x17f]);

/** After a hyphen within a word, the rest may be hyphenated; one before a number is a sign and stays with it. */
const escapeWord = (word: string): string =>
  [...word]
    .map(escapeCharacter)
    .join('')
    .replaceAll(/-\{\}(?=\p{L})/gu, '-\\hspace{0pt}');

/** Text in which nothing is a command. What pdflatex cannot set becomes a question mark. */
export function escapeLatex(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\s\p{Cc}]/gu, (space) => (space === '\u00a0' ? space : ' '))
    .split(/([ \u00a0])/)
    .map(breakLongWord)
    .join('');
}

/** TeX hyphenates no first word of a paragraph unless something stands before it. */
const hyphenable = (text: string) => `\\hspace{0pt}${text}`;

/** A cell: numbers with a real minus sign. */
function formatCell(cell: Cell): string {
  const text = escapeLatex(cell.text);
  return cell.kind === 'text'
    ? hyphenable(text)
    : text.replaceAll(/(?<![\d-])-\{\}(?=[\d\\])/g, '\\textminus{}');
}

/** Part of the line that a column has at least: numbers and short words do not break. */
const LEAST = 0.085;

/** Column types whose widths share the line; `columns` 2 x tabcolsep is taken off. */
function columnTypes(table: TableBlock): string {
  const { columns } = table;
  const all = columns.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const weights = columns.map(({ weight = 1 }) => Math.max(weight, LEAST * all));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return columns
    .map(({ kind }, i) => {
      const width = (weights[i]! / total).toFixed(4);
      const side = kind === 'text' ? '\\RaggedRight' : '\\RaggedLeft';
      return `>{${side}\\arraybackslash}p{\\dimexpr ${width}\\linewidth-2\\tabcolsep\\relax}`;
    })
    .join('');
}

/** Tables of fewer rows stay on one page; longer ones begin with at least so many rows. */
const SHORT = 20;
const HELD = 3;

/** Tables with more columns than this are set smaller, to fit a page of A4. */
const WIDE = 5;

function formatTable(table: TableBlock): string {
  const head = table.columns.map(({ label }) => `\\textbf{${hyphenable(escapeLatex(label))}}`).join(' & ');
  const last = table.rows.length - 1;
  // A star keeps a row with the next: short tables stay whole, and long ones do not begin with a row alone.
  const isHeld = (i: number) => i < last && (last < SHORT || i < HELD);
  const rows = table.rows.map((row, i) => `${row.map(formatCell).join(' & ')} \\\\${isHeld(i) ? '*' : ''}`);
  const note = table.note === undefined ? '' : `\n{\\footnotesize ${escapeLatex(table.note)}\\par}\n`;
  const size =
    table.columns.length > WIDE
      ? '\\scriptsize\\setlength{\\tabcolsep}{2.5pt}'
      : '\\footnotesize\\setlength{\\tabcolsep}{4pt}';
  return `{${size}
\\begin{longtable}{${columnTypes(table)}}
\\caption{${escapeLatex(table.caption)}}\\label{tab:${table.name}}\\\\
\\toprule
${head} \\\\
\\midrule
\\endfirsthead
\\toprule
${head} \\\\
\\midrule
\\endhead
\\bottomrule
\\endfoot
${rows.join('\n')}
\\end{longtable}
}${note}`;
}

/** Name of the file of a table, without its ending. */
const latexTableName = (base: string, { name }: TableBlock) => `${base}-table-${name}`;

/** What a table needs of the document that takes it in. */
const NEEDED = `% \\usepackage[T1]{fontenc} \\usepackage{lmodern,textcomp,array,booktabs,longtable,ragged2e}
% Made for the width of A4 with margins of 22 mm: \\usepackage[a4paper,margin=22mm]{geometry}`;

/** Every table as a file of its own, those that are too long for the report too: to be taken into any document by \\input. */
export function latexTables({ blocks, ledger }: Report, base: string): { name: string; content: string }[] {
  const tables = [...blocks.filter((block) => block.kind === 'table'), ...ledger];
  return tables.map((table) => ({
    name: `${latexTableName(base, table)}.tex`,
    content: `${NEEDED}\n${formatTable(table)}`,
  }));
}

const SECTIONING = { 2: 'section', 3: 'subsection' } as const;

function formatBlock(block: Block, base: string): string {
  switch (block.kind) {
    case 'heading':
      return `\\${SECTIONING[block.level]}{${escapeLatex(block.text)}}`;
    case 'paragraph': {
      const text = escapeLatex(block.text);
      return block.strong === true ? `\\textbf{${text}}` : text;
    }
    case 'code':
      return `{\\raggedright\\small\\ttfamily ${escapeLatex(block.text)}\\par}`;
    case 'list':
      return `\\begin{itemize}\n${block.items.map((item) => `\\item {}${escapeLatex(item)}`).join('\n')}\n\\end{itemize}`;
    case 'table':
      return `\\input{${latexTableName(base, block)}}`;
    case 'figure':
      return `\\begin{figure}[htbp]
\\centering
\\includegraphics[width=\\linewidth,height=0.8\\textheight,keepaspectratio]{${base}-${block.file}.png}
\\caption{${escapeLatex(block.title)}}\\label{fig:${block.file}}
\\end{figure}`;
  }
}

/** What TeX calls the languages, and the file in which it knows how they hyphenate. */
const hyphenation: Readonly<Record<Language, { readonly babel: string; readonly file: string }>> = {
  nl: { babel: 'dutch', file: 'dutch' },
  en: { babel: 'british', file: 'english' },
};

/** The packages, all of a usual TeX installation; Dutch hyphenation where it is installed. */
function preamble({ language, title, subtitle }: Report): string {
  const { babel, file } = hyphenation[language];
  const { table, figure } = wordsIn(language);
  const names = `\\renewcommand{\\tablename}{${table}}\\renewcommand{\\figurename}{${figure}}`;
  return `\\documentclass[a4paper,11pt]{article}
\\usepackage[T1]{fontenc}
\\usepackage[utf8]{inputenc}
\\usepackage{textcomp}
\\usepackage{lmodern}
\\IfFileExists{${file}.ldf}{\\usepackage[${babel}]{babel}}{}
\\usepackage[margin=22mm]{geometry}
\\usepackage{array,booktabs,longtable,graphicx,ragged2e}
\\usepackage[hidelinks]{hyperref}
\\setlength{\\parindent}{0pt}
\\setlength{\\parskip}{0.6em}
\\setlength{\\emergencystretch}{3em}
\\setcounter{secnumdepth}{0}
\\title{${escapeLatex(title)}}
\\author{}
\\date{${escapeLatex(subtitle)}}
\\begin{document}
\\setlength{\\LTcapwidth}{\\textwidth}
${names}
\\maketitle`;
}

/** The text of the LaTeX file; `base`: its name without the ending, with which its figures start. */
export function formatLatex(report: Report, base: string): string {
  const body = report.blocks.map((block) => formatBlock(block, base));
  return `${[preamble(report), ...body].join('\n\n')}\n\n\\end{document}\n`;
}
