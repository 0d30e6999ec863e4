/** Reads a YAML file so that every node keeps its line and column. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import {
  Composer,
  type CST,
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  Parser,
  type YAMLMap,
} from 'yaml';
import { type Diagnostic, type Place, shortenPath } from './diagnostic.js';
import { suggest } from './nearest.js';
import {
  findDeepNesting,
  findExcess,
  type Refusal,
  refuseDuplicates,
  refuseOddities,
  refuseSyntax,
} from './yaml-refusals.js';

export type Path = readonly (string | number)[];

export interface YamlFile {
  readonly path: string;
  readonly sha256: string;
  /** The contents as plain data. */
  readonly tree: unknown;
  /** Place of a value, or (`key`) of its key; of the nearest enclosing node when there is none. */
  locate(path: Path, key?: boolean): Place;
}

export type ReadResult = { readonly file: YamlFile | undefined; readonly diagnostics: readonly Diagnostic[] };

/** A scenario is some tens of kilobytes; more is not one. */
const MAX_BYTES = 1024 * 1024;
/** How often references (*name) may repeat what they refer to, before it is taken for an attack on memory. */
const MAX_ALIASES = 100;

function failure(file: string, message: string, line = 1, column = 1): ReadResult {
  return { file: undefined, diagnostics: [{ file, line, column, message }] };
}

function yamlFilesIn(folder: string): string[] | undefined {
  try {
    return readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
  } catch {
    return undefined;
  }
}

function describeMissing(path: string): string {
  const folder = dirname(path);
  const files = yamlFilesIn(folder);
  return files === undefined
    ? `no such file: there is no folder ${shortenPath(folder)}`
    : `no such file in ${shortenPath(folder)}${suggest(basename(path), files)}`;
}

/** Reads the bytes, or says what stands in the way. */
function readBytes(path: string): Buffer | string {
  try {
    const status = statSync(path);
    if (status.isDirectory()) return 'expected a YAML file, got a folder';
    if (!status.isFile()) return 'expected a YAML file, got a device or pipe';
    if (status.size > MAX_BYTES) return `expected a file of at most ${MAX_BYTES} bytes, got ${status.size}`;
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? describeMissing(path) : `cannot be read (${code})`;
  }
}

/** The text without its byte order mark; undefined when it is not UTF-8. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Place of the first byte that is not UTF-8. */
function refuseEncoding(path: string, bytes: Buffer): ReadResult {
  if (bytes.includes(0)) {
    return failure(path, 'expected UTF-8 text, got another kind of file or UTF-16; save it as UTF-8');
  }
  let good = 0;
  let bad = bytes.length;
  // A cut inside a character is no mistake: with `stream` the decoder waits for the rest of it.
  const isGood = (end: number) => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isGood(middle)) good = middle;
    else bad = middle;
  }
  // The decoder complains at the byte that does not go on with a character; what is wrong is where that one starts.
  while (decode(bytes.subarray(0, good)) === undefined) good -= 1;
  const lines = bytes.subarray(0, good).toString('utf8').split('\n');
  return failure(
    path,
    `expected UTF-8 text, but byte ${good + 1} is not; save the file as UTF-8 (Excel and older Windows programs write Windows-1252)`,
    lines.length,
    lines.at(-1)!.length + 1,
  );
}

/** Pairs of the sections of a document by name, worked out when first asked for: a file may have thousands. */
function indexPairs(): (map: YAMLMap) => ReadonlyMap<string, Pair> {
  const known = new Map<YAMLMap, ReadonlyMap<string, Pair>>();
  return (map) => {
    const pairs = known.get(map) ?? new Map(map.items.map((pair) => [keyOf(pair), pair]));
    known.set(map, pairs);
    return pairs;
  };
}

function keyOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : '';
}

/** The node at a path, or the nearest one that encloses it. */
function nodeAt(
  document: Document,
  pairsOf: (map: YAMLMap) => ReadonlyMap<string, Pair>,
  path: Path,
  key: boolean,
): Node | undefined {
  let node: unknown = document.contents;
  let found: unknown = node;
  for (const [depth, step] of path.entries()) {
    if (isMap(node)) {
      const pair = pairsOf(node).get(String(step));
      if (pair === undefined) break;
      const last = depth === path.length - 1;
      // A name with nothing behind it has a value of no length, which may lie on the next line.
      const empty = !isNode(pair.value) || (isScalar(pair.value) && pair.value.source === '');
      found = (last && key) || empty ? pair.key : pair.value;
      node = pair.value;
    } else {
      const child: unknown = isSeq(node) ? node.get(step, true) : undefined;
      if (!isNode(child)) break;
      found = child;
      node = child;
    }
  }
  return isNode(found) ? found : undefined;
}

/** Plain data of a document, or why there is none. */
function toTree(document: Document): { tree: unknown } | { problem: string } {
  try {
    return { tree: document.toJS({ maxAliasCount: MAX_ALIASES }) };
  } catch {
    return {
      problem: `references (*name) repeat their sections more than ${MAX_ALIASES} times; write them out`,
    };
  }
}

/**
 * Reads and parses a YAML file. All that is wrong with its form is reported at once; with any of it, there is no
 * file. What the values mean is for a schema to check.
 */
export function readYamlFile(path: string): ReadResult {
  const bytes = readBytes(path);
  if (typeof bytes === 'string') return failure(path, bytes);
  const text = decode(bytes);
  if (text === undefined || text.includes('\0')) return refuseEncoding(path, bytes);
  const lines = new LineCounter();
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file: path, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const refuse = (refusals: readonly Refusal[]): ReadResult => ({
    file: undefined,
    diagnostics: refusals.map(({ offset, message }): Diagnostic => ({ ...place(offset), message })),
  });
  const excess = findExcess(text);
  if (excess !== undefined) {
    const above = text.slice(0, excess.offset).split('\n');
    return failure(path, excess.message, above.length, above.at(-1)!.length + 1);
  }
  const tokens: CST.Token[] = [...new Parser(lines.addNewLine).parse(text)];
  const deep = findDeepNesting(tokens);
  if (deep !== undefined) return refuse([deep]);
  const documents = [...new Composer({ uniqueKeys: false, version: '1.2' }).compose(tokens)];
  const document = documents[0];
  if (document === undefined) return failure(path, 'the file is empty; expected names with values');
  const lineAt = (offset: number) => place(offset).line;
  const syntax = documents.flatMap((each) => refuseSyntax(each, lineAt));
  if (syntax.length > 0) return refuse([...syntax, ...refuseDuplicates(document, lineAt)]);
  if (documents.length > 1) {
    const { line } = place(documents[1]!.range[0]);
    return failure(path, 'expected one document, got a second one behind "---"', line);
  }
  const oddities = [...refuseDuplicates(document, lineAt), ...refuseOddities(document)];
  if (oddities.length > 0) return refuse(oddities);
  if (!isMap(document.contents)) return failure(path, 'expected names with values, such as "name: Almere"');
  const data = toTree(document);
  if ('problem' in data) return failure(path, data.problem);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const pairsOf = indexPairs();
  const locate = (at: Path, key = false): Place => place(nodeAt(document, pairsOf, at, key)?.range?.[0] ?? 0);
  return { file: { path, sha256, tree: data.tree, locate }, diagnostics: [] };
}
