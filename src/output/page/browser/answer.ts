/** The live answer: how far the simulation is, the verdict, the picture and the table. */

import { decisive } from '../../../domain/measures/money.js';
import { formatNumber } from '../../number.js';
import type { TableBlock } from '../../report/blocks.js';
import { findRow, type RunData } from '../../report/run-data.js';
import { mainTable, sayAnswer } from '../../report/sections/front.js';
import type { Speech } from '../../report/speech.js';
import { typesetBlocks, typesetText } from '../../report/typeset.js';
import type { Changes } from '../change.js';
import { type LiveRows, liveRun } from '../live-run.js';
import { Pace } from '../pace.js';
import type { PageData } from '../page-data.js';
import type { Resolved } from '../resolved.js';
import { saySetting } from '../say-setting.js';
import { elementsOf } from './blocks.js';
import { sayError } from './controls.js';
import { element } from './elements.js';
import { picture, pictureTable } from './picture.js';

/** The answer as it stands on the page. */
export interface AnswerView {
  readonly element: HTMLElement;
  /** The answer in a line, for screens on which it does not stand beside the controls. */
  readonly short: HTMLElement;
  /** Tells which setting is being simulated. @param resolved what it comes to */
  begin(changes: Changes, resolved: Resolved): void;
  show(rows: LiveRows): void;
  fail(message: string): void;
  /** Puts the focus on its heading. */
  focus(): void;
  /** Draws the picture anew, for another width. */
  redraw(): void;
}

/** Widths between which the picture is drawn, in pixels. */
const [NARROWEST, WIDEST] = [300, 720];

/** The rest of a simulation is said from so many seconds on. */
const WORTH_A_WORD_S = 3;

/** Draws from which on an MCSE is said: of a few of them it may come out smaller than that of all. */
const DRAWS_FOR_ERROR = 16;

/** The balance and who is on bijstand: each with its difference and interval. */
function shortOf({ rows }: TableBlock, { words, language }: Speech): HTMLElement[] {
  const { balance } = words.front.rows;
  const [bijstand] = rows.filter(([name]) => name?.text !== balance).slice(1);
  const told = [rows.find(([name]) => name?.text === balance), bijstand];
  return told.flatMap((row) => {
    if (row === undefined) return [];
    const [name, , , difference, interval] = row.map(({ text }) => typesetText(text, language));
    return [element('span', {}, `${name}: `, element('strong', {}, difference!), ` (${interval})`)];
  });
}

export function answerView(data: PageData, speech: Speech): AnswerView {
  const { page } = speech.words;
  const title = element('h3', { id: 'answer-title', tabindex: -1 }, page.answer);
  const status = element('p', { class: 'status', role: 'status' });
  const progress = element('progress', { max: data.task.draws, value: 0, 'aria-label': page.answer });
  const setting = element('div', { class: 'setting' });
  const verdict = element('div');
  const figure = element('div');
  const values = element('div');
  const yearly = element('details', {}, element('summary', {}, page.values), values);
  const tables = element('div');
  const short = element('div', { class: 'short', 'aria-hidden': 'true' });
  const whole = element(
    'section',
    { class: 'answer', 'aria-labelledby': 'answer-title' },
    title,
    setting,
    status,
    progress,
    verdict,
    figure,
    yearly,
    tables,
  );
  let changes: Changes = {};
  let shown: RunData | undefined;
  const pace = new Pace();
  /** Seconds that the rest takes, where that is known and worth a word. */
  const secondsLeft = ({ draws }: LiveRows) => {
    const left = pace.left({ at: performance.now(), draws }, data.task.draws);
    return left === undefined || left < WORTH_A_WORD_S ? undefined : formatNumber(left, 0, speech.language);
  };
  const redraw = () => {
    if (shown === undefined) return;
    const width = Math.min(WIDEST, Math.max(NARROWEST, figure.clientWidth));
    figure.replaceChildren(picture(shown, data.gains, speech, width));
  };
  const tellSetting = (now: Resolved) => {
    const { changed, notes } = saySetting(data.controls, changes, now, speech);
    const items = changed.map((each) => element('li', {}, each));
    setting.replaceChildren(
      element('p', {}, items.length === 0 ? page.unchanged : page.changed),
      ...(items.length === 0 ? [] : [element('ul', {}, ...items)]),
      ...notes.map((each) => element('p', {}, each)),
    );
  };
  return {
    element: whole,
    short,
    begin(now, resolved) {
      changes = now;
      pace.begin();
      tellSetting(resolved);
      whole.classList.add('old');
      short.classList.add('waiting');
      whole.setAttribute('aria-busy', 'true');
      whole.dataset.draws = '0';
      progress.value = 0;
      status.textContent = page.starting;
    },
    show(rows) {
      const run = liveRun(data.run, rows, changes);
      const isWhole = rows.draws === data.task.draws;
      const first = run.others[0];
      const balance = first && findRow(run.differences, first.name, decisive.name);
      const error = sayError(speech, balance?.mcse ?? Number.NaN);
      const told = rows.draws < DRAWS_FOR_ERROR ? undefined : error;
      status.textContent = isWhole
        ? page.done(error)
        : page.progress(String(rows.draws), String(data.task.draws), told, secondsLeft(rows));
      progress.value = rows.draws;
      const set = (blocks: Parameters<typeof typesetBlocks>[0]) =>
        elementsOf(typesetBlocks(blocks, speech.language));
      verdict.replaceChildren(...set(run.others.flatMap((approach) => sayAnswer(run, approach, speech))));
      const own = run.others.map((approach) => mainTable(run, approach, speech));
      // The report below has a table of the same name, of other numbers.
      tables.replaceChildren(
        ...set(own.map((table) => ({ ...table, caption: page.ofSetting(table.caption) }))),
      );
      values.replaceChildren(...set([pictureTable(run, data.gains, speech)]));
      short.replaceChildren(...own.map((table) => element('p', {}, ...shortOf(table, speech))));
      whole.classList.remove('old');
      short.classList.remove('waiting');
      shown = run;
      redraw();
      whole.dataset.draws = String(rows.draws);
      if (isWhole) whole.removeAttribute('aria-busy');
    },
    fail(message) {
      status.textContent = `${page.failed} ${message}`;
      whole.removeAttribute('aria-busy');
    },
    focus: () => title.focus(),
    redraw,
  };
}
