/**
 * Puts results into the documents: the table and the chart of Leiden into the READMEs, a chart and the verdict of each municipality
 * into scenarios/README.md. `npm run pictures` writes them; a test sees whether they are still what the program gives.
 */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = resolve(dirname(fileURLToPath(import.meta.url)), '../../bin/doorstroom.js');
export const municipalities = readdirSync(resolve(dirname(program), '../scenarios'))
  .filter((file) => file.endsWith('.yaml') && file !== 'national.yaml')
  .map((file) => file.slice(0, -'.yaml'.length))
  .sort();
/** Where the charts of the documents stand. */
export const pictures = 'scenarios/pictures';

function run(...args) {
  const { status, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
}

/** The last sentences on what the answer hangs on: the assumptions. In the language of scenarios/README.md. */
function hangsOnIn(blocks) {
  const text = blocks[blocks.indexOf('### What it hangs on') + 1];
  return /(?:Of the assumptions,|Over all) .*$/s.exec(text)?.[0];
}

/** The parts of a report's summary: its paragraphs, and its table. */
function summaryOf(report) {
  const summary = report.slice(report.indexOf('\n## ') + 1, report.indexOf('\n## Annex') + 1 || undefined);
  const blocks = summary.split(/\n\n+/);
  const isTable = (block) => block.startsWith('| ');
  return {
    verdict: blocks.find((block) => block.startsWith('**')),
    table: blocks.find(isTable),
    hangsOn: hangsOnIn(blocks),
    literature: blocks.find((block) => /^(Compared with|Vergeleken met) /.test(block)),
  };
}

/** What the documents show of a scenario, from a default run: by language the summary and the chart. */
export function shownOf(name) {
  const folder = mkdtempSync(join(tmpdir(), 'doorstroom-pictures-'));
  try {
    run('run', name, '--quiet', '--out', folder);
    const inLanguage = (lang) => {
      const out = join(folder, lang);
      run('report', join(folder, name), '--format', 'md', '--lang', lang, '--out', out);
      const read = (file) => readFileSync(join(out, file), 'utf8');
      return { ...summaryOf(read('report.md')), chart: read(`report-${name}-difference.svg`) };
    };
    return { en: inLanguage('en'), nl: inLanguage('nl') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What stands in a README about Leiden. */
export function answerOf({ verdict, table }, lang) {
  const picture = `${pictures}/leiden.${lang}.svg`;
  return [verdict, `![Leiden](${picture})`, table].join('\n\n');
}

/** What stands in scenarios/README.md about a municipality. */
export function sketchOf(name, { verdict, hangsOn, literature }) {
  const title = name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
  return [`### ${title}`, `![${title}](pictures/${name}.en.svg)`, verdict, hangsOn, literature].join('\n\n');
}

/** A document with something else between the two marks of a name. */
export function between(text, mark, content) {
  const [begin, end] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`];
  const [before, rest] = text.split(begin);
  return `${before}${begin}\n${content}\n${end}${rest.split(end)[1]}`;
}

function write() {
  mkdirSync(pictures, { recursive: true });
  const shown = Object.fromEntries(municipalities.map((name) => [name, shownOf(name)]));
  for (const [name, { en, nl }] of Object.entries(shown)) {
    writeFileSync(join(pictures, `${name}.en.svg`), en.chart);
    if (name === 'leiden') writeFileSync(join(pictures, `${name}.nl.svg`), nl.chart);
  }
  const replace = (file, mark, content) =>
    writeFileSync(file, between(readFileSync(file, 'utf8'), mark, content));
  replace('README.md', 'leiden', answerOf(shown.leiden.en, 'en'));
  replace('README.nl.md', 'leiden', answerOf(shown.leiden.nl, 'nl'));
  const sketches = municipalities.map((name) => sketchOf(name, shown[name].en));
  replace('scenarios/README.md', 'municipalities', sketches.join('\n\n'));
}

if (resolve(process.argv[1]) === fileURLToPath(import.meta.url)) write();
