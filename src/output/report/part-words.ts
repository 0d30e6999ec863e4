/** The parts of an approach in words: when they start and end, their numbers by the answer to open questions. */

import { nameIn } from '../words/words.js';
import { groupsOf, sayAnswers } from './answer-words.js';
import { type Cell, textCell } from './blocks.js';
import type { Part, RunData } from './run-data.js';
import { isOwnPart, rawCell, type Speech, shortPartName, translateTerms } from './speech.js';

/** The name of an activity: its beginning, as far as it takes to tell it from the others of the approach. */
export function briefName(speech: Speech, run: RunData, approach: string, name: string): string {
  const own = run.parts.find((part) => part.approach === approach && part.part === name);
  return own === undefined ? nameIn({}, name) : shortPartName(speech, run.parts, own);
}

/** The same between quotes. */
export function activityName(speech: Speech, run: RunData, approach: string, name: string): string {
  return speech.words.quoted(briefName(speech, run, approach, name));
}

/** Words of a condition of an approach, with activities by their names. */
export function sayCondition(speech: Speech, run: RunData, approach: string, condition: string): string {
  const nameOf = (word: string) =>
    isActivity(speech, run, approach, word)
      ? activityName(speech, run, approach, word)
      : translateTerms(speech, word);
  const { stateOf } = speech.words.approaches;
  // `housing = centre or housed and intake = finished`: a track, and the states of it that will do.
  return condition
    .replaceAll(/([a-z]\w*) = ([a-z]\w*(?: or [a-z]\w*(?! =)\b)*)/g, (_, track: string, states: string) =>
      stateOf(track === 'housing' ? '' : nameOf(track), states.replaceAll(/\w+/g, nameOf)),
    )
    .replaceAll(/(?<=[)\s]|^)(?:and|or|not)(?=[(\s]|$)/g, nameOf)
    .replace(/^\(([^()]*)\)$/, '$1');
}

function isActivity(speech: Speech, run: RunData, approach: string, word: string): boolean {
  return (
    !isOwnPart(speech.words, word) &&
    run.parts.some((part) => part.approach === approach && part.part === word)
  );
}

/** The conditions that must all hold: what stands between brackets is one. */
export function splitConditions(condition: string): string[] {
  const parts: string[] = [];
  let [depth, from] = [0, 0];
  for (let i = 0; i < condition.length; i++) {
    if (condition[i] === '(') depth++;
    else if (condition[i] === ')') depth--;
    else if (depth === 0 && condition.startsWith(' and ', i)) {
      parts.push(condition.slice(from, i));
      from = i + ' and '.length;
    }
  }
  return [...parts, condition.slice(from)].filter((part) => part !== '');
}

/** One condition in words; `over`: that it ends something. */
export function sayOneCondition(
  speech: Speech,
  run: RunData,
  approach: string,
  condition: string,
  over = false,
): string {
  const { approaches, names } = speech.words;
  if (Object.hasOwn(names.terms, condition)) return names.terms[condition]!;
  const during = /^(not \()?([a-z][a-z0-9_]*) = taking_part\)?$/.exec(condition);
  if (during !== null && isActivity(speech, run, approach, during[2]!)) {
    const activity = activityName(speech, run, approach, during[2]!);
    if (during[1] === undefined) return approaches.during(activity);
    return over ? approaches.over(activity) : approaches.notDuring(activity);
  }
  return sayCondition(speech, run, approach, condition);
}

/** A number of a part in words: one for each answer where it hangs on an open question. Empty: there is none. */
export function sayPartNumber(
  speech: Speech,
  run: RunData,
  part: Part,
  name: string,
  value: number,
  say: (value: number) => string = (number) => rawCell(speech, number).text,
  isNarrow = false,
): string {
  const groups = groupsOf(part, name, say);
  if (groups.length < 2) return Number.isFinite(value) ? say(value) : '';
  const { answer, or } = speech.words.approaches;
  const answers = sayAnswers(speech, run, groups, isNarrow);
  return groups.map(({ said }, i) => answer(said, answers[i]!)).join(or);
}

/** A share among the numbers of a part in words. */
export function sayPartShare(speech: Speech, run: RunData, part: Part, name: string, value: number): string {
  const say = (share: number) => speech.words.percent(rawCell(speech, share * 100).text);
  return sayPartNumber(speech, run, part, name, value, say);
}

/** A number of a part as a cell, in tenths: words where it hangs on an open question, which have no room in a narrow column. */
export function partNumber(
  speech: Speech,
  run: RunData,
  part: Part,
  name: string,
  value: number,
  isNarrow = false,
): Cell {
  const inTenths = (number: number) => rawCell(speech, Math.round(number * 10) / 10);
  const say = (number: number) => inTenths(number).text;
  return groupsOf(part, name, say).length < 2
    ? inTenths(value)
    : textCell(sayPartNumber(speech, run, part, name, value, say, isNarrow));
}
