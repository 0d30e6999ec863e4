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
};

/** How the reason begins of an approximation that leaves out what the source says. */
export const LEFT_OUT = 'not modelled: ';

/**
 * The sentences: section of the source, what it says, kind, figure, verdict, places in the scenarios, reason (of what is left out, as
 * the comments of the scenario give it, which are its place: `leiden:#`); and what holds their numbers, checks with "; " between them (see tests/scenario/holds.ts) or "none: " and why no number can.
 */
export function sentences() {
  return parse(readFileSync('scenarios/source.csv', 'utf8'), { columns: true });
}

const files = new Map();

/** The comments of a file as one text of single spaces, and the line at which each of its characters stands. */
function commentsOf(text) {
  const lines = text.split('\n').map((line) => (/^# *(.*)/.exec(line)?.[1] ?? '').trim());
  const lineAt = lines.flatMap((line, i) => Array(line === '' ? 0 : line.length + 1).fill(i + 1));
  return { comments: lines.filter(Boolean).join(' '), lineAt };
}

function fileOf(name) {
  const path = ['scenarios', 'data', 'data/regimes']
    .map((folder) => `${folder}/${name}.yaml`)
    .find(existsSync);
  if (path === undefined) throw new Error(`no scenario or file of data is called ${name}`);
  if (!files.has(path)) {
    const lineCounter = new LineCounter();
    const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter });
    files.set(path, { path, document, lineCounter, ...commentsOf(readFileSync(path, 'utf8')) });
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

/**
 * Where the comments of a scenario give a reason: the line on which it begins, and all its comments.
 * Throws where they do not give it.
 */
function reasonIn(where, why) {
  const { path, comments, lineAt } = fileOf(where.replace(':#', ''));
  const reason = why.replace(LEFT_OUT, '');
  const at = comments.indexOf(reason);
  if (at === -1) throw new Error(`${path}: no comment says "${reason}"`);
  return { file: path.replace(/^scenarios\//, ''), line: lineAt[at], text: comments };
}

export function placesOf({ where, why }) {
  const places = where.split(' ').filter(Boolean);
  return places.map((place) => (place.endsWith(':#') ? reasonIn(place, why) : placeOf(place)));
}

const cell = (text) => text.replaceAll('|', '\\|');
const link = ({ file, line }) =>
  `[${file}:${line}](${file.startsWith('data/') ? `../${file}` : file}#L${line})`;

/** The table of all sentences, a chapter for each section of the source. */
export function sourceTable() {
  const all = sentences();
  const sections = [...new Set(all.map(({ section }) => section))];
  const count = (verdict) => all.filter((each) => each.verdict === verdict).length;
  const leftOut = all.filter(({ why }) => why.startsWith(LEFT_OUT)).length;
  const legend = Object.entries(verdicts).map(([name, says]) => `- **${name}** (${count(name)}): ${says}`);
  const left = `Of the approximations ${leftOut} leave out what the source says: their reason begins with "${LEFT_OUT.trim()}", and stands in the comments of the scenario.`;
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
    left,
    ...chapters,
    '',
  ].join('\n\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync('scenarios/source.md', sourceTable());
