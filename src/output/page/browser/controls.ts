/** The controls of the page: a slider and a field for each number, a box for each activity. */

import { formatNumber } from '../../number.js';
import { rawCell, type Speech } from '../../report/speech.js';
import { nameIn } from '../../words/words.js';
import type { Changes } from '../change.js';
import { sharesWith } from '../composition.js';
import type { Control, ControlGroup, PageData } from '../page-data.js';
import { element } from './elements.js';

/** New values by path; undefined: as in the report. */
export type Edit = Readonly<Record<string, number | undefined>>;

/** The controls as the reader has them. */
export interface Panel {
  readonly element: HTMLElement;
  /** Shows a setting. */
  show(changes: Changes): void;
}

interface Shown {
  readonly element: HTMLElement;
  show(changes: Changes): void;
}

const groups: readonly ControlGroup[] = ['assumptions', 'activities', 'cohort', 'composition'];

/** A value as a field has it: without the digits that no reader needs. */
const typed = (value: number) => String(Number(value.toPrecision(6)));

/** A value in the language of the page. */
const sayNumber = (speech: Speech, value: number) => rawCell(speech, Number(typed(value))).text;

/** A value as the report had it, to no more decimals than its slider has. */
const inSteps = (value: number, { step }: Control) =>
  Number(value.toFixed(Math.max(0, Math.ceil(-Math.log10(step)))));

/** What is told of a number: its range, source and label, and what it was. */
function about(control: Control, speech: Speech): HTMLElement {
  const { low, high, value, source, note, label } = control;
  const { page, interval, names } = speech.words;
  const say = (number: number) => sayNumber(speech, number);
  const range =
    low === undefined || high === undefined ? page.noRange : page.range(interval(say(low), say(high)));
  const sentences = [
    range,
    source === '' ? page.noSource : page.sourceIs(source),
    ...(label === '' ? [] : [page.labelIs(nameIn(names.sourceLabels, label))]),
    page.inReport(say(inSteps(value, control))),
  ];
  return element(
    'details',
    {},
    element('summary', {}, page.about),
    element('p', {}, sentences.join(' ')),
    ...(note === '' ? [] : [element('p', {}, note)]),
  );
}

/** A number with a slider and a field. */
function numberControl(control: Control, id: string, speech: Speech, onEdit: (value: number) => void): Shown {
  const { page } = speech.words;
  const { name, unit, path, low, high, min, max, step, least, most, value } = control;
  const ends = { min, max, step };
  const slider = element('input', { type: 'range', ...ends, 'aria-label': page.slider(name) });
  const field = element('input', {
    ...{ type: 'number', id, step: 'any', min: least, max: most, 'data-path': path },
    'aria-describedby': `${id}-mark`,
  });
  const mark = element('output', { id: `${id}-mark`, class: 'mark', for: id });
  const isOutside = (now: number) => low !== undefined && high !== undefined && (now < low || now > high);
  const showMark = (now: number, isChanged: boolean) => {
    mark.textContent = isChanged && isOutside(now) ? page.outside : '';
  };
  slider.addEventListener('input', () => onEdit(Number(slider.value)));
  field.addEventListener('input', () => {
    const now = field.valueAsNumber;
    const isWhole = step < 1 || Number.isInteger(now);
    if (Number.isFinite(now) && now >= least && now <= most && isWhole) onEdit(now);
    else mark.textContent = page.refused(sayNumber(speech, least), sayNumber(speech, most));
  });
  return {
    element: element(
      'div',
      { class: 'control' },
      element('label', { for: id }, name),
      element('div', { class: 'set' }, slider, field, element('span', { class: 'unit' }, unit)),
      mark,
      about(control, speech),
    ),
    show(changes) {
      const now = changes[path] ?? inSteps(value, control);
      slider.value = String(now);
      // What a reader is typing stays as it is typed.
      if (document.activeElement !== field || field.valueAsNumber !== now) field.value = typed(now);
      showMark(now, Object.hasOwn(changes, path));
    },
  };
}

/** An activity that takes place or not: nobody takes part in one that does not. */
function activityControl(
  control: Control,
  id: string,
  speech: Speech,
  onEdit: (value: number | undefined) => void,
): Shown {
  const box = element('input', { type: 'checkbox', id, 'data-path': control.path });
  box.addEventListener('change', () => onEdit(box.checked ? undefined : 0));
  return {
    element: element(
      'div',
      { class: 'control' },
      element('label', { for: id }, box, ' ', control.name),
      about(control, speech),
    ),
    show(changes) {
      box.checked = changes[control.path] !== 0;
    },
  };
}

/** A value of a control in words. */
export function sayValue(control: Control, value: number, speech: Speech): string {
  const { page } = speech.words;
  const { group, unit } = control;
  if (group === 'activities') return value === 0 ? page.off : page.on;
  const number = sayNumber(speech, value === control.value ? inSteps(value, control) : value);
  return unit === '' ? number : `${number} ${unit}`;
}

/** The controls of a page. */
export function controlPanel({ controls }: PageData, speech: Speech, onEdit: (edit: Edit) => void): Panel {
  const { page } = speech.words;
  let now: Changes = {};
  const shares = controls.filter(({ group }) => group === 'composition');
  const sharesNow = () => Object.fromEntries(shares.map(({ path, value }) => [path, now[path] ?? value]));
  const shown = controls.map((control, i): Shown & { readonly group: ControlGroup } => {
    const id = `control-${i}`;
    const { path, group } = control;
    if (group === 'activities')
      return { group, ...activityControl(control, id, speech, (value) => onEdit({ [path]: value })) };
    const edit = (value: number) =>
      onEdit(group === 'composition' ? sharesWith(sharesNow(), path, value) : { [path]: value });
    return { group, ...numberControl(control, id, speech, edit) };
  });
  const fields = groups.flatMap((group) => {
    const own = shown.filter((each) => each.group === group).map((each) => each.element);
    const note = group === 'composition' ? [element('p', { class: 'note' }, page.compositionNote)] : [];
    if (own.length === 0) return [];
    return [element('fieldset', {}, element('legend', {}, page.groups[group]), ...note, ...own)];
  });
  return {
    element: element('form', { class: 'controls', 'aria-label': page.controls }, ...fields),
    show(changes) {
      now = changes;
      for (const each of shown) each.show(changes);
    },
  };
}

/** A Monte Carlo standard error in euros. */
export function sayError({ words, language }: Speech, error: number): string {
  return Number.isFinite(error) ? words.euros(formatNumber(error, 0, language)) : words.unknown;
}
