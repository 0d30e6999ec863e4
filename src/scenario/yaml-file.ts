/** Reads a YAML file so that every node keeps its line and column. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import {
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseAllDocuments,
  visit,
} from 'yaml';
import type { Diagnostic, Place } from './diagnostic.js';
import { suggest } from './nearest.js';

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
const forbiddenKeys = ['__proto__', 'constructor', 'prototype'];

function failure(file: string, message: string, line = 1, column = 1): ReadResult {
  return { file: undefined, diagnostics: [{ file, line, column, message }] };
}

/** Reads the bytes, or says what stands in the way. */
function readBytes(path: string): Buffer | string {
  try {
    const status = statSync(path);
    if (status.isDirectory()) return 'expected a YAML file, got a folder';
    if (status.size > MAX_BYTES)
      return `file of ${status.size} bytes: a scenario or model has at most ${MAX_BYTES}`;
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') return `cannot be read (${code})`;
    return `no such file${suggest(basename(path), yamlFilesIn(dirname(path)))}`;
  }
}

function yamlFilesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
  } catch {
    return [];
  }
}

/** Line (from 1) of the first byte that is not UTF-8. */
function lineOfBadByte(bytes: Buffer): number {
  let line = 1;
  for (const part of bytes.toString('latin1').split('\n')) {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(part, 'latin1'));
    } catch {
      return line;
    }
    line += 1;
  }
  return 1;
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Finds what YAML allows and a scenario does not. */
function refuseOddities(
  document: Document,
  place: (offset: number) => Omit<Diagnostic, 'message' | 'file'>,
  file: string,
) {
  const diagnostics: Diagnostic[] = [];
  const report = (node: { range?: readonly number[] | null | undefined }, message: string) =>
    diagnostics.push({ file, ...place(node.range?.[0] ?? 0), message });
  visit(document, {
    Pair(_, { key }) {
      if (!isScalar(key) || !['string', 'number'].includes(typeof key.value)) {
        report(isNode(key) ? key : {}, 'expected a name as key');
      } else if (forbiddenKeys.includes(String(key.value))) report(key, `"${key.value}" cannot be a name`);
    },
    Scalar(key, node) {
      if (key === 'key' || typeof node.value !== 'number') return;
      if (!Number.isFinite(node.value)) report(node, `expected a number, got ${node.source}`);
      else if (Number.isInteger(node.value) && !Number.isSafeInteger(node.value)) {
        report(node, `${node.source} is too large a number`);
      }
    },
    Node(_, node) {
      const { tag } = node as { tag?: string };
      if (tag !== undefined && !tag.startsWith('tag:yaml.org,2002:'))
        report(node, `tag ${tag} is not supported`);
    },
  });
  return diagnostics;
}

/** The node at a path, or the nearest one that encloses it. */
function nodeAt(document: Document, path: Path, key: boolean): Node | undefined {
  let node: unknown = document.contents;
  let found: unknown = node;
  for (const [depth, step] of path.entries()) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
      );
      if (pair === undefined) break;
      const last = depth === path.length - 1;
      found = (last && key) || !isNode(pair.value) ? pair.key : pair.value;
      node = pair.value;
    } else {
      const child: unknown =
        isNode(node) && 'get' in node
          ? (node as { get(k: unknown, keep: true): unknown }).get(step, true)
          : undefined;
      if (!isNode(child)) break;
      found = child;
      node = child;
    }
  }
  return isNode(found) ? found : undefined;
}

/** Position just behind `key: ` for a key without value would be lost; the key itself is shown. */
function describeSyntax(message: string): string {
  const first = message.split('\n')[0] ?? message;
  if (first.includes('Map keys must be unique')) return 'the same key stands here twice';
  return `not valid YAML: ${first.replace(/ at line \d+, column \d+:?$/, '')}`;
}

/**
 * Reads and parses a YAML file. All syntax errors are reported at once; with any, there is no file.
 */
export function readYamlFile(path: string): ReadResult {
  const bytes = readBytes(path);
  if (typeof bytes === 'string') return failure(path, bytes);
  const text = decode(bytes);
  if (text === undefined) {
    return failure(
      path,
      'not UTF-8 text; save it as UTF-8 (older Windows programs write another encoding)',
      lineOfBadByte(bytes),
    );
  }
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  if (!Array.isArray(documents) || documents.length === 0) return failure(path, 'the file is empty');
  const document = documents[0]!;
  const second = documents[1];
  const syntax = documents
    .flatMap((each) => each.errors)
    .map((error) => ({ file: path, ...place(error.pos[0]), message: describeSyntax(error.message) }));
  if (syntax.length > 0) return { file: undefined, diagnostics: syntax };
  if (second !== undefined) {
    return failure(path, 'expected one document, found a second behind "---"', place(second.range[0]).line);
  }
  const oddities = refuseOddities(document, place, path);
  if (oddities.length > 0) return { file: undefined, diagnostics: oddities };
  let tree: unknown;
  try {
    tree = document.toJS({ maxAliasCount: 100 });
  } catch {
    return failure(path, 'too many references (*name) to one another');
  }
  if (!isMap(document.contents)) return failure(path, 'expected names with values (name: value)');
  const locate = (at: Path, key = false): Place => ({
    file: path,
    ...place(nodeAt(document, at, key)?.range?.[0] ?? 0),
  });
  return {
    file: { path, sha256: createHash('sha256').update(bytes).digest('hex'), tree, locate },
    diagnostics: [],
  };
}
