/** Messages about text that is not YAML, and about YAML that a scenario does not allow. */

import {
  type CST,
  type Document,
  isAlias,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  type Pair,
  visit,
} from 'yaml';

import { findTurning } from '../check/direction.js';

/** A problem at an offset (characters from the start of the text). */
export interface YamlProblem {
  readonly offset: number;
  readonly message: string;
}

/** Far more than any scenario needs; the composer recurses, so deep nesting would exhaust its stack. */
const MAX_NESTING = 100;
/** More than an experiment of a thousand points with a dozen changes each. Checks and messages take time for every value. */
const MAX_VALUES = 20_000;
/** Tokens of a file with that many values, including plenty of spaces and comments. */
const MAX_LEXEMES = 300_000;
const forbiddenNames = ['__proto__', 'constructor', 'prototype'];
const plainTags = ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map(
  (name) => `tag:yaml.org,2002:${name}`,
);

/** Marks that the lexer inserts for the start of a document or scalar, and for an error in a flow; they are not text of the file. */
const lexerMarks = ['\u0002', '\u0018', '\u001f'];
const tooDeep = `nested more than ${MAX_NESTING} levels deep`;
const tooMany = `expected a file of at most ${MAX_VALUES} values`;

/** The place where the text has more brackets or tokens than the parser can handle quickly; undefined if it does not. */
export function findExcess(text: string): YamlProblem | undefined {
  let offset = 0;
  let lexemes = 0;
  let depth = 0;
  for (const lexeme of new Lexer().lex(text)) {
    lexemes += 1;
    if (lexeme === '[' || lexeme === '{') depth += 1;
    else if (lexeme === ']' || lexeme === '}') depth -= 1;
    // The outermost brackets are a document's first level, which is not nested in anything.
    if (depth > MAX_NESTING + 1) return { offset, message: tooDeep };
    if (lexemes > MAX_LEXEMES) return { offset, message: tooMany };
    if (!lexerMarks.includes(lexeme)) offset += lexeme.length;
  }
  return undefined;
}

/** The place where the text is nested too deeply or has too many values; undefined if it does not. */
export function findDeepNesting(tokens: readonly CST.Token[]): YamlProblem | undefined {
  const open = tokens.map((token) => ({ token, depth: 0 }));
  let values = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (depth > MAX_NESTING) return { offset: token.offset, message: tooDeep };
    if ('items' in token) values += token.items.length;
    if (values > MAX_VALUES) return { offset: token.offset, message: tooMany };
    if (token.type === 'document' && token.value !== undefined) open.push({ token: token.value, depth });
    if (!('items' in token)) continue;
    for (const { key, value } of token.items) {
      if (key != null) open.push({ token: key, depth: depth + 1 });
      if (value !== undefined) open.push({ token: value, depth: depth + 1 });
    }
  }
  return undefined;
}

const syntaxWords: Record<string, string> = {
  BLOCK_AS_IMPLICIT_KEY:
    'expected one value here; a text with a colon needs quotes, a section starts on the next line, its names below each other',
  MULTILINE_IMPLICIT_KEY: 'expected "name: value", with a space behind the colon',
  TAB_AS_INDENT: 'a tab cannot indent; use spaces',
};

function describeSyntax(code: string, message: string): string {
  if (message.startsWith('Implicit map keys')) return 'expected a name with a colon behind it';
  if (message.startsWith('All mapping items'))
    return 'expected the names of a section to start below each other';
  if (message.startsWith('Plain value cannot start')) {
    return `a text cannot start with ${message.at(-1)}; put it between quotes`;
  }
  if (message.startsWith('Missing closing'))
    return `a text that starts with ${message.slice(16, 17)} does not end`;
  if (message.startsWith('Alias cannot be')) return 'a text cannot start with *; put it between quotes';
  if (message === 'Unexpected scalar at node end') {
    return 'expected the line to end behind the closing quote or bracket; put the whole text between other quotes';
  }
  const bracket = /^Flow (?:map|sequence) .* end with an? ([\]}])$/.exec(message)?.[1];
  if (bracket !== undefined) return `expected a closing ${bracket} above this line or on it`;
  return syntaxWords[code] ?? `not valid YAML: ${message}`;
}

/** The start of the quoted text that ends at an offset, or the offset itself. */
function startOfQuoted(document: Document, end: number): number {
  let start = end;
  visit(document, {
    Scalar(_, { type, range }) {
      const isQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
      if (isQuoted && range != null && range[0] < end && range[1] >= end) start = range[0];
    },
  });
  return start;
}

