/** A question of the page that the source leaves open, with its answers to choose from. */

import type { Speech } from '../../report/speech.js';
import type { Control } from '../page-data.js';
import { element } from './elements.js';
import { about } from './number-control.js';
import type { Shown } from './shown.js';

/**
 * The control of an open question: every draw by its own answer, as in the report, or one answer in all of them.
 *
 * @param onEdit told the position of the answer, or undefined where draws have their own, and what the edit is part of
 */
export function answerControl(
  control: Control,
  id: string,
  speech: Speech,
  onEdit: (value: number | undefined, gesture: string) => void,
): Shown {
  const { path, name, answers = [] } = control;
  const choices = [speech.words.page.asDrawn, ...answers].map((answer, i) =>
    element('option', { value: i === 0 ? '' : i - 1 }, answer),
  );
  const field = element('select', { id, 'data-path': path }, ...choices);
  let times = 0;
  field.addEventListener('change', () => {
    times += 1;
    onEdit(field.value === '' ? undefined : Number(field.value), `${path} ${times}`);
  });
  return {
    element: element(
      'div',
      { class: 'control' },
      element('label', { for: id }, name),
      field,
      about(control, speech),
    ),
    show(changes) {
      field.value = Object.hasOwn(changes, path) ? String(changes[path]) : '';
    },
  };
}
