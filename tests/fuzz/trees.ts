/** YAML files with mutations of their structure: what is deleted, repeated, renamed, exchanged or replaced is a node. */

import fc from 'fast-check';
import { parse } from 'yaml';

/** YAML text that stands as it is. */
class Raw {
  constructor(readonly text: string) {}
}

/** A node: sections are lists of pairs, so that a name can stand twice. */
type Tree = Raw | Section | Tree[];
class Section {
  constructor(readonly pairs: [string, Tree][]) {}
}

function treeOf(value: unknown): Tree {
  if (Array.isArray(value)) return value.map(treeOf);
  if (typeof value === 'object' && value !== null)
    return new Section(Object.entries(value).map(([key, child]) => [JSON.stringify(key), treeOf(child)]));
  return new Raw(JSON.stringify(value) ?? 'null');
}

function textOf(tree: Tree): string {
  if (tree instanceof Raw) return tree.text;
  if (Array.isArray(tree)) return `[${tree.map(textOf).join(', ')}]`;
  return `{\n${tree.pairs.map(([key, value]) => `${key}: ${textOf(value)}`).join(',\n')} }`;
}

/** Where a node stands in the one around it. */
interface Slot {
  readonly around: Section | Tree[];
  readonly index: number;
}

function slotsOf(tree: Tree): Slot[] {
  if (tree instanceof Raw) return [];
  const children = Array.isArray(tree) ? tree : tree.pairs.map(([, child]) => child);
  return children.flatMap((child, index) => [{ around: tree, index }, ...slotsOf(child)]);
}

function read({ around, index }: Slot): Tree {
  return Array.isArray(around) ? around[index]! : around.pairs[index]![1];
}

function write({ around, index }: Slot, tree: Tree): void {
  if (Array.isArray(around)) around[index] = tree;
  else around.pairs[index]![1] = tree;
}

const numbers = [
  '0',
  '-1',
  '1',
  '2',
  '0.5',
  '-0.0',
  '1e-300',
  '1e300',
  '1e400',
  '-1e400',
  '9007199254740991',
  '9007199254740993',
  '1e12',
  '.nan',
  '.inf',
  '-.inf',
  '0x7f',
  '0o17',
  '0b1',
  '1_000',
  '"1,5"',
  '1.234,5',
  '"12%"',
  '2016-02-30',
  '2016-01-31',
];
const words = [
  'null',
  '~',
  '""',
  'true',
  'ja',
  '{}',
  '[]',
  '[[]]',
  '{"": 1}',
  '{"__proto__": 1}',
  '{"constructor": {"x": 1}}',
  '{"toString": 1, "valueOf": 2}',
  '[{"toString": 1}]',
  '"__proto__"',
  '"toString"',
  '"hasOwnProperty"',
  '"\\u202Eevil"',
  '"\\0"',
  '"\\x07\\x1b[2J"',
  '"\\uD800"',
  '"=1+1"',
  '"../../../../etc/passwd"',
  '"/etc/passwd"',
  '"./"',
  '"."',
  '".."',
  '"national"',
  '"own"',
  '"all"',
  '*none',
  '&a [*a]',
  '!!js/function "x"',
  '!!binary aGk=',
  '!!set {a}',
  '!!omap [a: 1]',
  '? a',
  '<<',
  '%',
];
/** Values that a careless reader chokes on. */
export const nastyTexts: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...numbers),
  fc.constantFrom(...words),
  fc.string({ unit: 'binary', maxLength: 20 }).map((text) => JSON.stringify(text)),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.nat(150).map((depth) => `${'['.repeat(depth)}${']'.repeat(depth)}`),
  fc.nat(150).map((depth) => `${'{not: '.repeat(depth)}{a: b}${'}'.repeat(depth)}`),
  fc.nat(3000).map((count) => `[${Array(count).fill('1').join(', ')}]`),
  fc.constant(`"${'x'.repeat(100_000)}"`),
);

type Mutation = (root: Tree, slots: readonly Slot[], at: number, to: number, value: string) => void;

const mutations: readonly Mutation[] = [
  (_, slots, at, __, value) => write(slots[at]!, new Raw(value)),
  (_, slots, at, __, value) => write(slots[at]!, new Raw(value)),
  (_, slots, at) => {
    const { around, index } = slots[at]!;
    if (Array.isArray(around)) around.splice(index, 1);
    else around.pairs.splice(index, 1);
  },
  (_, slots, at) => {
    const { around, index } = slots[at]!;
    if (Array.isArray(around)) around.push(around[index]!);
    else around.pairs.push(around.pairs[index]!);
  },
  (_, slots, at, __, value) => {
    const { around, index } = slots[at]!;
    if (!Array.isArray(around)) around.pairs[index]![0] = value;
  },
  // A copy, so that no node comes to stand in itself.
  (_, slots, at, to) => write(slots[at]!, new Raw(textOf(read(slots[to]!)))),
  (_, slots, at) => write(slots[at]!, [read(slots[at]!)]),
  (_, slots, at) => write(slots[at]!, new Section([['value', read(slots[at]!)]])),
  (_, slots, at) => {
    const { around, index } = slots[at]!;
    const near = slots[at + 1];
    if (!Array.isArray(around) && near !== undefined)
      around.pairs[index]![0] = textOf(read(near)).slice(0, 60);
  },
];

const step = fc.record({
  kind: fc.nat(mutations.length - 1),
  at: fc.nat(),
  to: fc.nat(),
  value: nastyTexts,
});

/** One of the texts after one to three mutations of its structure. */
export function mutatedTrees(texts: readonly string[]): fc.Arbitrary<string> {
  const steps = fc.array(step, { minLength: 1, maxLength: 3 });
  return fc.tuple(fc.nat(texts.length - 1), steps).map(([t, list]) => {
    const root = treeOf(parse(texts[t]!));
    for (const { kind, at, to, value } of list) {
      const slots = slotsOf(root);
      if (slots.length > 0) mutations[kind]!(root, slots, at % slots.length, to % slots.length, value);
    }
    return `${textOf(root)}\n`;
  });
}
