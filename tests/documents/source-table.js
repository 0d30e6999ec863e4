/**
 * Holds the scenarios against their source, sentence by sentence: reads scenarios/source.csv and writes scenarios/source.md, with the
 * line in the scenario at which each sentence has its place. `npm run source` writes it; a test sees whether it is still true.
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';

/** What a sentence of the source ends as, and what readers call it. */
export const verdicts = {
  right: 'as the source has it',
  approximation: 'an approximation, with its reason',
  choice: 'left open by the source: a user can switch it',
  'left out': 'not modelled, with the reason',
};

/**
 * The sentences: section of the source, what it says, kind, figure, verdict, places in the scenarios, reason; and what holds their
 * numbers, checks with "; " between them (see tests/scenario/holds.ts) or "none: " and why no number can.
 */
export function sentences() {
  return parse(readFileSync('scenarios/source.csv', 'utf8'), { columns: true });
}

const files = new Map();

function fileOf(name) {
  const path = ['scenarios', 'data', 'data/regimes']
    .map((folder) => `${folder}/${name}.yaml`)
    .find(existsSync);
  if (path === undefined) throw new Error(`no scenario or file of data is called ${name}`);
  if (!files.has(path)) {
    const lineCounter = new LineCounter();
    const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter });
    files.set(path, { path, document, lineCounter });
  }
  return files.get(path);
}

/** The child of a node under a key or position, and where it begins. */
function childOf(node, key) {
  if (isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
    return pair && { at: pair.key.range[0], node: pair.value };
  }
  if (!isSeq(node)) return undefined;
  const item = node.items[Number(key)];
  return item && { at: item.range[0], node: item };
}

/**
 * A place as `leiden:approaches.parallel.activities.jas`: its file, its line, and all that is written there.
 * Throws where there is no such place.
 */
export function placeOf(where) {
  const [name, keys] = where.split(':');
  const { path, document, lineCounter } = fileOf(name);
  let found = { at: 0, node: document.contents };
  for (const key of keys.split('.')) {
    found = childOf(found.node, key);
    if (found === undefined) throw new Error(`${where}: ${path} has no ${key} there`);
  }
  const { line } = lineCounter.linePos(found.at);
  return { file: path.replace(/^scenarios\//, ''), line, text: JSON.stringify(found.node) };
}

export function placesOf({ where }) {
  return where.split(' ').filter(Boolean).map(placeOf);
}

const cell = (text) => text.replaceAll('|', '\\|');
const link = ({ file, line }) =>
  `[${file}:${line}](${file.startsWith('data/') ? `../${file}` : file}#L${line})`;

/** The table of all sentences, a chapter for each section of the source. */
export function sourceTable() {
  const all = sentences();
  const sections = [...new Set(all.map(({ section }) => section))];
  const count = (verdict) => all.filter((each) => each.verdict === verdict).length;
  const legend = Object.entries(verdicts).map(([name, says]) => `- **${name}** (${count(name)}): ${says}`);
  const chapters = sections.flatMap((section) => [
    `## ${section}`,
    [
      '| the source says | place | verdict | why, or what can be switched |',
      '|---|---|---|---|',
      ...all
        .filter((each) => each.section === section)
        .map((each) => {
          const cells = [cell(each.says), placesOf(each).map(link).join(', '), each.verdict, cell(each.why)];
          return `| ${cells.join(' | ')} |`;
        }),
    ].join('\n'),
  ]);
  return [
    '# The scenarios held against their source, sentence by sentence',
    'KIS/Platform31 2017, *De parallelle aanpak bij inburgering*. `npm run source` makes this page from source.csv.',
    legend.join('\n'),
    ...chapters,
    '',
  ].join('\n\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync('scenarios/source.md', sourceTable());
