/** How a page says its numbers and its setting. */

import { formatNumber } from '../number.js';
import { rawCell, type Speech } from '../report/speech.js';
import type { Changes } from './change.js';
import type { Linked } from './link.js';
import type { Control } from './page-data.js';
import { inSteps } from './reported.js';
import type { Resolved } from './resolved.js';
import { unitBeside } from './units.js';

/** Of a link that cannot be used, so many parts are said, and of each so many letters. */
const [MOST_SAID, LONGEST] = [5, 60];

/** A value in the language of the page, without the digits that no reader needs; in a field without separators of thousands. */
export function sayNumber(speech: Speech, value: number, grouped = true): string {
  if (grouped) return rawCell(speech, value).text;
  const text = String(Number(value.toPrecision(12)));
  return speech.language === 'nl' ? text.replace('.', ',') : text;
}

/** What a text in the field of a control may be meant as, in words: none of these has a second meaning. */
export const sayMeant = (speech: Speech, values: readonly number[]) =>
  values.map((value) => {
    const said = sayNumber(speech, value, false);
    // Three decimals may be thousands, four cannot.
    return /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(said) ? `${said}0` : said;
  });

/** What a control was in the report, in words. */
export function sayReported(control: Control, speech: Speech): string {
  const { page, list, quoted } = speech.words;
  const { asked, value } = control;
  return asked === undefined
    ? sayControlValue(control, value, speech)
    : page.asDrawnBy(list(asked.map((question) => quoted(question))));
}

/** A value of a control in words. */
function sayControlValue(control: Control, value: number, speech: Speech): string {
  const { page } = speech.words;
  const { group, answers } = control;
  if (answers !== undefined) return answers[value] ?? page.asDrawn;
  if (group === 'activities') return value === 0 ? page.off : page.on;
  const number = sayNumber(speech, value === control.value ? inSteps(value, control) : value);
  return `${number} ${unitBeside(control, value, speech)}`.trim();
}

/** Whether a number has a range. */
export const hasRange = ({ low, high }: Control) => low !== undefined && high !== undefined && high > low;

/** Whether a number is outside the range of its control; to let an activity take place or not is a choice, whoever takes part. */
export const isOutside = ({ group, low, high }: Control, number: number) =>
  group !== 'activities' && low !== undefined && high !== undefined && (number < low || number > high);

/** The activities for which one waits that do not begin themselves, because they are off or because of others. */
export function lackingOf({ needs }: Control, controls: readonly Control[], now: Resolved): Control[] {
  return controls.filter(
    (each) =>
      needs.includes(each.path) &&
      (now.standingOf(each.path) === 'off' || lackingOf(each, controls, now).length > 0),
  );
}

/** What a setting changes, each beside what it was and outside its range where it is, and what that does. @param now what it comes to */
export function saySetting(
  controls: readonly Control[],
  changes: Changes,
  now: Resolved,
  speech: Speech,
): { readonly changed: readonly string[]; readonly notes: readonly string[] } {
  const { page, list, quoted } = speech.words;
  const set = controls.filter(({ path }) => Object.hasOwn(changes, path));
  const changed = set.map((control) => {
    const value = changes[control.path]!;
    const before = sayReported(control, speech);
    const said = page.change(control.name, sayControlValue(control, value, speech), before);
    return isOutside(control, value) ? `${said}; ${page.outside}` : said;
  });
  const waiting = controls.flatMap((control) => {
    if (set.length === 0 || control.group !== 'activities' || now.standingOf(control.path) === 'off')
      return [];
    const lacking = lackingOf(control, controls, now);
    if (lacking.length === 0) return [];
    return [page.notBegunOf(quoted(control.name), list(lacking.map(({ name }) => quoted(name))))];
  });
  // What was drawn, from a range or among answers.
  const isFixed = set.some(
    (each) => hasRange(each) || each.answers !== undefined || each.asked !== undefined,
  );
  return { changed, notes: [...waiting, ...(isFixed ? [page.fixed] : [])] };
}

/** What a number of the page may be, in words. */
export function sayExpected({ least, most, whole, group, answers }: Control, speech: Speech): string {
  const { page } = speech.words;
  if (group === 'activities') return page.onOrOff;
  if (answers !== undefined) return page.expectedAnswer(answers.map((answer, i) => `${i} (${answer})`));
  return page.expected(sayNumber(speech, least), sayNumber(speech, most), whole);
}

/** What of a link a page does not use, and why; empty: nothing. */
export function sayRefused({ refused, sum }: Linked, speech: Speech): string {
  const { page } = speech.words;
  const why = refused.map(({ said, control, isRepeated }) => {
    const shown = said.length > LONGEST ? `${said.slice(0, LONGEST)}…` : said;
    if (control === undefined) return `${shown} (${page.notHere})`;
    return `${shown} (${isRepeated ? page.repeated : sayExpected(control, speech)})`;
  });
  // The first to be said: it is about all shares.
  if (sum !== undefined) why.unshift(page.sharesAddUp(formatNumber(sum, 2, speech.language)));
  if (why.length === 0) return '';
  const more = why.length - MOST_SAID;
  const said = [...why.slice(0, MOST_SAID), ...(more > 0 ? [page.more(String(more))] : [])];
  return `${page.linkRefused} ${said.join('; ')}`;
}
