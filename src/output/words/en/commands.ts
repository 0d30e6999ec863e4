/** The English of commands that simulate nothing, or one person: what they print; see `screen.ts` for the others. */

import { beyond, unused } from '../../../scenario/check/note-words.js';
import { counted } from '../counted.js';
import { trace } from './trace.js';

const numbers = (count: string) => counted(count, 'number', 'numbers');

export const commands = {
  trace,

  list: {
    titles: {
      scenarios: 'Scenarios (run NAME)',
      regimes: 'Regimes (regime: NAME)',
      measures: 'Measures (explain SCENARIO --measures defines them)',
      attributes: 'Attributes of people',
      activities: 'Activities (examples to copy)',
      questions: 'Open questions (--set alternatives.NAME=ANSWER)',
      posteriors: 'Posteriors (posterior: NAME)',
      tables: 'Tables',
      models: 'Bare models (model run NAME)',
    },
    inThisFolder: (what: string) => `in this folder: ${what}`,
    duties: (law: string, dates: string) => `${law}, for duties ${dates}`,
    fromTo: (from: string, to: string) => `from ${from} to ${to}`,
    fromOn: (from: string) => `from ${from} on`,
    upTo: (to: string) => `to ${to}`,
    forBy: 'for --by',
    underLaw: (law: string) => `under ${law}`,
    rows: (count: string) => counted(count, 'row', 'rows'),
    posterior: (report: string) => `joint draws of the calibrated numbers (${report})`,
  },

  validate: {
    valid: (path: string, name: string, approaches: string) => `${path}: valid (${name}; ${approaches})`,
    note: (path: string, note: string) => `${path}: note: ${note}`,
    simulated: (name: string, reference: string, draws: string, persons: string) =>
      `${name}, ${reference}: ${counted(draws, 'parameter draw', 'parameter draws')} of ${counted(persons, 'person', 'persons')}`,
    leftOut: (count: string, whom: string) =>
      `${counted(count, 'published figure', 'published figures')} left out: the scenario has nobody of ${whom}`,
    beyond,
    unused,
  },

  /** Published figures beside the model. */
  fit: {
    month: (month: string) => `month ${month}`,
    fitted: 'used in the fit',
    validation: 'validation, not used in the fit',
    insideOf: (figures: string, inside: string, all: string) =>
      `${figures}: ${inside} of ${all} inside their tolerance`,
    data: 'data',
    model: 'model',
    interval: '95 % over parameters',
    intervalBelow: (interval: string) => `95 %: ${interval}`,
    noInterval: 'no interval',
    inside: 'inside',
    outside: 'outside',
    unknown: 'not known',
    written: (how: string, folder: string) => `${how} Written to ${folder}`,
  },

  explain: {
    columns: {
      path: 'path',
      value: 'value',
      unit: 'unit',
      range: 'range',
      label: 'label',
      setIn: 'set in',
    },
    numbers: (count: string, byLabel: string) =>
      byLabel === '' ? numbers(count) : `${numbers(count)}: ${byLabel}`,
    /** Numbers of a label, by what the files call it. */
    counts: {
      published: (count: string) => `${count} published`,
      derived: (count: string) => `${count} derived`,
      unverified: (count: string) => `${count} unverified`,
      assumption: (count: string) => `${count} assumption`,
      same: (count: string) => `${count} the same as another`,
      none: (count: string) => `${count} without a label`,
    },
    labels: { same: 'same', none: 'none' },
    mattersMost: (folder: string) =>
      `What a difference between approaches hangs on most, by ${folder} (share of its variance)`,
    movesMost: (folder: string) =>
      `What moves the net balance of an approach most, by ${folder}: each alone from one end of its range (or one answer) to the other, in euros a person`,
    firstShown: (count: string) => `the first ${count}, --all shows all`,
    facts: {
      value: 'value',
      sameAs: 'same as',
      hangsOn: 'hangs on',
      range: 'range',
      distribution: 'distribution',
      posterior: 'posterior',
      drawn: 'drawn',
      label: 'label',
      source: 'source',
      note: 'note',
      setIn: 'set in',
    },
    percent: (value: string) => `${value} %`,
    fixed: (kind: string) => `${kind}: the same in every parameter draw`,
    rangeAlone: (kind: string) => `${kind} (a range without a distribution)`,
    within: (kind: string, percent: string) => `${kind}, ${percent} of it within the range`,
    jointly: 'drawn together with the other calibrated parameters; value and range are those of the prior',
    jointlyTied:
      'what it is the same as is drawn together with the other calibrated parameters; value: that of the posterior, times the ratio',
    holds: '<- holds',
    removed: 'removed',
    sameAs: (path: string) => `same as ${path}`,
    by: (question: string, values: string) => `by ${question}: ${values}`,
    better: {
      more: (unit: string) => `${unit}, more is better`,
      less: (unit: string) => `${unit}, less is better`,
    },
  },

  init: {
    written: (file: string) => `${file}: written; fill it in, then:`,
    hides: (name: string) =>
      `In this folder “${name}” now means this file, not the scenario of that name that comes with the program; --file writes it under another name.`,
  },

  model: {
    columns: { what: 'what', of: 'of', mean: 'mean', mcse: 'mcse' },
    written: (persons: string, folder: string) =>
      `${counted(persons, 'person', 'persons')}; written to ${folder}`,
  },
};
