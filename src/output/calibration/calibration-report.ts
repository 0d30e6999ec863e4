/** The results of a calibration in words and small tables: report.md next to its CSV files. */

import type { FitRow } from '../../analysis/calibration/fit.js';
import { unitOfMetric } from '../../domain/parameters/targets.js';
import type { Language } from '../language.js';
import { formatNumber } from '../number.js';
import { type Words, wordsIn } from '../words/words.js';
import type { Calibration } from './calibration.js';

/** The most parameters that a table lists. */
const LISTED = 15;

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)];
}

/** The language of a calibration report: its words, and how it writes numbers. */
interface Wording {
  readonly words: Words;
  number(value: number, decimals: number): string;
}

function fitSection(title: string, rows: readonly FitRow[], { words, number }: Wording): string[] {
  const { calibration, percent, interval, noInterval } = words;
  const inside = rows.filter((each) => each.inside).length;
  return [
    `## ${title}`,
    '',
    calibration.inside(String(inside), String(rows.length)),
    '',
    ...table(
      calibration.figureColumns,
      rows.map(({ target, estimate, low, high, z }) => {
        const isShare = unitOfMetric(target.metric) === 'share';
        const show = (value: number) => (isShare ? percent(number(value * 100, 1)) : number(value, 1));
        return [
          target.metric,
          String(target.month ?? ''),
          target.subgroup,
          show(target.value),
          show(target.tolerance),
          show(estimate),
          Number.isFinite(low) ? interval(show(low), show(high)) : noInterval,
          number(z, 1),
        ];
      }),
    ),
    '',
  ];
}

function learnedSection({ parameters, learned }: Calibration, { words, number }: Wording): string[] {
  const { calibration } = words;
  const entries = parameters
    .map(({ path }, p) => ({ path, ...learned[p]! }))
    .sort((a, b) => a.width - b.width);
  const untouched = entries.filter(({ width }) => width > 0.9).length;
  return [
    `## ${calibration.learned}`,
    '',
    calibration.widthAndShift(String(untouched), String(entries.length)),
    '',
    ...table(
      calibration.learnedColumns,
      entries.slice(0, LISTED).map(({ path, width, shift }) => [path, number(width, 2), number(shift, 2)]),
    ),
    '',
  ];
}

function correlationSection({ parameters, correlations }: Calibration, { words, number }: Wording): string[] {
  const { calibration } = words;
  return [
    `## ${calibration.correlations}`,
    '',
    ...table(
      calibration.correlationColumns,
      correlations.map(({ first, second, correlation }) => [
        parameters[first]!.path,
        parameters[second]!.path,
        number(correlation, 2),
      ]),
    ),
    '',
  ];
}

/** The text of report.md. `how`: one line on the simulations behind it, in the language. */
export function formatCalibrationReport(calibration: Calibration, how: string, language: Language): string {
  const words = wordsIn(language);
  const wording: Wording = { words, number: (value, decimals) => formatNumber(value, decimals, language) };
  const of = (use: 'fit' | 'validation') => calibration.fit.filter(({ target }) => target.use === use);
  return [
    `# ${words.calibration.title}`,
    '',
    how,
    '',
    ...fitSection(words.calibration.fitted, of('fit'), wording),
    ...fitSection(words.calibration.validation, of('validation'), wording),
    ...learnedSection(calibration, wording),
    ...correlationSection(calibration, wording),
  ].join('\n');
}
