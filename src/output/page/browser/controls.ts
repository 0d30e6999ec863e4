/** The controls of the page: a slider and a field for each number, a box for each activity. */

import { formatNumber } from '../../number.js';
import type { Speech } from '../../report/speech.js';
import type { Changes } from '../change.js';
import { Composition } from '../composition.js';
import type { Control, ControlGroup, PageData } from '../page-data.js';
import { inSteps } from '../reported.js';
import type { Resolved } from '../resolved.js';
import { lackingOf, sayReported } from '../say-setting.js';
import { answerControl } from './answer-control.js';
import { element } from './elements.js';
import { about, numberControl } from './number-control.js';
import type { Shown } from './shown.js';

/** New values by path; undefined: as in the report. */
export type Edit = Readonly<Record<string, number | undefined>>;

const groups: readonly ControlGroup[] = ['assumptions', 'activities', 'cohort', 'composition'];

/** An activity that takes place or not: nobody takes part in one that does not. One that goes by an open question is neither. */
function activityControl(
  control: Control,
  id: string,
  controls: readonly Control[],
  speech: Speech,
  onEdit: (value: number | undefined, gesture: string) => void,
): Shown {
  const { path, name } = control;
  const box = element('input', {
    ...{ type: 'checkbox', id, 'data-path': path, 'aria-describedby': `${id}-state ${id}-mark` },
  });
  const state = element('output', { id: `${id}-state`, class: 'unit', for: id });
  const mark = element('output', { id: `${id}-mark`, class: 'mark', for: id });
  let shown: Resolved | undefined;
  let times = 0;
  box.addEventListener('change', () => {
    times += 1;
    onEdit(shown?.switched(path), `${path} ${times}`);
  });
  return {
    element: element(
      'div',
      { class: 'control' },
      element('label', { for: id }, box, ' ', name),
      state,
      mark,
      about(control, speech),
    ),
    show(_, now) {
      shown = now;
      const place = now.standingOf(path);
      box.checked = place === 'on';
      box.indeterminate = place === 'by answer';
      const lacking = place === 'off' ? [] : lackingOf(control, controls, now);
      const { page, list, quoted } = speech.words;
      const begins =
        lacking.length === 0 ? '' : page.notBegun(list(lacking.map((each) => quoted(each.name))));
      mark.textContent = begins;
      state.textContent = place === 'by answer' ? sayReported(control, speech) : '';
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
    show(changes, resolved, keepsTyped) {
      now = changes;
      // Set from elsewhere: by a link, or on the way back.
      if (!keepsTyped) composition.restart();
      for (const each of shown) each.show(changes, resolved, keepsTyped);
    },
  };
}

/** A Monte Carlo standard error in euros. */
export function sayError({ words, language }: Speech, error: number): string {
  return Number.isFinite(error) ? words.euros(formatNumber(error, 0, language)) : words.unknown;
}
