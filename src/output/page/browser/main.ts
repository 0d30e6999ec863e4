/** The program of a page: one text for the page itself and for its workers. */

import { lawOfRun } from '../../package/law-of-run.js';
import { sayQuestion } from '../../report/sections/question.js';
import { speak } from '../../report/speech.js';
import { typesetText } from '../../report/typeset.js';
import type { Changes } from '../change.js';
import { History } from '../history.js';
import { fileOf, type Linked, linkOf, settingOf } from '../link.js';
import { liveRun } from '../live-run.js';
import { fromBase64, type PageData, readPageData } from '../page-data.js';
import { withoutReported } from '../reported.js';
import { Resolved } from '../resolved.js';
import { sayRefused } from '../say-setting.js';
import { taskOfPage, taskUnder } from '../task-of-setting.js';
import { answerView } from './answer.js';
import { keepSettingInAddress } from './contents.js';
import { controlPanel, type Edit } from './controls.js';
import { button, element } from './elements.js';
import { livesView } from './lives.js';
import { Simulator } from './simulator.js';
import { work } from './worker.js';

/** A slider moves many times a second. */
const SETTLED_MS = 15;

/** The address follows later: Safari takes a hundred addresses in half a minute, and fails at the next one. */
const NAMED_MS = 400;

/** Whether what stands behind the # is a setting, and not a chapter of the report. */
const isSetting = (hash: string) => hash.includes('=');

/** Whether the browser has what simulates; one that has a kernel's instructions may yet be too old for the rest of the program. */
const canSimulate = ({ kernel }: PageData) =>
  WebAssembly.validate(fromBase64(kernel)) && Array.prototype.toReversed !== undefined;

/** @throws Error in a browser that cannot simulate: what the place of the program says then stays */
function begin(program: string): void {
  const json = document.getElementById('page-data')!.textContent;
  const place = document.getElementById('what-if')!;
  const data = readPageData(json);
  if (!canSimulate(data)) throw new Error('this browser is too old, or has no WebAssembly');
  const speech = speak(data.language, lawOfRun(data.run.manifest));
  const { page } = speech.words;
  const base = taskOfPage(data);
  let changes: Changes = {};
  const none = {
    estimates: [],
    differences: [],
    costs: [],
    draws: 0,
    replications: 0,
  };
  const past = new History();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let naming: ReturnType<typeof setTimeout> | undefined;

  const answer = answerView(data, speech);
  const lives = livesView(data, speech, () => simulator.live(changes, lives.person()));
  const simulator = new Simulator(json, data, base, program, {
    onRows: answer.show,
    onLives: lives.show,
    onFailure: answer.fail,
  });
  const panel = controlPanel(data, speech, (edit, gesture) => change(edited(changes, edit), gesture));
  const undo = button(page.undo, () => show(past.undo() ?? {}));
  const back = button(page.back, () => change({}));
  const question = element('p');
  const warning = element('p', { class: 'warning', role: 'alert', hidden: true });
  const asRun = element('span');
  const link = element('a', { href: '#' }, page.link);
  const file = element('a', { download: 'setting.yaml' }, page.file);

  function edited(from: Changes, edit: Edit): Changes {
    const values = Object.entries({ ...from, ...edit });
    const set = values.filter((entry): entry is [string, number] => entry[1] !== undefined);
    return withoutReported(Object.fromEntries(set), data.controls);
  }

  /** @param gesture what the change is part of; absent: it is not made by a control, which may hold what could not be taken */
  function change(to: Changes, gesture?: string): void {
    if (linkOf(to) !== linkOf(changes)) past.keep(changes, gesture);
    show(to, gesture !== undefined);
  }

  /** Says what of a link is not used. */
  function warn(linked: Linked): void {
    warning.textContent = sayRefused(linked, speech);
    warning.hidden = warning.textContent === '';
  }

  /** Shows a setting, and simulates it as soon as it stays for a moment. */
  function show(to: Changes, keepsTyped = false): void {
    changes = to;
    simulator.abandon();
    const resolved = new Resolved(data.task.tree, changes);
    panel.show(changes, resolved, keepsTyped);
    warning.hidden = true;
    question.textContent = typesetText(sayQuestion(liveRun(data.run, none, changes), speech), data.language);
    answer.begin(changes, resolved);
    const held = document.activeElement;
    undo.disabled = past.isEmpty;
    const isChanged = Object.keys(changes).length > 0;
    place.classList.toggle('changed', isChanged);
    back.disabled = !isChanged;
    // A button that is switched off loses the focus, and with it the reader's place.
    if ([undo, back].some((each) => each === held && each.disabled)) answer.focus();
    const hash = linkOf(changes);
    link.href = `#${hash}`;
    clearTimeout(naming);
    if (hash !== '' || isSetting(location.hash))
      naming = setTimeout(() => history.replaceState(null, '', `#${hash}`), NAMED_MS);
    const { replications } = taskUnder(base, changes, data.replicationsBySize);
    URL.revokeObjectURL(file.href);
    file.href = URL.createObjectURL(new Blob([fileOf(data, changes, replications)], { type: 'text/yaml' }));
    asRun.textContent = page.asRun(data.command.seed, String(data.task.draws), String(replications));
    clearTimeout(timer);
    timer = setTimeout(() => {
      simulator.simulate(changes);
      simulator.live(changes, lives.person());
    }, SETTLED_MS);
  }

  const command = `doorstroom run ${data.command.scenario} --from setting.yaml`;
  place.replaceChildren(
    element('h2', { id: 'what-if-title' }, page.title),
    question,
    warning,
    element('p', { class: 'note' }, page.lead),
    // Before the answer, so that on paper no page has these lines alone.
    element('p', { class: 'as-run' }, asRun, ' ', element('code', {}, command)),
    element(
      'div',
      { class: 'beside' },
      answer.element,
      element('div', {}, element('p', { class: 'tools' }, back, undo), panel.element),
    ),
    element(
      'p',
      { class: 'tools keep' },
      link,
      file,
      element('span', {}, page.repeat),
      element('code', {}, command),
    ),
    lives.element,
    answer.short,
    // On paper the report follows, on a page of its own.
    element('h2', { class: 'below' }, page.below),
  );
  place.hidden = false;
  addEventListener('resize', answer.redraw);
  keepSettingInAddress(() => linkOf(changes) !== '');
  addEventListener('hashchange', ({ newURL }) => {
    // Meanwhile the address may have been named after the setting before.
    const { hash } = new URL(newURL);
    if (!isSetting(hash)) return;
    const asked = settingOf(hash, data.controls);
    change(asked.changes);
    warn(asked);
  });
  const asked = settingOf(location.hash, data.controls);
  show(asked.changes);
  warn(asked);
}

if (typeof document === 'undefined') work();
else begin(document.currentScript!.textContent);
