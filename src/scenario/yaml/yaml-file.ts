/** Reads a YAML file so that every node keeps its line and column. */

import { createHash } from 'node:crypto';
import {
  Composer,
  type CST,
  type Document,
  isAlias,
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
import type { Diagnostic, Place } from '../check/diagnostic.js';
import { keepParsed, type ParsedFile, parsedBefore } from './parsed-file.js';
import type { Path, YamlFile } from './read-file.js';
import { readTextFile, type TextKind } from './text-file.js';
import {
  findDeepNesting,
  findExcess,
  refuseDuplicates,
  refuseOddities,
  refuseSyntax,
  type YamlProblem,
} from './yaml-refusals.js';

export type { Path, YamlFile };

export type ReadResult = { readonly file: YamlFile | undefined; readonly diagnostics: readonly Diagnostic[] };

/** Reads the YAML file at a path. */
export type YamlReader = (path: string) => ReadResult;

/** A scenario is some tens of kilobytes, so a file of a megabyte must be something else. */
const yamlKind: TextKind = { name: 'a YAML file', ending: /\.ya?ml$/, maxBytes: 1024 * 1024 };
/** How often references (*name) may repeat their targets before the file is taken for an attack on memory. */
const MAX_ALIASES = 100;

function failure(file: string, message: string, line = 1, column = 1): ReadResult {
  return { file: undefined, diagnostics: [{ file, line, column, message }] };
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
      // A name without a value has an empty value, which may be placed on the next line.
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

/** The aliases of a document with what they repeat. */
function aliasesOf(document: Document): YamlFile['aliases'] {
  const anchors = new Map<string, Path>();
  const found: YamlFile['aliases'][number][] = [];
  const walk = (node: unknown, path: Path): void => {
    if (isAlias(node)) {
      found.push({ at: path, anchor: anchors.get(node.source)! });
      return;
    }
    if (isNode(node) && node.anchor !== undefined) anchors.set(node.anchor, path);
    if (isMap(node)) for (const pair of node.items) walk(pair.value, [...path, keyOf(pair)]);
    else if (isSeq(node)) for (const [i, item] of node.items.entries()) walk(item, [...path, i]);
  };
  walk(document.contents, []);
  return found;
}

/** Plain data of a document, or why there is none. */
export function toTree(document: Document): { tree: unknown } | { problem: string } {
  try {
    return { tree: document.toJS({ maxAliasCount: MAX_ALIASES }) };
  } catch {
    return {
      problem: `references (*name) repeat their sections more than ${MAX_ALIASES} times; write them out`,
    };
  }
}

/**
 * Reads and parses a YAML file. All syntax problems are reported at once, and any of them means that no file is returned. The
 * values are checked elsewhere, by a schema.
 */
export function readYamlFile(path: string): ReadResult {
  const read = readTextFile(path, yamlKind);
  if ('message' in read) return { file: undefined, diagnostics: [read] };
  const sha256 = createHash('sha256').update(read.bytes).digest('hex');
  const file = parsedBefore(path, sha256);
  return file === undefined ? parseText(path, read.text, sha256) : { file, diagnostics: [] };
}

/** Parses a YAML file, whether it was kept before or not. */
export function parseYamlFile(path: string): ParseResult {
  const read = readTextFile(path, yamlKind);
  if ('message' in read) return { file: undefined, diagnostics: [read] };
  return parseText(path, read.text, createHash('sha256').update(read.bytes).digest('hex'));
}

/** The result of parsing, and how to keep it. */
type ParseResult = ReadResult & { readonly keep?: () => ParsedFile };

function parseText(path: string, text: string, sha256: string): ParseResult {
  const lines = new LineCounter();
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file: path, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const refuse = (refusals: readonly YamlProblem[]): ReadResult => ({
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
  const pairsOf = indexPairs();
  const locate = (at: Path, key = false): Place => place(nodeAt(document, pairsOf, at, key)?.range?.[0] ?? 0);
  const file = { path, sha256, tree: data.tree, aliases: aliasesOf(document), locate };
  return { file, diagnostics: [], keep: () => keepParsed(document, file, place) };
}

/** A reader that reads each file once: scenarios that are loaded together mostly build on the same files. */
export function readingOnce(): YamlReader {
  const known = new Map<string, ReadResult>();
  return (path) => {
    const read = known.get(path) ?? readYamlFile(path);
    known.set(path, read);
    return read;
  };
}
