/** The sources and reasons of the package's numbers in the language of a report; those of a user's own files stay as they are. */

import { join } from 'node:path';
import { InputProblem } from '../scenario/check/diagnostic.js';
import { packageLibrary } from '../scenario/library.js';
import { readCsvFile } from '../scenario/tables/csv-file.js';
import type { Language } from './language.js';
import { sayDecimal } from './number.js';
import { type Labelled, labelOfAnswer, labelOfQuestion } from './package/labels.js';
import { QUESTION } from './report/parameter-names.js';
import { nameIn, wordsIn } from './words/words.js';

const MAX_BYTES = 4 * 1024 * 1024;

/** English texts with their Dutch. @throws InputProblem when the package's file cannot be read */
function readDutch(): ReadonlyMap<string, string> {
  const path = join(packageLibrary().data, 'reasons.nl.csv');
  const read = readCsvFile(path, { needed: ['en', 'nl'], open: false, maxBytes: MAX_BYTES });
  if (!read.ok) throw new InputProblem(read.diagnostics);
  const [en, nl] = [read.names.indexOf('en'), read.names.indexOf('nl')];
  return new Map(read.lines.map(({ cells }) => [cells[en]!, cells[nl]!]));
}

let dutch: ReadonlyMap<string, string> | undefined;

/** A source or a note in a language; undefined: only what was written is known. */
export function reasonIn(text: string, language: Language): string | undefined {
  if (language === 'en' || text === '') return text;
  dutch ??= readDutch();
  return dutch.get(text);
}

const JOIN = '; ';

/** What the results have before the note of a calibrated number. */
const PRIOR = /^prior: (\S+) \((\S+) to (\S+), ([a-z-]+)\)$/;

/** The first part of a note that the program has put before it; undefined: it has not. */
function beginningOf(
  path: string,
  beginning: string,
  labelled: Labelled,
  language: Language,
): string | undefined {
  const [, question, answer] = QUESTION.exec(path) ?? [];
  if (question !== undefined && answer !== undefined) {
    const said = (own: Language) =>
      `${labelOfQuestion(labelled, own, question, '')} ${labelOfAnswer(labelled, own, question, answer, '')}`;
    return beginning === said('en') ? said(language) : undefined;
  }
  const [, value, low, high, distribution] = PRIOR.exec(beginning) ?? [];
  if (value === undefined) return undefined;
  const [own, ...ends] = [value, low, high].map((number) => sayDecimal(Number(number), language));
  const { assumptions, names } = wordsIn(language);
  return assumptions.priorWas(own!, ends[0]!, ends[1]!, nameIn(names.distributions, distribution!));
}

/**
 * Why a number is what it is, in a language; undefined: only what was written is known. The note of the weight of an answer begins with
 * the question and the answer, that of a calibrated number with its prior.
 */
export function noteIn(
  { path, note }: { readonly path: string; readonly note: string },
  labelled: Labelled,
  language: Language,
): string | undefined {
  const whole = reasonIn(note, language);
  if (whole !== undefined) return whole;
  const [first, ...reasons] = note.split(JOIN);
  const beginning = beginningOf(path, first!, labelled, language);
  if (beginning === undefined) return undefined;
  const reason = reasons.join(JOIN);
  return [beginning, ...(reason === '' ? [] : [reasonIn(reason, language) ?? reason])].join(JOIN);
}

/** Where a number comes from, in a language where that is known; otherwise only the places in it are. */
export const sourceIn = (source: string, language: Language): string =>
  reasonIn(source, language) ?? wordsIn(language).assumptions.citation(source);
