/** The English of the page on which a reader asks a what-if. */

import type { Names } from '../../../domain/regimes/regime.js';

export const page = {
  title: 'What if?',
  lead: 'Change a number, and the same simulated people live again, here in your browser: nothing leaves this page. The report below stays as it was.',
  tooOld:
    'This browser cannot simulate. Needed is Chrome or Edge 110, Firefox 121, Safari 16.4 or one that is newer, with WebAssembly switched on. The report below is complete.',
  controls: 'What you may change',
  groups: {
    assumptions: 'The numbers that carry the answer',
    activities: 'Activities',
    cohort: 'Cohort and horizon',
    composition: 'Composition of the cohort',
  },
  notMeasured: 'Assumptions and open questions',
  compositionNote: 'The shares make one: when one changes, the others follow in proportion.',
  takesPart: (activity: string, approach: string) => `${activity} (${approach})`,
  slider: (name: string) => `${name}: slider`,
  /** The words with which units begin, of one: euros a month, euro a month. */
  unitsOfOne: {
    persons: 'person',
    years: 'year',
    months: 'month',
    weeks: 'week',
    euros: 'euro',
    hours: 'hour',
  } as Names,
  about: 'Range, source, label',
  range: (interval: string) => `Range: ${interval}.`,
  noRange: 'No range.',
  byWeight: 'The source leaves it open, so every parameter draw takes one answer, by the weights.',
  asDrawn: 'as drawn, by the weights',
  /** @param questions in quotes */
  asDrawnBy: (questions: string) => `as drawn, by the answer to ${questions}`,
  inReport: (value: string) => `In the report: ${value}.`,
  sourceIs: (source: string) => `Source: ${source}.`,
  noSource: 'No source.',
  noteIs: (note: string) => note,
  labelIs: (label: string) => `Label: ${label}.`,
  outside: 'outside its range',
  expected: (low: string, high: string, whole: boolean) =>
    `expected a ${whole ? 'whole ' : ''}number from ${low} to ${high}`,
  notTaken: (expected: string, now: string) => `Not taken: ${expected}. The answer is still that of ${now}.`,
  ambiguous: (one: string, other: string) => `this may be ${one} or ${other}; type one of these`,
  onlyNumber: (beside: string, unit: string) =>
    `expected only the number, without ${beside}${unit === '' ? '' : `; its unit is ${unit}`}`,
  expectedAnswer: (answers: readonly string[]) => `expected ${answers.join(' or ')}`,
  onOrOff: 'here an activity takes place or not',
  repeated: 'named more than once',
  notHere: 'no number that this page may change',
  sharesAddUp: (sum: string) => `the shares of the composition add up to ${sum}, expected 1`,
  more: (count: string) => `and ${count} more`,
  linkRefused: 'Of the link this was not taken:',
  notBegun: (activities: string) => `Does not begin: it waits for ${activities}.`,
  notBegunOf: (activity: string, activities: string) =>
    `${activity} does not begin: it waits for ${activities}.`,
  mostHere: 'Large cohorts take long here, so this page has a limit; the command line takes larger ones.',
  years: 'years',
  answer: 'The answer',
  progress: (draws: string, all: string, error: string | undefined, seconds: string | undefined) =>
    `${draws} of ${all} parameter draws${seconds === undefined ? '' : `, some ${seconds} seconds to go`}; Monte Carlo standard error of the net balance: ${error === undefined ? 'not known yet' : `${error} a person`}`,
  done: (error: string) =>
    `Complete: what the command line gives, to the digits shown. Monte Carlo standard error of the net balance: ${error} a person`,
  failed: 'This setting cannot be simulated.',
  starting: 'Simulating…',
  unchanged: 'As in the report: nothing has been changed.',
  changed: 'Changed:',
  change: (name: string, value: string, before: string) =>
    `${name}${name.endsWith('?') ? '' : ':'} ${value} (in the report: ${before})`,
  fixed:
    'A number that is changed is fixed: it no longer varies over its range, and the intervals no longer hold what is not known of it.',
  off: 'nobody takes part',
  on: 'takes place',
  back: 'Back to the report',
  undo: 'Undo',
  link: 'Link to this setting',
  file: 'Save this setting',
  repeat: 'The saved file repeats it on the command line:',
  picture: 'More people off bijstand than under the reference, percentage points, by year after the permit',
  pictureNote: (hasBand: boolean) =>
    `${hasBand ? 'Band: 95% interval over the parameters.' : 'No band: the run is too small to give intervals.'} Grey dashes: the report.`,
  values: 'The values of the picture',
  year: 'Year',
  report: 'Report',
  ofSetting: (caption: string) => `This setting. ${caption}`,
  asRun: (seed: string, draws: string, replications: string) =>
    `Seed ${seed}; ${draws} parameter draws of ${replications} replications each. The same numbers on the command line, with the saved setting:`,
  below: 'The report as it was, without these changes',
  lives: 'Two lives of one person',
  livesLead:
    'The same person under each approach, at the central values of the setting. The same life on the command line:',
  one: { men: 'man', women: 'woman' },
  person: 'Person',
  previous: 'Previous person',
  next: 'Next person',
  aged: (years: string) => `${years} years old at the permit`,
  month: 'Month',
  part: 'From here on the lives differ.',
  same: 'The lives do not differ.',
};
