/** A number of the page, with a slider and a field. */

import { rangeCells, type Speech } from '../../report/speech.js';
import { nameIn } from '../../words/words.js';
import { enteredIn, fits, meanings, plainNumber } from '../entered.js';
import type { Control } from '../page-data.js';
import { inSteps } from '../reported.js';
import { hasRange, isOutside, sayExpected, sayMeant, sayNumber, sayReported } from '../say-setting.js';
import { unitBeside } from '../units.js';
import { element } from './elements.js';
import type { Shown } from './shown.js';

/** After so long without a key, what stands in a field is taken, and the next key on a slider is an edit of its own. */
const PAUSE_MS = 800;

/** What is told of a number: its range, source and label, and what it was. */
export function about(control: Control, speech: Speech): HTMLElement {
  const { low, high, value, group, source, note, label, answers } = control;
  const { page, names } = speech.words;
  const ranged = hasRange(control);
  const sentences = [
    ...(answers === undefined ? [] : [page.byWeight]),
    ...(ranged ? [page.range(rangeCells(speech, { value, low: low!, high: high! })[1].text)] : []),
    // Whether an activity takes place has none to speak of.
    ...(answers === undefined && !ranged && group !== 'activities' ? [page.noRange] : []),
    source === '' ? page.noSource : page.sourceIs(source),
    ...(label === '' ? [] : [page.labelIs(nameIn(names.sourceLabels, label))]),
    page.inReport(sayReported(control, speech)),
  ];
  return element(
    'details',
    {},
    element('summary', {}, page.about),
    element('p', {}, sentences.join(' ')),
    ...(note === '' ? [] : [element('p', {}, note)]),
  );
}

/**
 * The control of a number. What is typed is taken when it is finished: on leaving the field, with Enter, or after a pause. What cannot
 * be taken stays in the field, marked, and changes nothing.
 *
 * @param onEdit told a new value, and what it is part of
 */
export function numberControl(
  control: Control,
  id: string,
  speech: Speech,
  onEdit: (value: number, gesture: string) => void,
): Shown {
  const { page } = speech.words;
  const { name, path, min, max, step, value } = control;
  const slider = element('input', { type: 'range', min, max, step, 'aria-label': page.slider(name) });
  const field = element('input', {
    ...{ type: 'text', inputmode: min < 0 ? 'text' : 'decimal', autocomplete: 'off', id, 'data-path': path },
    'aria-describedby': `${id}-mark`,
  });
  const unit = element('span', { class: 'unit' });
  const mark = element('output', { id: `${id}-mark`, class: 'mark', for: id });
  let now = inSteps(value, control);
  let isChanged = false;
  let isRefused = false;
  /** What the text in the field may mean where nobody can tell; else nothing. */
  let meant: readonly number[] = [];
  /** What stands beside the number in the field and does not belong there. */
  let beside = '';
  let gesture = 0;
  let edited = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;
  const showMark = () => {
    if (isRefused) field.setAttribute('aria-invalid', 'true');
    else field.removeAttribute('aria-invalid');
    const outside = isChanged && isOutside(control, now) ? page.outside : '';
    const [one, other] = sayMeant(speech, meant);
    const expected =
      beside === ''
        ? sayExpected(control, speech)
        : page.onlyNumber(speech.words.quoted(beside), control.unit);
    const why = other === undefined ? expected : page.ambiguous(one!, other);
    mark.textContent = isRefused ? page.notTaken(why, sayNumber(speech, now)) : outside;
  };
  const next = () => {
    gesture += 1;
  };
  const edit = (to: number) => {
    edited = performance.now();
    isRefused = false;
    if (to === now) showMark();
    else onEdit(to, `${path} ${gesture}`);
  };
  /** @param isFinished what is no number yet may still become one */
  const take = (isFinished: boolean) => {
    clearTimeout(pause);
    const entered = enteredIn(control, field.value, speech);
    const [typed] = entered.numbers;
    meant = meanings(control, entered.numbers);
    beside = entered.beside;
    if (typed !== undefined && meant.length === 0 && fits(control, typed)) {
      const isPlain = plainNumber(field.value) === typed;
      edit(typed);
      // It stands there as it was read, unless more of it may follow.
      if (isFinished || !isPlain) field.value = sayNumber(speech, typed, false);
    } else if (isFinished) {
      isRefused = true;
      showMark();
    }
  };
  slider.addEventListener('pointerdown', next);
  slider.addEventListener('keydown', () => {
    if (performance.now() - edited > PAUSE_MS) next();
  });
  slider.addEventListener('input', () => edit(Number(slider.value)));
  field.addEventListener('focus', next);
  field.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(() => take(false), PAUSE_MS);
  });
  field.addEventListener('change', () => {
    take(true);
    next();
  });
  return {
    element: element(
      'div',
      { class: 'control' },
      element('label', { for: id }, name),
      element('div', { class: 'set' }, slider, field, unit),
      mark,
      about(control, speech),
    ),
    show(changes, resolved, keepsTyped) {
      const own = resolved.valueOf(control);
      const to = Object.hasOwn(changes, path) ? own : inSteps(own, control);
      if (!keepsTyped || to !== now) {
        clearTimeout(pause);
        isRefused = false;
      }
      const isTyping = document.activeElement === field && plainNumber(field.value) === to;
      now = to;
      isChanged = Object.hasOwn(changes, path);
      slider.value = String(now);
      unit.textContent = unitBeside(control, now, speech);
      // What a reader is typing stays as it is typed, also while another number changes.
      if (!isRefused && !isTyping && !(keepsTyped && document.activeElement === field))
        field.value = sayNumber(speech, now, false);
      showMark();
    },
  };
}
