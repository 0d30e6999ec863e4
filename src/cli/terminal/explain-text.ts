/** What `doorstroom explain` prints. */

import {
  type AnnotatedQuantity,
  countLabels,
  type ExplainedRow,
  intervalOf,
  labelOf,
  rangeText,
  sameAsOf,
  writtenValue,
} from '../../run/explain/rows.js';
import { escapeControls } from '../../scenario/check/diagnostic.js';
import { colours } from './colours.js';

/** Significant digits of a drawn point: it is computed, while what stands in a file is shown as it stands there. */
const DIGITS = 4;

function labelSummary(rows: readonly ExplainedRow[]): string {
  const parts = Object.entries(countLabels(rows)).map(([label, count]) =>
    label === 'none'
      ? `${count} without a label`
      : `${count} ${label === 'same' ? 'the same as another' : label}`,
  );
  return `${rows.length} ${rows.length === 1 ? 'number' : 'numbers'}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}`;
}

/** The section a number is listed under: the first name of its path, of an approach the first two. */
function sectionOf(path: string): string {
  const names = path.split('.');
  return names.slice(0, names[0] === 'approaches' ? 2 : 1).join('.');
}

/** Lines of cells in columns, as wide as needed. */
function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i]!))
      .join('  ')
      .trimEnd(),
  );
}

/** Prints a line per number by section, and how many there are of each label. */
export async function printOverview(name: string, rows: readonly ExplainedRow[]): Promise<void> {
  const paint = await colours(process.stdout);
  const cells = rows.map(({ path, quantity, setIn }) => [
    path,
    String(quantity?.value ?? ''),
    quantity === undefined ? '' : rangeText(quantity),
    quantity?.unit ?? '',
    quantity === undefined || labelOf(quantity) === 'none' ? '-' : labelOf(quantity),
    setIn,
  ]);
  const aligned = alignColumns([['path', 'value', 'range', 'unit', 'label', 'set in'], ...cells]).map(
    escapeControls,
  );
  const lines = [paint.dim(aligned[0]!)];
  rows.forEach(({ path }, i) => {
    const section = sectionOf(path);
    if (i === 0 || sectionOf(rows[i - 1]!.path) !== section) {
      const own = rows.filter((row) => sectionOf(row.path) === section);
      lines.push('', `${paint.bold(escapeControls(section))} ${paint.dim(`(${labelSummary(own)})`)}`);
    }
    lines.push(aligned[i + 1]!);
  });
  lines.push('', `${paint.bold(escapeControls(name))}: ${labelSummary(rows)}`);
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** What is drawn over the range, in words. */
function distributionText(quantity: AnnotatedQuantity): string {
  const { distribution, low } = quantity;
  switch (distribution) {
    case undefined:
      return low === undefined
        ? 'none: the same in every parameter draw'
        : 'triangular (a range without a distribution)';
    case 'fixed':
      return 'fixed: the same in every parameter draw';
    case 'normal':
    case 'lognormal':
    case 'logit-normal':
      return `${distribution}, ${shorten(100 * intervalOf(quantity))} % of it within the range`;
    default:
      return distribution;
  }
}

const shorten = (value: number) => String(Number(value.toPrecision(DIGITS)));

function pointsText(points: readonly number[]): string {
  const [low, middle, high] = points.map(shorten);
  return `${low} (2.5 %), ${middle} (50 %), ${high} (97.5 %)`;
}

/** Lines `name  text` of what a number says of itself. */
function facts({ value, quantity, points, posterior }: ExplainedRow): [string, string | undefined][] {
  if (quantity === undefined) return [['value', writtenValue(value)]];
  const { unit, source, label, note } = quantity;
  return [
    ['value', `${quantity.value}${unit === undefined ? '' : ` ${unit}`}`],
    ['same as', sameAsOf(quantity)],
    ['range', rangeText(quantity) || undefined],
    ['distribution', quantity.tie === undefined ? distributionText(quantity) : undefined],
    [
      'posterior',
      posterior &&
        'drawn together with the other calibrated parameters; value and range are those of the prior',
    ],
    ['drawn', points === undefined || points[0] === points[2] ? undefined : pointsText(points)],
    ['label', label ?? 'none'],
    ['source', source],
    ['note', note],
  ];
}

/** Prints all there is to know about each of the nodes. */
export async function printDetails(rows: readonly ExplainedRow[]): Promise<void> {
  const paint = await colours(process.stdout);
  const blocks = rows.map((row) => {
    const own = facts(row).flatMap(([name, text]) =>
      text === undefined ? [] : `  ${paint.dim(name.padEnd(12))}  ${escapeControls(text)}`,
    );
    const last = row.chain.length - 1;
    const chain = alignColumns(
      row.chain.map(({ value }, i) => [row.places[i]!, writtenValue(value), i === last ? '<- holds' : '']),
    ).map((line, i) => `  ${paint.dim((i === 0 ? 'set in' : '').padEnd(12))}  ${escapeControls(line)}`);
    return [paint.bold(escapeControls(row.path)), ...own, ...chain].join('\n');
  });
  process.stdout.write(`${blocks.join('\n\n')}\n`);
}
