/** What a calibration found, in words and small tables: report.md beside its CSV files. */

import type { FitRow } from '../../analysis/calibration/fit.js';
import { unitOfMetric } from '../../domain/targets.js';
import { formatFixed } from '../number.js';
import type { Calibration } from './calibration.js';

/** Parameters that are listed: those of which the targets taught most, and least. */
const LISTED = 15;

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)];
}

function fitSection(title: string, rows: readonly FitRow[]): string[] {
  const inside = rows.filter((each) => each.inside).length;
  return [
    `## ${title}`,
    '',
    `${inside} of ${rows.length} inside their tolerance.`,
    '',
    ...table(
      ['figure', 'month', 'subgroup', 'data', 'tolerance', 'model', '95 % over parameters', 'z'],
      rows.map(({ target, estimate, low, high, z }) => {
        const share = unitOfMetric(target.metric) === 'share';
        const show = (value: number) => (share ? `${formatFixed(value * 100, 1)} %` : formatFixed(value, 1));
        return [
          target.metric,
          String(target.month ?? ''),
          target.subgroup,
          show(target.value),
          show(target.tolerance),
          show(estimate),
          Number.isFinite(low) ? `${show(low)} to ${show(high)}` : 'cannot be told',
          formatFixed(z, 1),
        ];
      }),
    ),
    '',
  ];
}

function learnedSection({ parameters, learned }: Calibration): string[] {
  const entries = parameters
    .map(({ path }, p) => ({ path, ...learned[p]! }))
    .sort((a, b) => a.width - b.width);
  const untouched = entries.filter(({ width }) => width > 0.9).length;
  return [
    '## What the figures taught',
    '',
    'Width: standard deviation of the posterior over that of the prior. Shift: posterior mean in prior standard deviations from the',
    `prior median. Of ${untouched} of the ${entries.length} parameters the figures say next to nothing (width above 0.9): their uncertainty is`,
    'still that of the prior.',
    '',
    ...table(
      ['parameter', 'width', 'shift'],
      entries
        .slice(0, LISTED)
        .map(({ path, width, shift }) => [path, formatFixed(width, 2), formatFixed(shift, 2)]),
    ),
    '',
  ];
}

function correlationSection({ parameters, correlations }: Calibration): string[] {
  return [
    '## Parameters that the figures cannot tell apart',
    '',
    ...table(
      ['parameter', 'and', 'correlation'],
      correlations.map(({ first, second, correlation }) => [
        parameters[first]!.path,
        parameters[second]!.path,
        formatFixed(correlation, 2),
      ]),
    ),
    '',
  ];
}

/** The text of report.md. `how`: one line on the simulations behind it. */
export function formatCalibrationReport(calibration: Calibration, how: string): string {
  const of = (use: 'fit' | 'validation') => calibration.fit.filter(({ target }) => target.use === use);
  return [
    '# Calibration',
    '',
    how,
    '',
    ...fitSection('Figures used in the fit', of('fit')),
    ...fitSection('Figures kept for validation', of('validation')),
    ...learnedSection(calibration),
    ...correlationSection(calibration),
  ].join('\n');
}
