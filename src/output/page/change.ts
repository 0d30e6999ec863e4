/** Numbers of a scenario set by hand, as `--set path=value` sets them: for a page, which cannot read scenario files. */

import { ALTERNATIVES, centralOption } from '../../domain/parameters/alternatives.js';
import { tiedRange } from '../../domain/parameters/ends.js';
import { keepParameters, type Posterior } from '../../domain/parameters/posterior.js';
import {
  type AnnotatedQuantity,
  type Choice,
  centralValue,
  isAnnotated,
  type Parameter,
  type Quantity,
  type Tie,
} from '../../domain/parameters/quantity.js';
import type { ScenarioTree } from '../../domain/schema/scenario.js';

/** Values by path; of an open question the position of the answer that holds. */
export type Changes = Readonly<Record<string, number>>;

type Node = Readonly<Record<string, unknown>>;

/** The tree with a number set; names on the way that it lacks are made. One without a range and unit stays a bare number. */
function setAt(node: unknown, [key, ...rest]: readonly string[], value: number): unknown {
  if (key === undefined) {
    if (typeof node === 'number') return value;
    const unit = isAnnotated(node) ? node.unit : undefined;
    return { value, distribution: 'fixed', ...(unit === undefined ? {} : { unit }) };
  }
  if (Array.isArray(node))
    return node.map((item, i) => (String(i) === key ? setAt(item, rest, value) : item));
  const section = (node ?? {}) as Node;
  return { ...section, [key]: setAt(section[key], rest, value) };
}

/** A part of a scenario in which each number with a range, a tie or a choice is another. */
function withNumbers(node: unknown, anew: (number: AnnotatedQuantity) => unknown): unknown {
  if (isAnnotated(node)) return anew(node);
  if (Array.isArray(node)) return node.map((item) => withNumbers(item, anew));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withNumbers(value, anew)]));
}

/** A tie in which each number that it is made of is another. */
function withParts(tie: Tie, anew: (quantity: Quantity, path: string) => Quantity): Tie {
  const all = (parts: readonly Parameter[]) =>
    parts.map((part) => ({ ...part, quantity: anew(part.quantity, part.path) }));
  const less = tie.less === undefined ? {} : { less: all(tie.less) };
  return { ...tie, of: anew(tie.of, tie.to), ratios: all(tie.ratios), ...less };
}

/** The tree in which all that is tied to a path, directly or in a ratio, has its new number. */
function retie(node: unknown, path: string, set: Quantity): unknown {
  return withNumbers(node, (number) => {
    const { tie } = number;
    if (tie === undefined) return number;
    const anew = (quantity: Quantity, at: string) =>
      at === path ? set : (retie(quantity, path, set) as Quantity);
    const parts = [{ path: tie.to, quantity: tie.of }, ...tie.ratios, ...(tie.less ?? [])];
    if (parts.every(({ path: at, quantity }) => anew(quantity, at) === quantity)) return number;
    const tied = withParts(tie, anew);
    return { ...number, tie: tied, ...tiedRange(tied) };
  });
}

/** A question that the source leaves open: the names of its answers, in their order; of other paths undefined. */
function answersOf(tree: ScenarioTree, path: string): readonly string[] | undefined {
  const [section, name, ...rest] = path.split('.');
  const question = section === ALTERNATIVES && rest.length === 0 ? tree.alternatives?.[name!] : undefined;
  return question && Object.keys(question.options);
}

/** The tree in which an answer holds, wherever a number hangs on its question. */
function settle(node: unknown, question: string, answer: number): unknown {
  const anew = (quantity: Quantity) => settle(quantity, question, answer) as Quantity;
  return withNumbers(node, (number) => {
    const { choice, tie } = number;
    if (choice !== undefined) {
      const options = choice.options.map((option) => ({ ...option, quantity: anew(option.quantity) }));
      const weights = choice.by === question ? options.map((_, i) => (i === answer ? 1 : 0)) : choice.weights;
      const settled: Choice = { ...choice, weights, options };
      return { ...number, value: centralValue(options[centralOption(weights)]!.quantity), choice: settled };
    }
    if (tie === undefined) return number;
    const tied = withParts(tie, anew);
    return { ...number, tie: tied, value: tiedRange(tied).value };
  });
}

/** The tree in which an answer of a question holds, as `--set alternatives.NAME=ANSWER` makes it hold. */
function hold(tree: ScenarioTree, path: string, answer: number, names: readonly string[]): ScenarioTree {
  const settled = settle(tree, path, answer) as ScenarioTree;
  const name = path.slice(ALTERNATIVES.length + 1);
  const question = { ...settled.alternatives![name]!, holds: names[answer]! };
  return { ...settled, alternatives: { ...settled.alternatives, [name]: question } };
}

/** The node of a scenario at a path; undefined: it has none. */
export const nodeAt = (tree: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((node, key) => (node as Node | undefined)?.[key], tree);

/**
 * A scenario with numbers set: each has no range, is drawn from no posterior, and what is tied to it follows. Who makes a page
 * compares this, for every control, with what the reader of scenario files makes of the same setting.
 */
export function withChanges(
  tree: ScenarioTree,
  posterior: Posterior | undefined,
  changes: Changes,
): { readonly tree: ScenarioTree; readonly posterior: Posterior | undefined } {
  let changed: unknown = tree;
  for (const [path, value] of Object.entries(changes)) {
    const answers = answersOf(tree, path);
    if (answers !== undefined) {
      changed = hold(changed as ScenarioTree, path, value, answers);
      continue;
    }
    const steps = path.split('.');
    changed = setAt(changed, steps, value);
    changed = retie(changed, path, nodeAt(changed, steps) as Quantity);
  }
  const isKept = (path: string) => !Object.hasOwn(changes, path);
  return {
    tree: changed as ScenarioTree,
    posterior:
      posterior === undefined || posterior.paths.every(isKept)
        ? posterior
        : keepParameters(posterior, isKept),
  };
}

/**
 * A number that is set as the command line sets it: one in a section that the scenario lacks comes with the section, and of a
 * question the answer is named.
 */
export function asSetting(
  tree: ScenarioTree,
  path: string,
  value: number,
): { readonly path: string; readonly value: number | string | Readonly<Record<string, number>> } {
  const answer = answersOf(tree, path)?.[value];
  if (answer !== undefined) return { path, value: answer };
  const steps = path.split('.');
  const around = steps.slice(0, -1);
  return nodeAt(tree, around) === undefined
    ? { path: around.join('.'), value: { [steps.at(-1)!]: value } }
    : { path, value };
}
