/** Outcomes by the answer to each question that the source leaves open, on the terminal. */

import type { Language } from '../../output/language.js';
import { roundDigits, sayDecimal } from '../../output/number.js';
import { labelOfAnswer, labelOfQuestion } from '../../output/package/labels.js';
import { settleAnswers } from '../../output/report/answer-rounding.js';
import type { Printed } from '../../output/report/measured.js';
import { saySameDraws } from '../../output/same-draws.js';
import { wordsIn } from '../../output/words/words.js';
import { approachLabel } from '../../run/scenarios/number-names.js';
import { decisive, type Headline, headlines } from '../../run/write/headlines.js';
import type { Outcome } from '../../run/write/outcome.js';
import { differenceCell, show } from './cells.js';
import { drawTable, type ScreenCell, type ScreenColumn, type ScreenGroup } from './layout/table.js';
import { wrap } from './layout/text.js';
import type { Brush, Page } from './screen.js';

/** A main outcome in the draws that have an answer, with what is printed of it. */
type AlternativeRow = Outcome['byAnswer'][number] & Printed;

/** What is told of an answer: what decides, and the shares in which approaches are ranked. */
const shownOf = ({ horizonMonths }: Pick<Outcome, 'horizonMonths'>, language: Language) =>
  headlines(horizonMonths, [], language).filter(
    ({ measure, ranking, unit }) =>
      measure === decisive.name || (ranking !== undefined && unit !== decisive.unit),
  );

/** Rows that tell of one answer, or of all. */
interface Answer {
  readonly label: string;
  readonly weight: string;
  readonly rows: readonly AlternativeRow[];
}

/** The answers to each question, both in the words of the scenario in a language. */
function answersOf(
  rows: readonly AlternativeRow[],
  named: Outcome['named'],
  language: Language,
): Map<string, Answer[]> {
  const questions = new Map<string, Answer[]>();
  for (const { answer } of rows) {
    if (answer === undefined) continue;
    const { alternative, option } = answer;
    const question = labelOfQuestion(named, language, alternative.path, alternative.question);
    const label = labelOfAnswer(named, language, alternative.path, option.name, option.label);
    const known = questions.get(question) ?? [];
    if (known.some((each) => each.label === label)) continue;
    const own = rows.filter((row) => row.answer?.alternative === alternative && row.answer.option === option);
    known.push({
      label,
      weight: `${sayDecimal(roundDigits(100 * option.weight, 3), language)} %`,
      rows: own,
    });
    questions.set(question, known);
  }
  return questions;
}

/** The differences of an approach from the reference by answer, and over all answers; nothing where no question is open. */
export function openQuestionLines(outcome: Outcome, approach: string, page: Page, brush: Brush): string[] {
  const rows = settleAnswers(
    outcome.byAnswer.filter((row) => row.approach === approach && row.against !== undefined),
    ({ answer }) => answer === undefined,
    outcome.differences,
  );
  if (rows.length === 0) return [];
  const words = wordsIn(page.language).screen;
  const measures = shownOf(outcome, page.language);
  const cellOf = (own: readonly AlternativeRow[], headline: Headline): string | ScreenCell => {
    const row = own.find((each) => each.measure === headline.measure && each.month === headline.month);
    if (row === undefined || Number.isNaN(row.estimate)) return '-';
    const shown = { ...row, parameterLow: row.low, parameterHigh: row.high };
    if (headline.measure === decisive.name) return differenceCell(headline, shown, brush);
    return differenceCell(headline, shown, brush, show(headline, shown, true));
  };
  const isOpen = ({ measure, estimate, low }: AlternativeRow) =>
    measure === decisive.name && Number.isFinite(estimate) && !Number.isFinite(low);
  const line = ({ label, weight, rows: own }: Answer) => [
    label,
    weight,
    String(own[0]?.draws ?? ''),
    ...measures.map((headline) => cellOf(own, headline)),
  ];
  const all = rows.filter(({ answer }) => answer === undefined);
  const questions = [...answersOf(rows, outcome.named, page.language)];
  const groups = questions.map(
    ([title, answers]): ScreenGroup => ({ title, rows: answers.map((answer) => line(answer)) }),
  );
  const outcomes = questions.flatMap(([question, answers]) =>
    answers.map(({ label, rows: own }) => {
      return { question, label, draws: own[0]!.draws, estimates: own.map(({ estimate }) => estimate) };
    }),
  );
  const columns: ScreenColumn[] = [
    { heading: words.answer, align: 'left' },
    { heading: words.weight, align: 'right' },
    { heading: words.draws, align: 'right' },
    ...measures.map(({ measure, label, unit }): ScreenColumn => {
      const heading = measure === decisive.name ? words.netBalance : words.units[unit](label);
      return { heading, align: 'right' };
    }),
  ];
  return [
    '',
    ...wrap(
      words.leftOpen(
        approachLabel(outcome.named, approach, page.language),
        approachLabel(outcome.named, outcome.approaches[0]!, page.language),
      ),
      page.text,
    ).map(brush.bold),
    ...drawTable(
      {
        columns,
        groups: [...groups, { rows: [line({ label: words.overAnswers, weight: '', rows: all })] }],
      },
      page.table,
      brush,
    ),
    ...(rows.some(isOpen) ? wrap(words.whyNoneOfAnswer, page.text).map(brush.dim) : []),
    ...saySameDraws(outcomes, page.language).flatMap((sentence) => wrap(sentence, page.text)),
  ];
}
