/** What numbers are by the answer to the open question that they hang on. */

import { questionsOf } from '../../domain/parameters/alternatives.js';
import { numberMaker } from '../../domain/parameters/number-maker.js';
import {
  type Choice,
  centralValue,
  isAnnotated,
  type Quantity,
  rounded,
} from '../../domain/parameters/quantity.js';

/** A number under one answer. */
interface UnderAnswer {
  /** Path of the open question in the scenario, and the name of the answer. */
  readonly alternative: string;
  readonly option: string;
  /** Central value. */
  readonly value: number;
}

/** A number by answer to each question that it hangs on, the others answered as is likeliest; without answers that have no weight. */
export function byAnswer(quantity: Quantity | undefined): UnderAnswer[] {
  if (!isAnnotated(quantity)) return [];
  return questionsOf(quantity).flatMap(({ by, options, weights }) => {
    const make = numberMaker('', quantity);
    return options.flatMap(({ name }, at): UnderAnswer[] => {
      if (weights[at]! <= 0) return [];
      const value = make((unknown) => (unknown.path === by ? at : centralValue(unknown.quantity)));
      return [{ alternative: by, option: name, value: rounded(value) }];
    });
  });
}

/** The questions that the numbers in a part of a scenario hang on. */
function questionsIn(node: unknown): Choice[] {
  if (isAnnotated(node)) return questionsOf(node);
  if (typeof node !== 'object' || node === null) return [];
  return Object.values(node).flatMap(questionsIn);
}

/** Answers to several questions at once, by path of the question the position of its answer. */
export interface Answers {
  readonly positions: ReadonlyMap<string, number>;
  /** How likely they are together: questions are asked one by one. */
  readonly weight: number;
}

/** Every combination of answers to the questions that the numbers in parts of a scenario hang on; one without any where none does. */
export function answersIn(parts: readonly unknown[]): Answers[] {
  const questions = new Map(parts.flatMap(questionsIn).map(({ by, weights }) => [by, weights]));
  return [...questions].reduce<Answers[]>(
    (all, [path, weights]) =>
      all.flatMap(({ positions, weight }) =>
        weights.flatMap((own, at) =>
          own > 0 ? [{ positions: new Map([...positions, [path, at]]), weight: weight * own }] : [],
        ),
      ),
    [{ positions: new Map(), weight: 1 }],
  );
}
