/** What numbers are by the answer to the open question that they hang on. */

import {
  centralValue,
  isAnnotated,
  keptWithin,
  type Quantity,
  rounded,
} from '../../domain/parameters/quantity.js';

/** A number under one answer. */
interface UnderAnswer {
  /** Path of the open question in the scenario, and the name of the answer. */
  readonly alternative: string;
  readonly option: string;
  /** Position of the answer, and how likely it is taken to be. */
  readonly at: number;
  readonly weight: number;
  /** Central value. */
  readonly value: number;
}

/** A number by answer, those without weight left out; none: it hangs on no question, by itself or through what it is tied to. */
export function byAnswer(quantity: Quantity | undefined): UnderAnswer[] {
  if (!isAnnotated(quantity)) return [];
  const { choice, tie, bounds } = quantity;
  if (choice !== undefined)
    return choice.options.flatMap(({ name, quantity: of }, at) =>
      choice.weights[at]! > 0
        ? [{ alternative: choice.by, option: name, at, weight: choice.weights[at]!, value: centralValue(of) }]
        : [],
    );
  if (tie === undefined) return [];
  return byAnswer(tie.of).map((under) => ({
    ...under,
    value: rounded(
      keptWithin(
        tie.ratios.reduce((product, ratio) => product * centralValue(ratio.quantity), under.value),
        bounds,
      ),
    ),
  }));
}

/** The numbers in a part of a scenario that hang on open questions. */
function hangingIn(node: unknown): UnderAnswer[][] {
  if (isAnnotated(node)) {
    const under = byAnswer(node);
    return under.length === 0 ? [] : [under];
  }
  if (typeof node !== 'object' || node === null) return [];
  return Object.values(node).flatMap(hangingIn);
}

/** Answers to several questions at once, by path of the question the position of its answer. */
export interface Answers {
  readonly positions: ReadonlyMap<string, number>;
  /** How likely they are together: questions are asked one by one. */
  readonly weight: number;
}

/** Every combination of answers to the questions that the numbers in parts of a scenario hang on; one without any where none does. */
export function answersIn(parts: readonly unknown[]): Answers[] {
  const questions = new Map(
    parts.flatMap(hangingIn).map((under): [string, UnderAnswer[]] => [under[0]!.alternative, under]),
  );
  return [...questions].reduce<Answers[]>(
    (all, [path, under]) =>
      all.flatMap(({ positions, weight }) =>
        under.map((answer) => ({
          positions: new Map([...positions, [path, answer.at]]),
          weight: weight * answer.weight,
        })),
      ),
    [{ positions: new Map(), weight: 1 }],
  );
}
