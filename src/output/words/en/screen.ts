/** The English of tables and sentences on the terminal. Messages about what goes wrong are in English alone, where they are used. */

import type { Unpaired } from '../../package/unpaired.js';
import { counted } from '../counted.js';
import { commands } from './commands.js';
import { notes } from './notes.js';

const draws = (count: string) => counted(count, 'parameter draw', 'parameter draws');

export const screen = {
  commands,
  notes,
  /** What the outcomes of a unit have in common. */
  unitTitles: {
    share: '% of the cohort',
    months: 'Months a person',
    euros: 'Euros a person, discounted',
    'calendar year': 'Years',
  },
  /** What stands behind the name of an outcome in a table of several units. */
  units: {
    share: (label: string) => `${label}, %`,
    euros: (label: string) => `${label}, euros`,
    months: (label: string) => label,
    'calendar year': (label: string) => label,
  },
  inUnit: { share: 'percentage points', euros: 'euros', months: 'months', 'calendar year': 'years' },
  difference: 'difference',
  better: 'better',
  betterIn: (percent: string) => `better in ${percent}%`,
  intervals: 'In brackets: 95% over the parameters.',
  oneDraw: 'One draw gives no intervals.',
  betterNote: 'Better: % of simulated cohorts.',
  noInterval: 'no\u00a0interval',
  whyNoInterval:
    'No interval: the chance of persons hides how much the parameter draws differ; more draws or replications would tell.',
  tooFewDraws: (least: string) => `No interval: it takes ${least} parameter draws or more.`,
  whyNoneOfAnswer:
    'No interval: too few draws have that answer, or the chance of persons hides how much they differ; more draws would tell.',
  design: (lives: string, count: string, replications: string) =>
    `${counted(lives, 'life', 'lives')} an approach: ${draws(count)} x ${counted(replications, 'replication', 'replications')}.`,
  money: (discounted: string, prices: string) => `Euros: ${discounted}. Prices: ${prices}.`,
  subgroup: 'subgroup',
  bySubgroup: (approach: string, reference: string) =>
    `By subgroup, as people were at the permit: ${approach} - ${reference}`,
  netBalance: 'net balance, euros',
  written: (folder: string) => `written to ${folder}`,

  answer: 'answer',
  weight: 'weight',
  draws: 'draws',
  overAnswers: 'over all answers',
  leftOpen: (approach: string, reference: string) =>
    `What the source leaves open: “${approach}” minus “${reference}”`,

  highest: (count: string, all: string) => `the highest ${count} of ${all}`,
  middle: 'the middle',
  lowest: (count: string) => `the lowest ${count}`,

  municipality: 'municipality',
  paysWide: 'pays\n% of cohorts',
  pays: 'pays, %',
  paysIn: (percent: string) => `pays in ${percent}%`,
  bracketed: 'in brackets 95% over the parameters',
  notBracketed: 'one draw gives no intervals',
  cellsWide: (intervals: string) =>
    `Per cell: reference > approach, and below it the difference, ${intervals}.`,
  cellsNarrow: (intervals: string) =>
    `Differences from the reference, ${intervals}; levels and dropout stand in comparison.csv.`,
  paysNote:
    'Euros a person, discounted, over the whole horizon. Pays: % of simulated cohorts with a better net balance.',
  ordered: 'Ordered by net balance; all rows stand in comparison.csv.',
  standardised: 'Standardised: every approach on the people of the national baseline',
  pricesAre: (prices: string) => `prices: ${prices}`,
  scenariosDiffer: (unlike: string) => `the scenarios differ in their ${unlike}`,
  cohortsDiffer:
    'They differ in who comes, when and how many; --standardised compares them on the same people.',
  writtenCompared: (file: string, folder: string) =>
    `written to ${file} and a folder for each scenario in ${folder}`,

  ranksWithChance: (names: string, outcome: string) =>
    `The chance of persons is in the ranks of ${names} by ${outcome}: with these draws the differences cannot be told from it.`,
  rankedBy: (outcome: string) => `by “${outcome}”`,
  meanRank: 'mean rank',
  first: 'first, %',
  firstThree: 'first three, %',
  last: 'last, %',
  ranksNote: (count: string, file: string) =>
    `Ranks by difference with the reference; probabilities over ${draws(count)}, without the chance of persons, in ${file}`,

  approach: 'approach',
  againstReference: 'against reference',
  againstReferenceWide: 'net balance\nagainst reference',
  /** The point of a sweep that changes nothing. */
  base: 'base',
  fromBase: 'from base',
  mostMoving: (shown: string, more: string) =>
    `The ${counted(shown, 'point', 'points')} that move the net balance against the reference most; ${counted(more, 'point', 'points')} more in sweep.csv.`,
  sweepWide: 'Per cell: the outcome, and below it the difference from the base, on common random numbers.',
  sweepNarrow:
    'From base: the difference of the net balance from that of the base, on common random numbers. The other outcomes stand in sweep.csv.',
  eurosEach: (discounted: string, prices: string) => `Euros a person: ${discounted}. Prices: ${prices}.`,
  pointsDiffer: (unlike: string) => `Mind that the points differ in their ${unlike}.`,
  unchanged: 'Left out: approaches that a point leaves exactly as they are in the base.',

  against: (label: string, reference: string) => `${label} against ${reference}`,
  beside: (name: string, base: string) => `${name} beside ${base}`,
  whatVariants: (names: string, base: string) => `What changes in ${names} compared with ${base}?`,
  paired: (intervals: string) =>
    `The same people and parameter draws in both: the differences are draw by draw${intervals}.`,
  whyUnpaired: (why: Unpaired) => {
    if (why.kind === 'cohorts') return 'cohorts of other sizes';
    if (why.kind === 'noDraws') return `${why.name} has no draws.json: run it again`;
    return `${why.kind === 'draws' ? 'parameter draws' : why.kind}: ${why.before} against ${why.after}`;
  },
  unpaired: (why: string) =>
    `Not the same people and parameter draws in both (${why}): the differences are those of separate runs, without intervals. Numbers of both are rounded as those of the less certain run.`,
  variantsShown:
    'Not written: --out FOLDER writes this as a table; doorstroom report with the same folders makes a document of it.',
  variantsWritten: (file: string) =>
    `written to ${file}; doorstroom report with the same folders makes a document of it`,
  rowsAgree:
    'Rounded so that rows and columns agree: a number may be a step off what its run prints by itself. The balance of the municipality is minus the bijstand and its own part of the programme.',
  eurosOfCohort: 'Euros a person of the cohort, discounted, over the whole horizon.',
  variantSame: ([approach, reference]: readonly [string, string], [name, base]: readonly [string, string]) =>
    `Against “${reference}”, “${approach}” does exactly as well in ${name} as in ${base}.`,
  variantBetter: (
    [approach, reference]: readonly [string, string],
    [name, base]: readonly [string, string],
    amount: string,
    interval: string,
  ) =>
    `Against “${reference}”, “${approach}” does ${amount} a person better in ${name} than in ${base}${interval}.`,
  variantWorse: (
    [approach, reference]: readonly [string, string],
    [name, base]: readonly [string, string],
    amount: string,
    interval: string,
  ) =>
    `Against “${reference}”, “${approach}” does ${amount} a person worse in ${name} than in ${base}${interval}.`,
  variantUnclear: (
    [approach, reference]: readonly [string, string],
    [name, base]: readonly [string, string],
    standing: string,
    interval: string,
  ) =>
    `Whether “${approach}” does better against “${reference}” in ${name} than in ${base} is unclear: its net balance against “${reference}” is ${standing}${interval}.`,
  /** How the net balance against a reference stands in a run beside another. */
  variantStanding: {
    higher: ([name, base]: readonly [string, string], amount: string) =>
      `${amount} a person higher in ${name} than in ${base}`,
    lower: ([name, base]: readonly [string, string], amount: string) =>
      `${amount} a person lower in ${name} than in ${base}`,
    alike: ([name, base]: readonly [string, string]) => `about the same in ${name} and in ${base}`,
  },

  /** A measure in a sentence, behind “the”. */
  measureIs: { share: (label: string) => `share ${label}`, other: (label: string) => label },
  contrast: (measure: string, approach: string, reference: string) =>
    `the ${measure} of “${approach}” against “${reference}”`,
  /** The same of one approach by itself. */
  itself: (measure: string, approach: string) => `the ${measure} of “${approach}” itself`,
  itselfTitle: (place: string, measure: string, approach: string) => `${place}: ${measure}, “${approach}”`,
  contrastTitle: (place: string, measure: string, approach: string, reference: string) =>
    `${place}: ${measure}, “${approach}” against “${reference}”`,
  nothingUncertain: (what: string) =>
    `Nothing about ${what} is uncertain: no number that they use has a range.`,
  hidden: (what: string) =>
    `What ${what} hangs on cannot be estimated: chance hides what the parameters do; more draws or replications may help.`,
  noneStandsOut: (what: string, numbers: string, count: string) =>
    `Of ${counted(numbers, 'uncertain number', 'uncertain numbers')} no single one stands out in ${what}, over ${counted(count, 'draw', 'draws')}.`,
  mostHangsOn: (what: string, names: string) => `Most of what is not known about ${what} hangs on: ${names}.`,
  standsOut: (what: string, names: string) =>
    `What stands out of all that is not known about ${what}, less than half of it: ${names}.`,
  noWorth: 'What it would be worth to know everything cannot be estimated.',
  worthOfAll: (amount: string, unit: string, error: string) =>
    `To know all of it before choosing would be worth ${amount} ${unit} a person (standard error ${error}).`,
  uncertainNumber: 'uncertain number',
  share: 'share, %',
  worth: 'worth',
  atLow: 'at low',
  atHigh: 'at high',
  sensitivityNote: (outcome: string, unit: string, central: string, worth: string) =>
    `Share of the variance over the parameters [95%]; ${worth}at low, at high: ${outcome}, ${unit}, at its 2.5 and 97.5% points, with all else as it is centrally (${central}; a number that there is only under one answer to an open question: under that answer). The share leaves out what no curve of the second degree in the rank catches, so that it is slightly too low where the effect is steepest at the ends. Paths stand in inputs.csv.`,
  worthNote: (unit: string) =>
    `worth: what it would be worth to know it, ${unit} a person ± standard error; `,

  fewDraws: (draws: string, enough: string) =>
    `With ${draws} draws the standard error of what information is worth may itself be too small; it holds from ${enough} on.`,
  overOthers: {
    none: 'no interval',
    between: (low: string, high: string) => `95% over the other parameters: ${low} to ${high}`,
    anywhere: '95% over the other parameters: anywhere among the values looked at, or beyond',
    from: (low: string) => `95% over the other parameters: from ${low} to beyond the values looked at`,
    to: (high: string) => `95% over the other parameters: from below the values looked at to ${high}`,
  },
  crossing: {
    up: (goal: string, value: string, interval: string) => `above ${goal} from ${value} on (${interval})`,
    down: (goal: string, value: string, interval: string) =>
      `no longer above ${goal} from ${value} on (${interval})`,
  },
  andThen: ', then ',
  ends: (atLow: string, low: string, atHigh: string, high: string) =>
    `${atLow} at ${low}, ${atHigh} at ${high}`,
  neverCrosses: (
    number: string,
    [low, high]: readonly [string, string],
    what: string,
    isAbove: boolean,
    goal: string,
    ends: string,
    told: string,
  ) =>
    `No value of “${number}” from ${low} to ${high} turns it: at every one looked at, ${what} is ${isAbove ? 'above' : 'not above'} ${goal}${told} (${ends}).`,
  /** At how many values the interval is on the same side. */
  toldAt: {
    unknown: '',
    all: ', and so is its 95% interval over the other parameters',
    some: ' on average; only at some of them its 95% interval over the other parameters is on one side, at the others it leaves that open',
    none: ' on average; its 95% interval over the other parameters leaves that open at all of them',
  },
  crosses: (
    number: string,
    [low, high]: readonly [string, string],
    what: string,
    crossings: string,
    ends: string,
  ) => `As “${number}” goes from ${low} to ${high}, ${what} is ${crossings}; it is ${ends}.`,
  scenarioHas: (central: string) => `The scenario has ${central}.`,
};