/** What the parser could not read. One mistake often causes several errors, so only the first on each line is kept. */
export function refuseSyntax(document: Document, lineAt: (offset: number) => number): YamlProblem[] {
  const lines = new Set<number>();
  return document.errors.flatMap(({ code, message, pos }) => {
    const isOpenQuote = message.startsWith('Missing closing');
    const offset = isOpenQuote ? startOfQuoted(document, pos[0]) : pos[0];
    const line = lineAt(offset);
    if (lines.has(line)) return [];
    lines.add(line);
    return [{ offset, message: describeSyntax(code, message) }];
  });
}

function offsetOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

/** Names that occur twice in a section, also once as a number and once as a text. */
export function refuseDuplicates(document: Document, lineAt: (offset: number) => number): YamlProblem[] {
  const found: YamlProblem[] = [];
  visit(document, {
    Map(_, { items }) {
      const first = new Map<string, number>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        const before = first.get(name);
        if (before === undefined) first.set(name, offsetOf(key));
        else {
          const line = lineAt(before);
          found.push({
            offset: offsetOf(key),
            message: `"${name}" occurs twice in this section (first on line ${line}); expected it once`,
          });
        }
      }
    },
  });
  return found;
}

function refuseName({ key, value }: Pair): YamlProblem[] {
  const at = (message: string) => [{ offset: offsetOf(isNode(key) ? key : value), message }];
  if (!isScalar(key) || !['string', 'number'].includes(typeof key.value) || key.value === '') {
    return at('expected a name before the colon');
  }
  if (forbiddenNames.includes(String(key.value))) return at(`"${key.value}" cannot be a name`);
  if (key.value === '<<') return at('merging with << is not supported; build on another file with extends');
  return [];
}

function refuseNumber(node: Node): YamlProblem[] {
  if (!isScalar(node) || typeof node.value !== 'number') return [];
  const { value, source } = node;
  if (!Number.isFinite(value))
    return [{ offset: offsetOf(node), message: `expected a number, got ${source}` }];
  if (!Number.isInteger(value) || Number.isSafeInteger(value)) return [];
  return [
    {
      offset: offsetOf(node),
      message: `expected a number of at most ${Number.MAX_SAFE_INTEGER}, got ${source}`,
    },
  ];
}

/** A sign that turns text about, also one that is written as an escape. */
function refuseTurning(node: Node): YamlProblem[] {
  const turning = isScalar(node) && typeof node.value === 'string' ? findTurning(node.value) : undefined;
  return turning === undefined ? [] : [{ offset: offsetOf(node), message: turning.message }];
}

/** A number with a leading zero in a list between brackets: the second half of a number with a decimal comma (0,05). */
function refuseHalf(node: Node, around: unknown): YamlProblem[] {
  const isListed = isSeq(around) && around.flow === true;
  if (!isListed || !isScalar(node) || typeof node.value !== 'number') return [];
  if (node.source === undefined || !/^[-+]?0\d/.test(node.source)) return [];
  const message = `expected a number without a zero in front, got ${node.source}; a decimal point makes 0.5 or 5.0, a comma two values`;
  return [{ offset: offsetOf(node), message }];
}

function refuseTag(node: Node): YamlProblem[] {
  const { tag } = node as { tag?: string };
  if (tag === undefined || plainTags.includes(tag)) return [];
  const shown = tag.replace(/^tag:yaml\.org,2002:/, '!!');
  return [{ offset: offsetOf(node), message: `the tag ${shown} is not supported; write the value alone` }];
}

/** References (*name) to a missing anchor, or to a section that contains them; `named`: the anchors above. */
function refuseReference(
  node: Node,
  named: ReadonlyMap<string, Node>,
  around: readonly unknown[],
): YamlProblem[] {
  if (!isAlias(node)) return [];
  const target = named.get(node.source);
  if (target === undefined) {
    return [
      { offset: offsetOf(node), message: `*${node.source} refers to nothing: no &${node.source} above it` },
    ];
  }
  return around.includes(target)
    ? [{ offset: offsetOf(node), message: `*${node.source} refers to a section that contains it` }]
    : [];
}

/** YAML that a scenario does not allow. */
export function refuseOddities(document: Document): YamlProblem[] {
  const found: YamlProblem[] = [];
  const named = new Map<string, Node>();
  if (document.directives?.yaml.explicit === true && document.directives.yaml.version !== '1.2') {
    found.push({ offset: 0, message: 'expected YAML 1.2; leave the line %YAML out' });
  }
  visit(document, {
    Pair: (_, pair) => {
      found.push(...refuseName(pair));
    },
    Node: (key, node, around) => {
      if (key !== 'key') found.push(...refuseNumber(node), ...refuseHalf(node, around.at(-1)));
      if (!isAlias(node) && node.anchor !== undefined) named.set(node.anchor, node);
      found.push(...refuseTurning(node), ...refuseTag(node), ...refuseReference(node, named, around));
    },
  });
  return found;
}
