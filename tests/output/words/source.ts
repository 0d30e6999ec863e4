/** What the source says, for the tests of words: which names it reads, and which texts stand in it. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

const root = join(import.meta.dirname, '../../../src');

/** The TypeScript files in a folder of the source, below it too. */
export function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file).replaceAll('\\', '/'));
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

/** Calls `visit` for every node, and goes no deeper where that says so. */
function walk(value: unknown, visit: (node: Node) => boolean): void {
  if (Array.isArray(value)) for (const item of value) walk(item, visit);
  else if (isNode(value)) {
    if (visit(value)) for (const field of Object.values(value)) walk(field, visit);
  } else if (typeof value === 'object' && value !== null)
    for (const field of Object.values(value)) walk(field, visit);
}

const parse = (source: string) => parseSync(source, { syntax: 'typescript' }).body;
export const sourceOf = (file: string) => readFileSync(join(root, file), 'utf8');

/** The names that a source reads of objects (`a.name`, `{ name } = a`), and the languages' files that it imports. */
export function namesReadBy(source: string): Set<string> {
  const names = new Set<string>();
  const add = (name: unknown) => {
    if (isNode(name) && name.type === 'Identifier') names.add(name.value as string);
  };
  walk(parse(source), (node) => {
    if (node.type === 'MemberExpression') add(node.property);
    if (node.type === 'KeyValuePatternProperty' || node.type === 'AssignmentPatternProperty') add(node.key);
    if (node.type === 'ImportDeclaration') {
      const [, file] = /words\/(?:en|nl)\/(\w+)\.js$/.exec((node.source as Node).value as string) ?? [];
      if (file !== undefined) names.add(file);
    }
    return true;
  });
  return names;
}

/** What nobody reads: names of modules, types, what an error says to programmers, and patterns. */
const unread = /^(?:ImportDeclaration|Ts.*|NewExpression|ThrowStatement|RegExpLiteral)$/;

/** Tags of HTML and SVG, whole or cut by a placeholder. */
const markup = /^[^<>]*>|<[^>]*>?/g;

/** Texts that a source could show to a reader, without markup: two words, or one with a capital. */
export function textsIn(source: string): string[] {
  const texts: string[] = [];
  walk(parse(source), (node) => {
    if (node.type === 'StringLiteral') texts.push(node.value as string);
    if (node.type === 'TemplateElement') texts.push(node.cooked as string);
    return !unread.test(node.type);
  });
  const bare = texts.map((text) => text.replaceAll(markup, ''));
  return bare.filter((text) => /\p{L}{2,},? \p{L}{2,}/u.test(text) || /^\p{Lu}\p{Ll}{2,}/u.test(text));
}
