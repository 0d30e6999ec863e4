/** What readers call the numbers of a scenario: paths in their language. */

import { attributesOf } from '../../domain/attributes/all.js';
import type { Attribute } from '../../domain/attributes/attribute.js';
import {
  labelOfAnswer,
  labelOfGroup,
  labelOfKind,
  labelOfNumber,
  labelOfPart,
  labelOfQuestion,
} from '../package/labels.js';
import type { Manifest } from '../package/run-folder.js';
import { attributeName, profileLineName, valueName } from './attribute-words.js';
import { costName } from './cost-names.js';
import type { ReportedParameter, RunData } from './run-data.js';
import { approachName, isOwnPart, type Speech, shortPartName } from './speech.js';

const APPROACH = /^approaches\.([^.]+)\.(?:activities\.)?([^.]+)\.(.+)$/;

/** What of a run decides the names of its numbers. */
interface NamedRun extends Pick<RunData, 'origins' | 'parts' | 'reference' | 'others'> {
  readonly parameters: readonly Pick<ReportedParameter, 'path' | 'sameAs'>[];
  readonly manifest: Pick<Manifest, 'labels' | 'cost_items'>;
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

const unlisted = (approach: string, part: string) => ({ approach, part, label: part.replaceAll('_', ' ') });

/** The activities of an approach: of a run, as its results list them; a sweep or an analysis has only their labels. */
function activitiesOf(
  { language }: Speech,
  { parts, manifest }: NamedRun,
  approach: string,
): Pick<NamedRun['parts'][number], 'approach' | 'part' | 'label'>[] {
  const listed = parts.filter((part) => part.approach === approach);
  if (listed.length > 0) return listed;
  return Object.keys(manifest.labels ?? {}).flatMap((path) => {
    const [, of, part = ''] = /^approaches\.([^.]+)\.activities\.([^.]+)\.label$/.exec(path) ?? [];
    const bare = unlisted(approach, part);
    return of === approach ? [{ ...bare, label: labelOfPart(manifest, language, bare) }] : [];
  });
}

/** What a number of a part is; of a ratio to another number, what follows that number. */
function whatOfPart(speech: Speech, run: Pick<RunData, 'origins'>, rest: string): string {
  const { partNumbers, partNumberWords } = speech.words;
  const { ratioOf, shareThatFits } = partNumberWords;
  const [, tied] = /^(.+)\.ratio$/.exec(rest) ?? [];
  if (tied !== undefined) return ratioOf(whatOfPart(speech, run, tied));
  const [, attribute, value] = /^for\.part_of\.([^.]+)\.([^.]+)$/.exec(rest) ?? [];
  if (value !== undefined)
    return shareThatFits(attributeName(speech, attribute!), valueName(speech, run, attribute!, value));
  const last = rest.split('.').at(-1)!;
  const known = [rest, last].find((name) => Object.hasOwn(partNumbers, name));
  return known === undefined ? last.replaceAll('_', ' ') : partNumbers[known]!;
}

/** `JAS: hours a week`: a number of an activity; of a course, which every approach has, with the approach. */
function partNumber(speech: Speech, run: NamedRun, path: readonly string[]): string {
  const [, approach = '', part = '', rest = ''] = path;
  const row = run.parts.find((each) => each.approach === approach && each.part === part);
  const parts = activitiesOf(speech, run, approach);
  const name = shortPartName(
    speech,
    parts,
    row ?? parts.find((each) => each.part === part) ?? unlisted(approach, part),
  );
  const what = whatOfPart(speech, run, rest);
  const said = rest.startsWith('costs.') ? costName(speech, run.manifest, path[0]!, what) : what;
  const approaches = [run.reference, ...run.others];
  const of = approachName(
    approaches.find((each) => each.name === approach) ?? { name: approach, label: approach },
  );
  if (isOwnPart(speech.words, part)) return `${of}, ${name.toLowerCase()}: ${said}`;
  const isShared = approaches.some((other) => {
    const others = other.name === approach ? [] : activitiesOf(speech, run, other.name);
    return others.some((each) => shortPartName(speech, others, each) === name);
  });
  return isShared ? `${of}, ${name}: ${said}` : `${name}: ${said}`;
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

/**
 * A number that several places share: as the scenario calls it, else as one of the places is called that name it; where none is known,
 * by its name in the file.
 */
function sharedNumber(speech: Speech, run: NamedRun, path: string, isRatio: boolean): string {
  const { ratioOf, alsoElsewhere } = speech.words.partNumberWords;
  const users = run.parameters.filter(
    (each) => !each.path.startsWith('numbers.') && each.sameAs.split(/ [x-] /).includes(path),
  );
  const user = users.find(({ sameAs }) => sameAs === path) ?? users[0];
  const written = path.replace('numbers.', '').replaceAll('_', ' ');
  const place = user === undefined ? written : parameterName(speech, run, user.path);
  const name = labelOfNumber(
    run.manifest,
    speech.language,
    path,
    users.length > 1 ? alsoElsewhere(place) : place,
  );
  return isRatio ? ratioOf(name) : name;
}

/** The words behind a known beginning; a number in a list stands for itself, without what it is of. */
function said(speech: Speech, run: NamedRun, rest: readonly string[]): string {
  const words = rest.filter((_, i) => !/^\d+$/.test(rest[i - 1] ?? ''));
  return words
    .map((word) => (/^\d+$/.test(word) ? String(Number(word) + 1) : wordOf(speech, run, word)))
    .join(' ');
}

const GROUP = /^groups\.([^.]+)$/;
/** Path of a question that the source leaves open, or of the weight of an answer to it. */
export const QUESTION = /^(alternatives\.[^.]+)(?:\.options\.([^.]+)\.weight)?$/;
const UNDER_AN_ANSWER = /^(.+)\.values\.([^.]+)(\.ratio)?$/;

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

/** The questions that have an answer of a name. */
function questionsWith(labels: Readonly<Record<string, unknown>>, option: string): string[] {
  const [before, after] = ['alternatives.', `.options.${option}.label`];
  return Object.keys(labels)
    .filter((path) => path.startsWith(before) && path.endsWith(after))
    .map((path) => path.slice(0, -after.length));
}

/** A number under an answer: what it is, and the answer; of other paths undefined. */
function underAnswer(speech: Speech, run: NamedRun, path: string): string | undefined {
  const [, whole, option = '', ratio = ''] = UNDER_AN_ANSWER.exec(path) ?? [];
  if (whole === undefined) return undefined;
  const { manifest, parameters } = run;
  const asked = parameters.find((each) => each.path === whole)?.sameAs;
  // An analysis lists no numbers: an answer of that name to any question.
  const questions = asked === undefined ? questionsWith(manifest.labels ?? {}, option) : [asked];
  const answers = questions
    .filter((question) => QUESTION.test(question))
    .map((question) => labelOfAnswer(manifest, speech.language, question, option, option));
  if (answers.length === 0) return undefined;
  const said = [...new Set(answers)].join(speech.words.approaches.or);
  return speech.words.front.open.underAnswer(parameterName(speech, run, `${whole}${ratio}`), said);
}

/** What a number is tied to: `A`, or `A × B − C` for the product of two numbers of which a third is taken off. */
export function tieInWords(speech: Speech, run: NamedRun, sameAs: string): string {
  const signs: Readonly<Record<string, string>> = { x: '\u00d7', '-': '\u2212' };
  return sameAs
    .split(' ')
    .map((part) => signs[part] ?? speech.words.quoted(parameterName(speech, run, part)))
    .join(' ');
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
  const [, shared, ratio = ''] = /^(numbers\.[^.]+)(\.ratio)?$/.exec(path) ?? [];
  if (shared !== undefined) return sharedNumber(speech, run, shared, ratio !== '');
  const { parameters } = speech.words.names;
  const start = knownStart(parameters, path);
  if (start === undefined) return path.replaceAll(/[._]/g, ' ');
  const rest = path.slice(start.length + 1);
  return rest === '' ? parameters[start]! : `${parameters[start]!}: ${said(speech, run, rest.split('.'))}`;
}
