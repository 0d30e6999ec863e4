/** The controls of the page: a slider and a field for each number, a box for each activity. */

import { formatNumber } from '../../number.js';
import type { Speech } from '../../report/speech.js';
import type { Changes } from '../change.js';
import { Composition } from '../composition.js';
import type { Control, ControlGroup, PageData } from '../page-data.js';
import { inSteps } from '../reported.js';
import { lackingOf, takesPlace } from '../say-setting.js';
import { answerControl } from './answer-control.js';
import { element } from './elements.js';
import { about, numberControl } from './number-control.js';
import type { Shown } from './shown.js';

/** New values by path; undefined: as in the report. */
export type Edit = Readonly<Record<string, number | undefined>>;

const groups: readonly ControlGroup[] = ['assumptions', 'activities', 'cohort', 'composition'];

/** An activity that takes place or not: nobody takes part in one that does not. */
function activityControl(
  control: Control,
  id: string,
  controls: readonly Control[],
  speech: Speech,
  onEdit: (value: number | undefined, gesture: string) => void,
): Shown {
  const { path, value, name } = control;
  const box = element('input', {
    ...{ type: 'checkbox', id, 'data-path': path, 'aria-describedby': `${id}-mark` },
  });
  const mark = element('output', { id: `${id}-mark`, class: 'mark', for: id });
  // In one that is off in the report everybody may take part who fits.
  const [on, off] = value === 0 ? [1, undefined] : [undefined, 0];
  let times = 0;
  box.addEventListener('change', () => {
    times += 1;
    onEdit(box.checked ? on : off, `${path} ${times}`);
  });
  return {
    element: element(
      'div',
      { class: 'control' },
      element('label', { for: id }, box, ' ', name),
      mark,
      about(control, speech),
    ),
    show(changes) {
      box.checked = takesPlace(control, changes);
      const lacking = box.checked ? lackingOf(control, controls, changes) : [];
      const { page, list, quoted } = speech.words;
      mark.textContent =
        lacking.length === 0 ? '' : page.notBegun(list(lacking.map((each) => quoted(each.name))));
    },
  };
}

/** The controls of a page, as the reader has them. @param onEdit told what is new, and what it is part of */
export function controlPanel(
  { controls, carries }: PageData,
  speech: Speech,
  onEdit: (edit: Edit, gesture: string) => void,
): Shown {
  const { page } = speech.words;
  let now: Changes = {};
  const shares = controls.filter(({ group }) => group === 'composition');
  const composition = new Composition(Object.fromEntries(shares.map(({ path, value }) => [path, value])));
  const sharesNow = () => Object.fromEntries(shares.map(({ path, value }) => [path, now[path] ?? value]));
  const shown = controls.map((control, i): Shown & { readonly group: ControlGroup } => {
    const id = `control-${i}`;
    const { path, group } = control;
    if (group === 'activities')
      return {
        group,
        ...activityControl(control, id, controls, speech, (value, gesture) =>
          onEdit({ [path]: value }, gesture),
        ),
      };
    if (control.answers !== undefined)
      return {
        group,
        ...answerControl(control, id, speech, (value, gesture) => onEdit({ [path]: value }, gesture)),
      };
    const shownShare = (share: number) => inSteps(share, control);
    const edit = (value: number, gesture: string) =>
      onEdit(
        group === 'composition' ? composition.move(sharesNow(), path, value, shownShare) : { [path]: value },
        gesture,
      );
    return { group, ...numberControl(control, id, speech, edit) };
  });
  const legendOf = (group: ControlGroup) =>
    group === 'assumptions' && !carries ? page.notMeasured : page.groups[group];
  const fields = groups.flatMap((group) => {
    const own = shown.filter((each) => each.group === group).map((each) => each.element);
    const note = group === 'composition' ? [element('p', { class: 'note' }, page.compositionNote)] : [];
    if (own.length === 0) return [];
    return [element('fieldset', {}, element('legend', {}, legendOf(group)), ...note, ...own)];
  });
  const form = element('form', { class: 'controls', 'aria-label': page.controls }, ...fields);
  // Enter takes what is typed, and sends nothing.
  form.addEventListener('submit', (event) => event.preventDefault());
  return {
    element: form,
    show(changes, keepsTyped) {
      now = changes;
      // Set from elsewhere: by a link, or on the way back.
      if (!keepsTyped) composition.restart();
      for (const each of shown) each.show(changes, keepsTyped);
    },
  };
}

/** A Monte Carlo standard error in euros. */
export function sayError({ words, language }: Speech, error: number): string {
  return Number.isFinite(error) ? words.euros(formatNumber(error, 0, language)) : words.unknown;
}
