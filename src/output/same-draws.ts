/** Answers to different questions that hold in the same parameter draws, so that nothing tells what either of them does. */

import type { Language } from './language.js';
import { wordsIn } from './words/words.js';

/** What came out in the draws that have an answer. */
export interface AnswerOutcomes {
  readonly question: string;
  readonly label: string;
  readonly draws: number;
  /** Of the same measures for all answers, as they were computed. */
  readonly estimates: readonly number[];
}

/** Of different draws, all outcomes to the last bit would not be alike; where nothing differs from the reference, they would. */
function isSame(one: AnswerOutcomes, other: AnswerOutcomes): boolean {
  return (
    one.question !== other.question &&
    one.draws === other.draws &&
    one.estimates.length === other.estimates.length &&
    one.estimates.some((estimate) => Number.isFinite(estimate) && estimate !== 0) &&
    one.estimates.every((estimate, i) => Object.is(estimate, other.estimates[i]))
  );
}

/** A sentence for each two answers to different questions that hold in the same draws, as they do where draws are few; mostly none. */
export function saySameDraws(answers: readonly AnswerOutcomes[], language: Language): string[] {
  const { quoted, list, front } = wordsIn(language);
  // Many a question can be answered by `Yes`.
  const nameOf = ({ question, label }: AnswerOutcomes) =>
    answers.some((other) => other.question !== question && other.label === label)
      ? quoted(`${question} ${label}`)
      : quoted(label);
  return answers.flatMap((one, i) =>
    answers
      .slice(i + 1)
      .filter((other) => isSame(one, other))
      .map((other) => front.open.sameDraws(list([nameOf(one), nameOf(other)]))),
  );
}
