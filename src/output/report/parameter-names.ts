/** What readers call the numbers of a scenario: paths in their language. */

import { attributesOf } from '../../domain/attributes/all.js';
import type { Attribute } from '../../domain/attributes/attribute.js';
import { labelOfAnswer, labelOfGroup, labelOfKind, labelOfPart, labelOfQuestion } from '../package/labels.js';
import type { Manifest } from '../package/run-folder.js';
import { attributeName, profileLineName, valueName } from './attribute-words.js';
import type { ReportedParameter, RunData } from './run-data.js';
import { approachName, isOwnPart, partName, type Speech, shortName } from './speech.js';

const APPROACH = /^approaches\.([^.]+)\.(?:activities\.)?([^.]+)\.(.+)$/;

/** What of a run decides the names of its numbers. */
interface NamedRun extends Pick<RunData, 'origins' | 'parts' | 'reference' | 'others'> {
  readonly parameters: readonly Pick<ReportedParameter, 'path' | 'sameAs'>[];
  readonly manifest: Pick<Manifest, 'labels'>;
}

/** The longest beginning of a path, at a dot, that has a name; undefined: none has. */
function knownStart(names: Readonly<Record<string, string>>, path: string): string | undefined {
  for (let start = path; start !== ''; start = start.slice(0, Math.max(0, start.lastIndexOf('.'))))
    if (Object.hasOwn(names, start)) return start;
  return undefined;
}

/** A word of a path: an attribute, the value of one, an origin, a state, else as it is written. */
function wordOf(speech: Speech, run: Pick<RunData, 'origins'>, word: string): string {
  const { pathWords, names } = speech.words;
  if (Object.hasOwn(pathWords, word)) return pathWords[word]!;
  const attributes: readonly Attribute[] = attributesOf(run.origins, speech.law?.attributes ?? []);
  const owner = attributes.find(({ reported }) => {
    return reported !== undefined && Object.hasOwn(reported[speech.language].values, word);
  });
  if (owner !== undefined) return valueName(speech, run, owner.name, word);
  const terms: Readonly<Record<string, string>> = names.terms;
  const isAttribute = attributes.some(({ name }) => name === word);
  if (isAttribute) return attributeName(speech, word);
  return Object.hasOwn(terms, word) ? terms[word]! : word.replaceAll('_', ' ');
}

/** `JAS: hours a week`: a number of an activity; of a course, which every approach has, with the approach. */
function partNumber(speech: Speech, run: NamedRun, path: readonly string[]): string {
  const [, approach = '', part = '', rest = ''] = path;
  const row = run.parts.find((each) => each.approach === approach && each.part === part);
  // A sweep lists no parts.
  const unlisted = { approach, part, label: part.replaceAll('_', ' ') };
  const name = shortName(
    partName(speech, row ?? { part, label: labelOfPart(run.manifest, speech.language, unlisted) }),
  );
  const { partNumbers, costItem } = speech.words;
  const last = rest.split('.').at(-1)!;
  const known = [rest, last].find((name) => Object.hasOwn(partNumbers, name));
  const what = known === undefined ? last.replaceAll('_', ' ') : partNumbers[known]!;
  const [, item] = /^costs\.(\d+)\./.exec(rest) ?? [];
  const said = item === undefined ? what : costItem(what, String(Number(item) + 1));
  if (!isOwnPart(speech.words, part)) return `${name}: ${said}`;
  const of = [run.reference, ...run.others].find((each) => each.name === approach);
  return `${approachName(of ?? { name: approach, label: approach })}, ${name.toLowerCase()}: ${said}`;
}

/** `Language lessons: ...`: a number of a kind of activities. */
function kindNumber(
  { words, language }: Speech,
  { manifest }: NamedRun,
  kind: string,
  number: string,
): string {
  const { partNumbers } = words;
  const what = Object.hasOwn(partNumbers, number) ? partNumbers[number]! : number.replaceAll('_', ' ');
  return `${words.names.parameters.kinds!}: ${labelOfKind(manifest, language, kind, kind.replaceAll('_', ' '))}, ${what}`;
}

/** The words behind a known beginning; a number in a list stands for itself, without what it is of. */
function said(speech: Speech, run: NamedRun, rest: readonly string[]): string {
  const words = rest.filter((_, i) => !/^\d+$/.test(rest[i - 1] ?? ''));
  return words
    .map((word) => (/^\d+$/.test(word) ? String(Number(word) + 1) : wordOf(speech, run, word)))
    .join(' ');
}

const GROUP = /^groups\.([^.]+)$/;
const QUESTION = /^(alternatives\.[^.]+)(?:\.options\.([^.]+)\.weight)?$/;
const UNDER_AN_ANSWER = /^(.+)\.values\.([^.]+)$/;

/** A question that the source leaves open, or an answer to it; of other paths undefined. */
function openQuestion(
  { language, words }: Speech,
  { manifest }: Pick<NamedRun, 'manifest'>,
  path: string,
): string | undefined {
  const [, alternative, option] = QUESTION.exec(path) ?? [];
  if (alternative === undefined) return undefined;
  const question = labelOfQuestion(manifest, language, alternative, alternative);
  if (option === undefined) return question;
  const { answerOf } = words.front.open;
  return answerOf(question, labelOfAnswer(manifest, language, alternative, option, option));
}

/** A number under an answer: what it is, and the answer; of other paths undefined. */
function underAnswer(speech: Speech, run: NamedRun, path: string): string | undefined {
  const [, whole, option] = UNDER_AN_ANSWER.exec(path) ?? [];
  const alternative = run.parameters.find((each) => each.path === whole)?.sameAs;
  if (whole === undefined || alternative === undefined || !QUESTION.test(alternative)) return undefined;
  const answer = labelOfAnswer(run.manifest, speech.language, alternative, option!, option!);
  return speech.words.front.open.underAnswer(parameterName(speech, run, whole), answer);
}

/** The name of a parameter for readers; one without is shown as its path, without dots and underscores. */
export function parameterName(speech: Speech, run: NamedRun, path: string): string {
  const asked = openQuestion(speech, run, path) ?? underAnswer(speech, run, path);
  if (asked !== undefined) return asked;
  const [, group] = GROUP.exec(path) ?? [];
  if (group !== undefined)
    return labelOfGroup(
      run.manifest,
      speech.language,
      path,
      speech.words.inputGroups.group(group.replaceAll('_', ' ')),
    );
  const part = APPROACH.exec(path);
  if (part !== null) return partNumber(speech, run, part);
  const [, kind, number] = /^kinds\.([^.]+)\.(.+)$/.exec(path) ?? [];
  if (number !== undefined) return kindNumber(speech, run, kind!, number);
  const composition = /^cohort\.composition\.([^.]+)\.(.+)$/.exec(path);
  if (composition !== null) {
    const [, origin = '', line = ''] = composition;
    const what = line === 'share' ? speech.words.cohort.originShare : profileLineName(speech, line);
    return `${valueName(speech, run, 'origin', origin)}: ${what}`;
  }
  const { parameters } = speech.words.names;
  const start = knownStart(parameters, path);
  if (start === undefined) return path.replaceAll(/[._]/g, ' ');
  const rest = path.slice(start.length + 1);
  return rest === '' ? parameters[start]! : `${parameters[start]!}: ${said(speech, run, rest.split('.'))}`;
}
