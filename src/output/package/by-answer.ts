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

/** A number under one answer to each question that it hangs on. */
interface UnderAnswers {
  /** Paths of the open questions in the scenario, and the names of the answers. */
  readonly answers: readonly { readonly alternative: string; readonly option: string }[];
  /** Central value. */
  readonly value: number;
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

/** Every combination of answers to questions that has weight. */
function combinationsOf(questions: readonly Pick<Choice, 'by' | 'weights'>[]): Answers[] {
  return questions.reduce<Answers[]>(
    (all, { by, weights }) =>
      all.flatMap(({ positions, weight }) =>
        weights.flatMap((own, at) =>
          own > 0 ? [{ positions: new Map([...positions, [by, at]]), weight: weight * own }] : [],
        ),
      ),
    [{ positions: new Map(), weight: 1 }],
  );
}

/** A number under every combination of answers to the questions that it hangs on; without answers that have no weight. */
export function byAnswer(quantity: Quantity | undefined): UnderAnswers[] {
  if (!isAnnotated(quantity)) return [];
  const questions = questionsOf(quantity);
  if (questions.length === 0) return [];
  const make = numberMaker('', quantity);
  return combinationsOf(questions).map(({ positions }) => ({
    answers: questions.map(({ by, options }) => ({
      alternative: by,
      option: options[positions.get(by)!]!.name,
    })),
    value: rounded(make(({ path, quantity: own }) => positions.get(path) ?? centralValue(own))),
  }));
}

/** Every combination of answers to the questions that the numbers in parts of a scenario hang on; one without any where none does. */
export function answersIn(parts: readonly unknown[]): Answers[] {
  const questions = new Map(parts.flatMap(questionsIn).map((each) => [each.by, each]));
  return combinationsOf([...questions.values()]);
}
