/** What is written on the terminal: standard output for results, standard error for messages; never over a progress bar. */

import type { WriteStream } from 'node:tty';
import type { Language } from '../../output/language.js';
import type { Paint, TableLooks } from './layout/table.js';
import { wrap } from './layout/text.js';

/** Columns of tables where nobody looks at a terminal, and no COLUMNS says otherwise. */
const USUAL_WIDTH = 100;
/** The same of help, as pages of manuals have it. */
const HELP_WIDTH = 80;
/** Narrower terminals get lines of this width. */
const LEAST_WIDTH = 40;

/** How many columns lines may take, and the language of what they say. */
export interface Page {
  readonly language: Language;
  readonly table: number;
  /** Of sentences and lists: in a pipe each stays on one line, for programs that look for them. */
  readonly text: number;
}

/** The columns of a terminal, else of COLUMNS; undefined: neither says. */
function columnsOf({ isTTY, columns }: Pick<WriteStream, 'isTTY' | 'columns'>): number | undefined {
  const stated = isTTY === true && columns > 0 ? columns : Math.floor(Number(process.env.COLUMNS));
  return stated > 0 ? Math.max(LEAST_WIDTH, stated) : undefined;
}

/** The room that lines on a stream have. */
function roomOf(stream: Pick<WriteStream, 'isTTY' | 'columns'>): Pick<Page, 'table' | 'text'> {
  const columns = columnsOf(stream);
  return { table: columns ?? USUAL_WIDTH, text: columns ?? Number.POSITIVE_INFINITY };
}

/** The width of help on a stream. */
export const helpWidth = (stream: Pick<WriteStream, 'isTTY' | 'columns'>): number =>
  columnsOf(stream) ?? HELP_WIDTH;

/** Ways to make text stand out. */
export interface Brush extends TableLooks {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly good: Paint;
  readonly bad: Paint;
  readonly doubtful: Paint;
}

const asItIs = (text: string) => text;

/** No colour and no weight. */
export const plain: Brush = {
  bold: asItIs,
  dim: asItIs,
  good: asItIs,
  bad: asItIs,
  doubtful: asItIs,
  heading: asItIs,
  title: asItIs,
  rule: asItIs,
};

/** Colour where a person looks at a terminal: not in a pipe, and not when NO_COLOR asks for none. */
async function brushFor(stream: Pick<WriteStream, 'isTTY'>): Promise<Brush> {
  if (stream.isTTY !== true || (process.env.NO_COLOR ?? '') !== '') return plain;
  const { default: chalk } = await import('chalk');
  // Chalk would paint all that it is handed, as the place in a list.
  const [bold, dim, good, bad, doubtful] = [chalk.bold, chalk.dim, chalk.green, chalk.red, chalk.yellow].map(
    (paint) => (text: string) => paint(text),
  ) as [Paint, Paint, Paint, Paint, Paint];
  return { bold, dim, good, bad, doubtful, heading: dim, title: bold, rule: dim };
}

/** Takes the progress bar away, if there is one. */
let clear: (() => void) | undefined;

/** Says how the progress bar is taken away before something is written; undefined: there is none any more. */
export function onWriting(clearing: (() => void) | undefined): void {
  clear = clearing;
}

/** Writes to standard output. */
export function printText(text: string): void {
  clear?.();
  process.stdout.write(text);
}

/** Writes a message to standard error; in a pipe each of its lines stays one, unless COLUMNS says how wide they may be. */
export function printMessage(message: string): void {
  clear?.();
  const { stderr } = process;
  stderr.write(`${wrap(message, roomOf(stderr).text, 2).join('\n')}\n`);
}

/** Writes lines that are made for the width and the colours of standard output. */
export async function print(
  linesFor: (page: Page, brush: Brush) => readonly string[],
  language: Language = 'en',
): Promise<void> {
  const lines = linesFor({ ...roomOf(process.stdout), language }, await brushFor(process.stdout));
  printText(lines.map((line) => `${line}\n`).join(''));
}

/** Writes data to standard output. */
export function printJson(data: unknown): void {
  printText(`${JSON.stringify(data, null, 2)}\n`);
}
