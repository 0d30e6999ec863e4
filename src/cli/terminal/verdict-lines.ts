/** The verdict on the terminal. */

import { verdictOf } from '../../output/report/verdict.js';
import { type Contrast, sayVerdict } from '../../output/verdict.js';
import { wrap } from './layout/text.js';
import type { Brush, Page } from './screen.js';

/** Whether an approach pays, in bold and in the colour of the answer; then what that hangs on, and what studies found. */
export function verdictLines(contrast: Contrast, page: Page, brush: Brush): string[] {
  const { pays, hangsOn, evidence } = sayVerdict(contrast, page.language);
  if (pays === '') return [];
  const verdict = verdictOf(contrast.balance);
  const paint = verdict === 'pays' ? brush.good : verdict === 'not' ? brush.bad : brush.doubtful;
  return [
    '',
    ...wrap(pays, page.text).map((line) => brush.bold(paint(line))),
    ...[hangsOn, evidence].filter((text) => text !== '').flatMap((text) => wrap(text, page.text)),
  ];
}
