/** Two lives of one person, to leaf through. */

import type { LifeEvent } from '../../../simulation/trace/trace.js';
import { formatNumber } from '../../number.js';
import { attributeName, valueName } from '../../report/attribute-words.js';
import { approachName, type Speech, shortPartName } from '../../report/speech.js';
import { nameIn } from '../../words/words.js';
import type { PageData } from '../page-data.js';
import { button, element } from './elements.js';
import type { TwoLives } from './messages.js';

/** The section with the lives. */
export interface LivesView {
  readonly element: HTMLElement;
  readonly person: () => number;
  show(lives: TwoLives): void;
}

const eventKey = ({ month, track, to }: LifeEvent) => `${month} ${track} ${to}`;

/** The month in which the lives first differ; undefined: they do not. */
function partingOf({ events }: TwoLives): number | undefined {
  const [first, ...others] = events.map((own) => own.map(eventKey));
  const months = others.flatMap((own, k) => {
    const at = own.findIndex((key, i) => key !== first![i]);
    const i = at >= 0 ? at : own.length === first!.length ? -1 : own.length;
    const met = [events[0]![i]?.month, events[k + 1]![i]?.month].filter((month) => month !== undefined);
    return i < 0 || met.length === 0 ? [] : [Math.min(...met)];
  });
  return months.length === 0 ? undefined : Math.min(...months);
}

/** @param onPerson told when the reader leafs to a person */
export function livesView({ run, task, command }: PageData, speech: Speech, onPerson: () => void): LivesView {
  const { words, language } = speech;
  const { page, names } = words;
  const origins = run.manifest.origins ?? [];
  // The other words of attributes are of one person as they are of many.
  const ofOne: Readonly<Record<string, string>> = { men: page.one.men, women: page.one.women };
  // Numbered from 0, as `trace` does.
  const field = element('input', { type: 'number', id: 'person', min: 0, value: 0, step: 1 });
  const repeat = element('code');
  let persons = 1;
  const turn = (to: number) => {
    field.value = String(Math.min(persons - 1, Math.max(0, to)));
    onPerson();
  };
  const asked = () => Math.min(persons - 1, Math.max(0, Math.round(field.valueAsNumber || 0)));
  field.addEventListener('change', () => turn(asked()));
  const story = element('div', { 'aria-live': 'polite' });
  const approaches = task.approaches.map((name) => {
    const known = [run.reference, ...run.others].find((each) => each.name === name);
    return approachName(known ?? { name, label: name });
  });
  const trackName = (track: string) => {
    const part = run.parts.find((each) => each.part === track);
    return part === undefined ? nameIn(names.terms, track) : shortPartName(speech, run.parts, part);
  };
  const say = ({ track, to }: LifeEvent) => `${trackName(track)}: ${nameIn(names.terms, to)}`;
  return {
    element: element(
      'section',
      { class: 'lives', 'aria-labelledby': 'lives-title' },
      element('h3', { id: 'lives-title' }, page.lives),
      element('p', {}, page.livesLead, ' ', repeat),
      element(
        'p',
        { class: 'tools' },
        button(page.previous, () => turn(asked() - 1)),
        element('label', { for: 'person' }, page.person),
        field,
        button(page.next, () => turn(asked() + 1)),
      ),
      story,
    ),
    person: asked,
    show(lives) {
      persons = lives.persons;
      field.max = String(persons - 1);
      field.value = String(lives.person);
      repeat.textContent = `doorstroom trace ${command.scenario} --from setting.yaml --person ${lives.person}`;
      const who = lives.attributes.map(
        ({ name, value }) =>
          `${attributeName(speech, name)}: ${ofOne[value] ?? valueName(speech, { origins }, name, value)}`,
      );
      const parting = partingOf(lives);
      const months = [...new Set(lives.events.flat().map(({ month }) => month))].sort((a, b) => a - b);
      const rows = months.map((month) =>
        element(
          'tr',
          month === parting ? { class: 'parting' } : {},
          element('th', { scope: 'row', class: 'n' }, formatNumber(month, 1, language)),
          ...lives.events.map((own) =>
            element(
              'td',
              {},
              own
                .filter((event) => event.month === month)
                .map(say)
                .join('; '),
            ),
          ),
        ),
      );
      const heads = [page.month, ...approaches].map((name) => element('th', { scope: 'col' }, name));
      story.replaceChildren(
        element('p', {}, [page.aged(String(Math.floor(lives.ageYears))), ...who].join('; ')),
        element(
          'div',
          { class: 'scroll', role: 'group', tabindex: 0, 'aria-labelledby': 'lives-title' },
          element(
            'table',
            {},
            element('thead', {}, element('tr', {}, ...heads)),
            element('tbody', {}, ...rows),
          ),
        ),
        element(
          'p',
          { class: 'note' },
          parting === undefined ? page.same : `${formatNumber(parting, 1, language)}: ${page.part}`,
        ),
      );
    },
  };
}
