/** What the source leaves open: the answer by the answer to each question, and over all of them. */

import type { Measure } from '../../../domain/measures/measure.js';
import { decisive } from '../../../domain/measures/money.js';
import { labelOfAnswer, labelOfQuestion } from '../../package/labels.js';
import { saySameDraws } from '../../same-draws.js';
import { sayVerdict } from '../../verdict.js';
import type { AnswerRow } from '../answer-rows.js';
import { type Block, paragraph, type TableBlock, textCell } from '../blocks.js';
import { briefColumns, briefMeasures, monthToldOf } from '../brief-columns.js';
import type { ReportedApproach, RunData } from '../run-data.js';
import type { Section } from '../section.js';
import {
  approachName,
  probabilityCell,
  rawCell,
  rowCells,
  type Speech,
  sayInterval,
  sayValue,
  shownOf,
} from '../speech.js';

/** An answer to a question; its rows are of every approach and measure. */
interface Answer {
  readonly label: string;
  readonly weight: number;
  readonly draws: number;
  readonly rows: readonly AnswerRow[];
}

/** A question with its answers. */
interface Question {
  readonly name: string;
  readonly text: string;
  readonly answers: readonly Answer[];
}

/** The open questions of a run in the language of the report. */
function questionsOf({ byAnswer, manifest }: RunData, { language }: Speech): Question[] {
  const paths = [...new Set(byAnswer.map(({ alternative }) => alternative))].filter((path) => path !== '');
  return paths.map((path) => {
    const own = byAnswer.filter(({ alternative }) => alternative === path);
    return {
      name: path.split('.')[1]!.replaceAll('_', '-'),
      text: labelOfQuestion(manifest, language, path, own[0]!.question),
      answers: [...new Set(own.map(({ option }) => option))].map((option) => {
        const rows = own.filter((row) => row.option === option);
        const { answer, weight, draws } = rows[0]!;
        return { label: labelOfAnswer(manifest, language, path, option, answer), weight, draws, rows };
      }),
    };
  });
}

const find = (run: RunData, rows: readonly AnswerRow[], approach: ReportedApproach, measure: Measure) =>
  rows.find(
    (row) =>
      row.approach === approach.name &&
      row.measure === measure.name &&
      Object.is(row.month, monthToldOf(run, measure)),
  );

const weightCell = (speech: Speech, weight: number) => probabilityCell(speech, weight, '');

/** What an answer comes to, in a sentence. */
function sayAnswer(
  run: RunData,
  approach: ReportedApproach,
  { label, weight, rows }: Answer,
  speech: Speech,
) {
  const { pays } = sayVerdict(
    {
      approach: approachName(approach),
      reference: approachName(run.reference),
      balance: find(run, rows, approach, decisive),
      bijstand: undefined,
      programme: undefined,
      onBijstand: undefined,
      influences: null,
      tried: [],
      draws: run.manifest.parameter_draws,
    },
    speech.language,
  );
  const { answer, noDraw } = speech.words.front.open;
  return answer(label, weightCell(speech, weight).text, pays === '' ? noDraw : pays);
}

/** What an answer comes to in as few words as a list has room for: the net balance against the reference. */
function sayBalance(
  run: RunData,
  approach: ReportedApproach,
  { label, weight, rows }: Answer,
  speech: Speech,
) {
  const { answer, balance, noDraw } = speech.words.front.open;
  const row = find(run, rows, approach, decisive);
  const said =
    row === undefined || !Number.isFinite(row.estimate)
      ? noDraw
      : balance(sayValue(speech, row, shownOf(row)), sayInterval(speech, row));
  return answer(label, weightCell(speech, weight).text, said);
}

/** That answers to two questions hold in the same draws, where they do. */
function saySame(questions: readonly Question[], { language }: Speech): Block[] {
  const outcomes = questions.flatMap(({ text, answers }) =>
    answers.map(({ label, draws, rows }) => {
      return { question: text, label, draws, estimates: rows.map(({ estimate }) => estimate) };
    }),
  );
  return saySameDraws(outcomes, language).map((sentence) => paragraph(sentence));
}

/** For the first pages: the questions, and what each answer comes to; `brief`: of a run beside others, only by how much. */
export function sayOpenQuestions(run: RunData, speech: Speech, brief = false): Block[] {
  const questions = questionsOf(run, speech);
  if (questions.length === 0) return [];
  return [
    paragraph(speech.words.front.open.lead),
    ...questions.flatMap(({ text, answers }): Block[] => [
      paragraph(text, true),
      {
        kind: 'list',
        items: run.others.flatMap((approach) =>
          answers.map((answer) => (brief ? sayBalance : sayAnswer)(run, approach, answer, speech)),
        ),
      },
    ]),
    ...saySame(questions, speech),
  ];
}

function questionTable(
  run: RunData,
  { name, text, answers }: Question,
  approach: ReportedApproach,
  speech: Speech,
): TableBlock {
  const { headings, front } = speech.words;
  const overAll = run.byAnswer.filter(({ alternative }) => alternative === '');
  const all: Answer = {
    label: front.open.all,
    weight: Number.NaN,
    draws: overAll[0]?.draws ?? Number.NaN,
    rows: overAll,
  };
  return {
    kind: 'table',
    name: `${run.slug}-open-${name}-${approach.name}`,
    sheet: 'outcomes',
    of: approach.name,
    caption: front.open.caption(text, approachName(approach), approachName(run.reference)),
    columns: [
      { label: headings.answer, kind: 'text', weight: 3 },
      { label: headings.weight, kind: 'number', weight: 0.7 },
      { label: headings.draws, kind: 'number', weight: 0.9 },
      ...briefColumns(speech, run),
    ],
    rows: [...answers, all].map(({ label, weight, draws, rows }) => [
      textCell(label),
      weightCell(speech, weight),
      rawCell(speech, draws),
      ...briefMeasures.flatMap((measure) => rowCells(speech, find(run, rows, approach, measure), true)),
    ]),
    note: front.open.note,
  };
}

/** The section on open questions; undefined when the run has none. */
export function openQuestionsSection(run: RunData, speech: Speech): Section | undefined {
  const questions = questionsOf(run, speech);
  if (questions.length === 0) return undefined;
  return {
    id: 'open-questions',
    title: speech.words.sections.open,
    sheet: 'outcomes',
    blocks: [
      ...questions.flatMap((question) =>
        run.others.map((approach) => questionTable(run, question, approach, speech)),
      ),
      ...saySame(questions, speech),
    ],
  };
}
