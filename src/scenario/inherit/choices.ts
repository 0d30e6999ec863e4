/** Numbers that hang on alternatives, `{ by: alternatives.NAME, values: ... }`, as a scenario is read. */

import { ALTERNATIVES, centralOption } from '../../domain/parameters/alternatives.js';
import { rangeOfChoice } from '../../domain/parameters/ends.js';
import {
  annotated,
  type ByAlternative,
  type Choice,
  isAnnotated,
  isByAlternative,
  isQuantity,
  isSameAs,
} from '../../domain/parameters/quantity.js';
import { sayTakenAway } from '../check/known-paths.js';
import { suggest } from '../check/nearest.js';
import type { Path } from '../yaml/yaml-file.js';
import type { Inherited } from './inheritance.js';
import { isConditionName, isSection, namedEntries, nodeOf } from './layers.js';

/** Paths of the numbers of a tree that hang on alternatives. */
export function choicePaths(node: unknown, path: readonly string[] = []): string[][] {
  if (isByAlternative(node)) return [[...path]];
  if (typeof node !== 'object' || node === null || isAnnotated(node) || isConditionName(path.at(-1)))
    return [];
  return namedEntries(node).flatMap(([key, value]) => choicePaths(value, [...path, key]));
}

/** Something wrong with a number that hangs on an alternative. */
interface ChoiceProblem {
  /** Below the number. */
  readonly at: Path;
  readonly message: string;
  readonly key?: boolean;
}

/** Names and weights of the answers of an alternative, as far as they are written; undefined where there is none. */
function answersOf(tree: unknown, by: string): { names: string[]; weights: number[] } | undefined {
  const path = by.split('.');
  const options = nodeOf(tree, [...path, 'options']);
  if (path.length !== 2 || path[0] !== ALTERNATIVES || !isSection(options, 'options')) return undefined;
  const names = Object.keys(options);
  const holds = nodeOf(tree, [...path, 'holds']);
  if (names.includes(holds as string))
    return { names, weights: names.map((name) => (name === holds ? 1 : 0)) };
  // What is wrong with weights is said where they stand.
  const weightOf = (name: string) => nodeOf(options, [name, 'weight']);
  return { names, weights: names.map((name) => Number(weightOf(name)) || 0) };
}

/** The answers that a number hangs on, or what is wrong with how it names them. */
export function readAnswers(
  path: string,
  { by, values }: ByAlternative,
  inherited: Inherited,
): { names: string[]; weights: number[] } | { problems: ChoiceProblem[] } {
  const { tree } = inherited;
  const answers = answersOf(tree, by);
  if (answers === undefined) {
    const known = Object.keys(nodeOf(tree, [ALTERNATIVES]) ?? {}).map((name) => `${ALTERNATIVES}.${name}`);
    const short = known.find((each) => each === `${ALTERNATIVES}.${by}`);
    const hint =
      short === undefined
        ? (sayTakenAway(by.split('.'), inherited) ?? suggest(by, known))
        : `; did you mean "${short}"?`;
    return { problems: [{ at: ['by'], message: `${path}: no alternative "${by}"${hint}` }] };
  }
  if (!isSection(values, 'values')) return { problems: [] };
  const given = Object.keys(values);
  const { names } = answers;
  const missing = names.filter((name) => !given.includes(name)).map((name) => `"${name}"`);
  const unknown = given.filter((name) => !names.includes(name));
  const problems = [
    ...unknown.map((name) => ({
      at: ['values', name],
      message: `${path}.values: ${by} has no answer "${name}"${suggest(name, names)}`,
      key: true,
    })),
    ...(missing.length > 0
      ? [
          {
            at: ['values'],
            message: `${path}.values: missing ${missing.join(', ')}; expected a number for each answer of ${by}: ${names.join(', ')}`,
          },
        ]
      : []),
  ];
  return problems.length > 0 ? { problems } : answers;
}

/** The unit that the values of a number have together: its own, else that of the first value that has one. */
export function unitOfChoice({ unit, values }: ByAlternative): string | undefined {
  const stated = Object.values(values ?? {}).flatMap((value) =>
    isAnnotated(value) ? (value.unit ?? []) : [],
  );
  return unit ?? stated[0];
}

/** Whether a value is one that a number may have under an answer; what is wrong with another is said where it stands. */
export function canBeValue(value: unknown): boolean {
  return isQuantity(value) || isSameAs(value);
}

/**
 * The number that results from a choice: central is what it is under the weightiest answer, and its range holds what it may be
 * under any that has weight.
 *
 * @param stated the unit that the number or one of its values states
 */
export function quantityOfChoice(choice: Choice, stated: string | undefined, note: string | undefined) {
  const parts = choice.options.map(({ quantity }) => annotated(quantity));
  // What is tied under an answer has the unit of what it is tied to.
  const units = new Set(parts.map((part) => part.unit));
  const unit = stated ?? (units.size === 1 ? parts[0]!.unit : undefined);
  return {
    value: parts[centralOption(choice.weights)]!.value,
    ...rangeOfChoice(choice),
    ...(unit === undefined ? {} : { unit }),
    ...(note === undefined ? {} : { note }),
    choice,
  };
}
