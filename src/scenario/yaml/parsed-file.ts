/** The package's YAML files as the build has parsed them. */

import { type Document, isMap, isNode, isScalar, isSeq } from 'yaml';
import type { Place } from '../check/diagnostic.js';
import { readKept } from '../kept-files.js';
import type { Path, YamlFile } from './read-file.js';

/** Line and column of a value and of its key (of an item in a list: the same), and what is within it. */
type Placed = readonly [
  line: number,
  column: number,
  keyLine: number,
  keyColumn: number,
  within?: Readonly<Record<string, Placed>>,
];

/** A file as it is kept. */
export interface ParsedFile {
  /** JSON, so that every reader has a tree of its own. */
  readonly tree: string;
  readonly aliases: YamlFile['aliases'];
  readonly places: Placed;
}

type At = (offset: number) => { readonly line: number; readonly column: number };

function within(node: unknown, at: At): Readonly<Record<string, Placed>> | undefined {
  const startOf = (value: unknown) => at(isNode(value) ? (value.range?.[0] ?? 0) : 0);
  const placed = (value: unknown, key: unknown): Placed => {
    // A name without a value has an empty one, which may be placed on the next line.
    const empty = !isNode(value) || (isScalar(value) && value.source === '');
    const [own, named] = [startOf(empty ? key : value), startOf(key)];
    const inside = within(value, at);
    const place = [own.line, own.column, named.line, named.column] as const;
    return inside === undefined ? place : [...place, inside];
  };
  if (isMap(node))
    return Object.fromEntries(
      node.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', placed(value, key)]),
    );
  if (isSeq(node)) return Object.fromEntries(node.items.map((item, i) => [String(i), placed(item, item)]));
  return undefined;
}

/** A parsed file as it is kept. */
export function keepParsed(
  document: Document,
  { tree, aliases }: Pick<YamlFile, 'tree' | 'aliases'>,
  at: At,
): ParsedFile {
  const { line, column } = at(isNode(document.contents) ? (document.contents.range?.[0] ?? 0) : 0);
  const inside = within(document.contents, at) ?? {};
  return { tree: JSON.stringify(tree), aliases, places: [line, column, line, column, inside] };
}

/** A kept file, in the form in which the parser returns one. */
export function asFile({ tree, aliases, places }: ParsedFile, path: string, sha256: string): YamlFile {
  const locate = (at: Path, key = false): Place => {
    let found = places;
    let isKey = false;
    for (const [depth, step] of at.entries()) {
      const below = found[4] !== undefined && Object.hasOwn(found[4], step) ? found[4][step] : undefined;
      if (below === undefined) break;
      found = below;
      isKey = key && depth === at.length - 1;
    }
    return { file: path, line: found[isKey ? 2 : 0], column: found[isKey ? 3 : 1] };
  };
  return { path, sha256, tree: JSON.parse(tree) as unknown, aliases, locate };
}

/** The file with these bytes, where the build has kept it. */
export function parsedBefore(path: string, sha256: string): YamlFile | undefined {
  const parsed = readKept(sha256) as ParsedFile | undefined;
  return parsed === undefined ? undefined : asFile(parsed, path, sha256);
}
