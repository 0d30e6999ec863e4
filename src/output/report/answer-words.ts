/** Under which answers to open questions a number of an activity has a value, in words. */

import { labelOfAnswer, labelOfQuestion } from '../package/labels.js';
import type { Part, RunData } from './run-data.js';
import type { Speech } from './speech.js';

/** Answers by question, one to each: the names of both. */
type Combination = ReadonlyMap<string, string>;

/** A value of a number as it is printed, and all combinations of answers under which it is that. */
interface Group {
  readonly said: string;
  readonly under: Combination[];
}

/** What a number of a part is by answer; none: it hangs on no open question. @param say a value as it is printed */
export function groupsOf({ byAnswer }: Part, name: string, say: (value: number) => string): Group[] {
  const own = byAnswer.split('; ').find((item) => item.startsWith(`${name} = `));
  const groups: Group[] = [];
  for (const item of own?.slice(name.length + ' = '.length).split(' or ') ?? []) {
    const [, value, answers = ''] = /^(\S+) \((.+)\)$/.exec(item) ?? [];
    const said = say(Number(value));
    const known = groups.find((group) => group.said === said);
    const under = new Map(
      answers.split(', ').map((answer) => answer.split(': ') as [question: string, answer: string]),
    );
    if (known === undefined) groups.push({ said, under: [under] });
    else known.under.push(under);
  }
  return groups;
}

const isUnder = (combination: Combination, under: Combination) =>
  [...under].every(([question, answer]) => combination.get(question) === answer);

/** The answers to a question that stand in some combinations. */
const answersIn = (combinations: readonly Combination[], question: string) => [
  ...new Set(combinations.map((each) => each.get(question)!)),
];

/** Combinations without what some of them say of other questions, each once. */
function only(combinations: readonly Combination[], questions: readonly string[]): Combination[] {
  const kept = combinations.map(
    (each) => new Map(questions.map((question) => [question, each.get(question)!])),
  );
  return kept.filter((each, i) => kept.findIndex((other) => isUnder(other, each)) === i);
}

/** The questions whose answer makes a difference to the value, whatever the others are. */
function questionsThatMatter(groups: readonly Group[]): string[] {
  const questions = [...groups[0]!.under[0]!.keys()];
  return questions.filter((question) => {
    const others = questions.filter((each) => each !== question);
    const seen = groups.flatMap(({ under }) => only(under, others));
    return only(seen, others).length < seen.length;
  });
}

/** Of each question that it says something of, the answers that will do. */
type Condition = ReadonlyMap<string, readonly string[]>;

/** What must hold, and of what else one must hold where there is any. */
interface Conditions {
  readonly common: Condition;
  readonly oneOf: readonly Condition[];
}

const size = (choices: readonly (readonly string[])[]) =>
  choices.reduce((count, { length }) => count * length, 1);

/**
 * What combinations have in common with no other, in as few conditions as this finds: first what all of them have, then answers that decide
 * alone, then what is left; one by one where nothing else is the same throughout.
 */
function conditionsFor(under: readonly Combination[], all: readonly Combination[]): Conditions {
  const questions = [...all[0]!.keys()];
  const choices = questions.map((question) => answersIn(under, question));
  const common: Condition = new Map(
    questions.flatMap((question, i) =>
      choices[i]!.length === answersIn(all, question).length ? [] : [[question, choices[i]!] as const],
    ),
  );
  if (size(choices) === under.length) return { common, oneOf: [] };
  const within = all.filter((each) =>
    [...common].every(([question, answers]) => answers.includes(each.get(question)!)),
  );
  return { common, oneOf: alternativesFor(under, within) };
}

/** Conditions of which one must hold: nothing is true of all combinations alike. */
function alternativesFor(under: readonly Combination[], all: readonly Combination[]): Condition[] {
  for (const question of all[0]!.keys()) {
    const deciding = answersIn(under, question).filter((answer) =>
      all.every((each) => each.get(question) !== answer || under.some((own) => isUnder(own, each))),
    );
    if (deciding.length === 0) continue;
    const left = (combinations: readonly Combination[]) =>
      combinations.filter((each) => !deciding.includes(each.get(question)!));
    // What is left is told apart from what else is left: the answers that decide need not be denied.
    const rest = conditionsFor(left(under), left(all));
    const others =
      rest.oneOf.length === 0 ? [rest.common] : rest.oneOf.map((each) => both(rest.common, each));
    return [new Map([[question, deciding]]), ...others];
  }
  return under.map((each) => new Map([...each].map(([question, answer]) => [question, [answer]])));
}

const both = (one: Condition, other: Condition): Condition => new Map([...one, ...other]);

/** An answer in the middle of a sentence: without its capital, unless it is an abbreviation. */
const inSentence = (text: string) =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.slice(0, 1).toLowerCase() + text.slice(1);

/**
 * What the answers of groups are called: with their questions where a number hangs on several; and once with its one question where the
 * run has several, and an answer is a word alone, as yes is, which does not tell to what.
 *
 * @param isNarrow whether there is room for answers alone, of a number on one question
 */
export function sayAnswers(
  { language, words }: Speech,
  { manifest, byAnswer = [] }: RunData,
  groups: readonly Group[],
  isNarrow = false,
): string[] {
  const pathOf = (question: string) => `alternatives.${question}`;
  const open = [...new Set(byAnswer.map(({ alternative }) => alternative).filter((path) => path !== ''))];
  const placeOf = (question: string) => open.indexOf(pathOf(question));
  const questions = questionsThatMatter(groups).sort((a, b) => placeOf(a) - placeOf(b));
  const { or, and, answerTo } = words.approaches;
  const sayAnswer = (question: string, name: string) => {
    const path = pathOf(question);
    const told = byAnswer.find(({ alternative, option }) => alternative === path && option === name);
    return inSentence(labelOfAnswer(manifest, language, path, name, told?.answer ?? name));
  };
  const sayQuestion = (question: string) => {
    const told = byAnswer.find(({ alternative }) => alternative === pathOf(question));
    return labelOfQuestion(manifest, language, pathOf(question), told?.question ?? question);
  };
  const all = groups.flatMap(({ under }) => only(under, questions));
  const sayCondition = (condition: Condition, isAsked: boolean) =>
    [...condition]
      .map(([question, answers]) => {
        const said = [...new Set(answers.map((answer) => sayAnswer(question, answer)))].join(or);
        return isAsked ? answerTo(said, words.quoted(sayQuestion(question))) : said;
      })
      .join(and);
  const isWord = ([question, name]: readonly [string, string]) => !/\s/.test(sayAnswer(question, name));
  const needsQuestion = !isNarrow && open.length > 1 && all.some((each) => [...each].some(isWord));
  return groups.map(({ under }, i) => {
    const isAsked = questions.length > 1 || (needsQuestion && i === 0);
    const { common, oneOf } = conditionsFor(only(under, questions), all);
    if (oneOf.length === 0) return sayCondition(common, isAsked);
    const isBrief = oneOf.every((each) => each.size === 1);
    if (common.size === 0 || !isBrief)
      return oneOf.map((each) => sayCondition(both(common, each), isAsked)).join(`;${or}`);
    const others = oneOf.map((each) => sayCondition(each, isAsked)).join(or);
    return `${sayCondition(common, isAsked)},${and}${others}`;
  });
}
