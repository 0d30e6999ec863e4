/**
 * Puts a table into scenarios/README.md: for each municipality what carries the answer, from where on it turns, what a figure would be
 * worth, and what a pilot would tell. `npm run decisions` simulates and writes it; that takes a minute or more for each. With names
 * (`npm run decisions -- heerlen`) only their rows are made anew.
 */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { between, municipalities } from './pictures.js';

const program = resolve(dirname(fileURLToPath(import.meta.url)), '../../bin/doorstroom.js');
/**
 * What following people costs in these pilots, in euros. Nobody has published such a figure for a municipality, so both are assumptions,
 * as the note above the table says: a link to the registers and two interviews for each person; design, data protection, analysis and
 * report of the whole.
 */
export const prices = { perPerson: 150, fixed: 50_000 };

/** Runs the program. */
function run(...args) {
  const { status, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
}

/** The paragraphs of a report's summary. */
export function paragraphsOf(report) {
  const summary = report.slice(report.indexOf('\n## ') + 1, report.indexOf('\n## Annex') + 1 || undefined);
  return summary.split(/\n\n+/);
}

/** The single number that it would be worth most to know, of the rows of inputs.csv. */
export function worthMost(inputs) {
  const [best] = inputs
    .filter(({ evppi }) => Number(evppi) > 0)
    .sort((a, b) => Number(b.evppi) - Number(a.evppi));
  return best === undefined
    ? 'No single figure would change the choice.'
    : `The most valuable figure: \`${best.path}\`, €${Math.round(Number(best.evppi))} a person.`;
}

const titleOf = (name) => name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());

/** A row of the table from what the reports say. */
export function rowOf(name, { sensitivity, inputs, pilots }) {
  const starting = (...begins) =>
    sensitivity.filter((said) => begins.some((begin) => said.startsWith(begin)));
  const carries = starting('Of the variance');
  const bold = (said) =>
    said.filter((each) => each.startsWith('**')).map((each) => each.replaceAll('**', ''));
  const turns = starting(
    'On average over',
    'Whether it turns',
    'Within the range',
    'With all other numbers',
    'Under the answer',
  );
  // The captions of tables are bold too.
  const tell = bold(pilots).filter((each) => each.endsWith('.'));
  const cells = [
    titleOf(name),
    carries.length === 0 ? 'No single number stands out.' : carries.join(' '),
    turns.length === 0 ? 'No number carries it.' : turns.join(' '),
    [...starting('To know all'), worthMost(inputs)].join(' '),
    tell.join(' '),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** The table, from its rows. */
export function tableOf(rows) {
  return [
    '| | What carries the answer | From where on it turns | What a figure would be worth | What a pilot would tell |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

/** What is told of a municipality. */
function decisionOf(name) {
  const folder = mkdtempSync(join(tmpdir(), 'doorstroom-decisions-'));
  const reportOf = (results) => {
    const out = join(folder, 'report', results);
    run('report', join(folder, results), '--format', 'md', '--out', out);
    return paragraphsOf(readFileSync(join(out, 'report.md'), 'utf8'));
  };
  try {
    const designs = ['--trajectories', '0', '--base-points', '0'];
    run('sensitivity', name, ...designs, '--quiet', '--out', folder);
    const results = `sensitivity-${name}`;
    const inputs = parse(readFileSync(join(folder, results, 'inputs.csv')), { columns: true });
    const priced = ['--cost-per-person', String(prices.perPerson), '--fixed-cost', String(prices.fixed)];
    run('pilot', name, ...priced, '--quiet', '--out', folder);
    const pilots = reportOf(`pilot-${name}`);
    return rowOf(name, { sensitivity: reportOf(results), inputs, pilots });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A table in which some municipalities have new rows. */
export function renewed(text, names, rowFor) {
  return text
    .split('\n')
    .map((line) => {
      const name = names.find((each) => line.startsWith(`| ${titleOf(each)} |`));
      return name === undefined ? line : rowFor(name);
    })
    .join('\n');
}

if (resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const file = 'scenarios/README.md';
  const names = process.argv.slice(2);
  const unknown = names.find((name) => !municipalities.includes(name));
  if (unknown !== undefined) throw new Error(`${unknown}: expected some of ${municipalities.join(', ')}`);
  const text = readFileSync(file, 'utf8');
  const [, old] = /<!-- decisions -->\n([\s\S]*)\n<!-- \/decisions -->/.exec(text);
  const table =
    names.length === 0 ? tableOf(municipalities.map(decisionOf)) : renewed(old, names, decisionOf);
  writeFileSync(file, between(text, 'decisions', table));
}
