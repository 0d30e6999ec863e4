/** The English of reports and charts. Sentences take numbers that are already formatted. */

import { counted, shareOut } from '../counted.js';
import { analysis } from './analysis.js';
import { approaches } from './approaches.js';
import { assumptions } from './assumptions.js';
import { border } from './border.js';
import { calibration } from './calibration.js';
import { charts } from './charts.js';
import * as footing from './footing.js';
import { front } from './front.js';
import { headings, sections } from './headings.js';
import { inputGroups } from './input-groups.js';
import { items } from './items.js';
import * as names from './names.js';
import { page } from './page.js';
import { partNumbers, partNumberWords, pathWords } from './parameters.js';
import { pilot } from './pilot.js';
import { screen } from './screen.js';
import { sweep } from './sweep.js';
import { verdict } from './verdict.js';

const times = {
  some: (what: string, count: string) => `in ${count} ${what}`,
  all: (what: string) => `in all of them ${what}`,
  one: (what: string) => what,
};

export const en = {
  names,
  partNumbers,
  pathWords,
  partNumberWords,
  footing,
  charts,
  approaches,
  calibration,
  analysis,
  border,
  inputGroups,
  pilot,
  sweep,
  verdict,
  screen,
  interval: (low: string, high: string) => `${low} to ${high}`,
  justBelow: (amount: string) => `just below ${amount}`,
  justAbove: (amount: string) => `just above ${amount}`,
  intervalInBrackets: (low: string, high: string) => `(95% interval ${low} to ${high})`,
  noInterval: 'cannot be estimated',
  noIntervalInBrackets: '(95% interval: cannot be estimated)',
  beyondHorizon: 'beyond the horizon',
  points: (value: string) => counted(value, 'percentage point', 'percentage points'),
  percent: (value: string) => `${value}%`,
  euros: (value: string) => value.replace(/^[+-]?(?=\d)/, '$&€'),
  months: (value: string) => counted(value, 'month', 'months'),
  list: (items: readonly string[]) =>
    items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`,
  quoted: (name: string) => `“${name}”`,
  from: 'from',
  to: 'to',
  unknown: 'not known',
  reachedAfter: (time: string) => `after ${time}`,
  notReached: 'not within the horizon',

  title: (names: string) => `Approaches to integration: ${names}`,
  subtitle: (version: string, date: string) =>
    `Outcomes of a microsimulation with doorstroom ${version}, run on ${date}`,
  manyMunicipalities: (count: string, hasPlans: boolean) =>
    `${count} ${hasPlans ? 'municipalities and plans' : 'municipalities'}`,
  manyRuns: (count: string) => `${count} runs`,
  contents: 'Contents',
  skip: 'Skip to the text',
  table: 'Table',
  figure: 'Figure',

  sections,
  headings,
  front,
  page,

  html: {
    show: 'Show the approaches',
    all: 'all',
    description: 'Description of the figure',
    tables: 'All tables',
    tablesLead: 'The full lists; click to unfold them. The same tables are in the workbook.',
    search: 'Search in this table',
    found: (count: string, all: string) => `${count} of ${all} rows`,
  },

  summary: {
    question: (place: string, reference: string, others: string, size: string, horizon: string) =>
      `What happens to ${size} in ${place} in the ${horizon === '1' ? 'year' : `${horizon} years`} after the permit, under the approach “${reference}” and under ${others}? The same simulated people live under each approach.`,
    /** @param isDrawn whether its size differs between parameter draws */
    cohort: (size: string, isDrawn: boolean) =>
      `a cohort of ${isDrawn ? 'some ' : ''}${counted(size, 'permit holder (vergunninghouder)', 'permit holders (vergunninghouders)')}`,
    cohortUnknown: 'a cohort of permit holders (vergunninghouders)',
    onlyOne: 'The run holds one approach, so there is nothing to compare it with.',
    pays: (approach: string, reference: string, amount: string, interval: string) =>
      `“${approach}” pays: bijstand and programme together cost ${amount} a person less than under “${reference}”${interval}.`,
    paysNot: (approach: string, reference: string, amount: string, interval: string) =>
      `“${approach}” does not pay: bijstand and programme together cost ${amount} a person more than under “${reference}”${interval}.`,
    paysUnsure: (approach: string, reference: string, amount: string, isMore: boolean, interval: string) =>
      `The evidence cannot tell whether “${approach}” pays. The net balance is ${amount} a person ${isMore ? 'higher' : 'lower'} than that of “${reference}”${interval}; that includes both a loss and a gain.`,
    paysSame: (approach: string, reference: string) =>
      `“${approach}” costs exactly what “${reference}” costs, in every parameter draw: no uncertain number can turn that.`,
    paysAbout: (approach: string, reference: string, interval: string) =>
      `The net balance of “${approach}” is about as high as that of “${reference}”${interval}; this run has too few draws to tell more.`,
    paysNoInterval: (approach: string, reference: string, amount: string, isMore: boolean) =>
      `The net balance of “${approach}” is ${amount} a person ${isMore ? 'higher' : 'lower'} than that of “${reference}”. The run is too small to give its 95% interval, so whether that is more than the uncertainty of the parameters is not known.`,
    discountedAt: (rate: string) => `discounted at ${rate} a year`,
    discounting: (how: string, horizon: string) =>
      `Money is in euros per person of the cohort over ${counted(horizon, 'year', 'years')}, ${how}; a positive net balance is a gain. Minus signs in the net balance are costs.`,
    difference: (amount: string, interval: string) => `; a difference of ${amount}${interval}.`,
    noDifference: '; there is no difference.',
    includesZero: ' The interval includes zero: which of the two does better cannot be told.',
    noiseOnly:
      ' That is no more than the simulation’s own noise: which of the two does better cannot be told.',
    breakEven: (approach: string, year: string, probability: string) =>
      `“${approach}” is expected to pay for itself by ${year}; ${probability === '' ? 'the probability cannot be estimated' : `the probability that it does so within the horizon is ${probability}`}.`,
    noBreakEven: (approach: string, probability: string) =>
      `“${approach}” is not expected to pay for itself within the horizon; ${probability === '' ? 'the probability that it does cannot be estimated' : `the probability that it does is ${probability}`}.`,
    zeroWithin:
      ' Its 95% interval over the parameters includes zero: no effect at all, which several of the studies found, cannot be excluded.',
    zeroBeside:
      ' Its 95% interval over the parameters only just excludes zero: rounded, it ends there; several of the studies found no effect.',
    zeroOutside:
      ' Its 95% interval over the parameters excludes zero; several of the studies found no effect.',
    evidenceNone:
      'Compared with the literature: about as many are on bijstand after five years, as far as this run can tell; the published studies make 0 to 5 percentage points more off bijstand plausible.',
    evidence: {
      plausible: (points: string) =>
        `Compared with the literature: ${points} more off bijstand after five years lies within what the published studies make plausible (0 to 5 percentage points).`,
      above: (points: string) =>
        `Compared with the literature: ${points} more off bijstand after five years is more than the published studies make plausible (0 to 5 percentage points). Look at the assumptions before quoting it.`,
      outside: (points: string) =>
        `Compared with the literature: ${points} more off bijstand after five years lies outside the evidence. The published studies make 0 to 5 percentage points plausible; a result much above 8 is no finding but a consequence of the assumptions.`,
      negative: (points: string) =>
        `Compared with the literature: ${points} off bijstand after five years is a loss; the published studies make a gain of 0 to 5 percentage points plausible, with null results among them.`,
    },
  },

  verdicts: {
    pays: 'yes',
    not: 'no',
    same: 'no difference',
    unsure: 'cannot be told',
    noInterval: 'cannot be told (no interval)',
  },

  comparison: {
    lead: (count: string, pays: string, not: string, unsure: string, same: string) =>
      `${counted(count, 'comparison', 'comparisons')} of an approach with its reference: ${shareOut(
        count,
        [
          [pays, 'the approach pays'],
          [not, 'it does not pay'],
          [same, 'it makes no difference'],
          [unsure, 'the evidence cannot tell'],
        ],
        times,
      )}.`,
    paying: (names: string) => `Pays: ${names}.`,
    notPaying: (names: string) => `Does not pay: ${names}.`,
    same: (names: string) => `No difference: ${names}.`,
    unsure: (names: string) => `Cannot be told: ${names}.`,
    outside: (names: string) =>
      `Outside the evidence (more than 8 percentage points off bijstand at year 5; 0 to 5 is plausible): ${names}.`,
    question: (count: string, horizon: string, hasPlans: boolean) =>
      `What changes when municipalities take another approach than the reference? Within each of the ${count} ${hasPlans ? 'municipalities and plans' : 'municipalities'} the same simulated permit holders live under each approach, for ${horizon} years.`,
    questionOfOne: (place: string, count: string, horizon: string) =>
      `What changes in ${place} under another approach than the reference? In ${count} runs the simulated permit holders live under each approach, for ${horizon} years.`,
    caption: (isRanked: boolean) =>
      `Each approach against its reference, by ${isRanked ? 'the gain in self-sufficiency' : 'name'}: differences per person, money in discounted euros`,
    selfSufficient: (year: string) => `Self-sufficient, year ${year}`,
    gain: (year: string) => `Off bijstand, year ${year}`,
    dropout: 'Left all for half a year',
    balance: 'Net balance, euros',
    own: 'Balance of municipality, euros',
    places: 'Place of each approach by five goals (1: the best)',
    placesLead: 'There is no one ranking for everything. So the approaches stand side by side by five goals.',
    placesLeastFirst: (place: string) =>
      `There is no one ranking for everything. By the net balance alone ${place} comes first, where the programme costs least extra: whoever does little spends little. So the approaches stand side by side by five goals.`,
    placesNote:
      'By the estimates, without their uncertainty: places that rest on small differences may be chance. Outdone: another approach has both a larger gain in self-sufficiency and a better net balance.',
    outdoneBy: 'Outdone by',
    nobody: 'nobody',
    note: 'Municipalities differ in who comes, when and how many; their programme costs are mostly assumed.',
    changedFiles: (names: string) =>
      `These files were not the same for all of the runs, though they bear the same name: ${names}.`,
    differentRuns: 'The runs differ in seed, draws, version or settings; see “How to repeat the run”.',
  },

  cohort: {
    intro: (size: string, months: string, year: string) =>
      `The cohort has ${counted(size, 'person', 'persons')}. Permits are given over ${counted(months, 'month', 'months')}; the first costs fall in ${year}.`,
    facts: 'Size and inflow of the cohort',
    caption: 'Composition of the cohort by origin (central values and ranges)',
    rangeOf: (origin: string) => `${origin}: range`,
    note: 'Shares are within the origin group, except in the first line. Range: what the parameter draws vary over; empty: taken as it is. Which of these are assumptions stands under “Assumptions and sources”.',
    originShare: 'Share of the cohort',
    size: 'Persons in the cohort',
    inflow: 'Months over which permits are given',
    neverLeaving: 'Never leaves bijstand (unobserved)',
  },

  outcomes: {
    levels: 'Outcomes by approach, with the 95% interval over the parameters',
    differences: (approach: string, reference: string) =>
      `Differences: “${approach}” minus “${reference}”, person by person`,
    note: 'Digits shown follow the Monte Carlo standard error. pp: percentage points. A dash: not reached within the horizon, or nobody whom it concerns.',
    hidden:
      'Where an interval cannot be estimated, chance drowns out the differences between parameter draws; more draws or replications would give it.',
    differenceNote: 'Probability better: share of simulated cohorts that do better than under the reference.',
    unknownSign: (names: string) =>
      `For these measures the interval includes zero, or the difference is no larger than the simulation’s noise, so the sign cannot be told: ${names}.`,
    untold: (names: string) =>
      `For these measures the interval cannot be estimated, so the sign is unknown too: ${names}.`,
    noneTold:
      'No interval over the parameters can be estimated, so the signs of the differences are unknown too.',
    allSigns: 'For every measure in the table the interval excludes zero.',
  },

  time: {
    definition: (months: string, states: string) =>
      `A person is self-sufficient who has been in ${states} and off bijstand for ${months} months on end. Time counts from the permit.`,
    /** Where results do not tell what counts. */
    definitionUntold: (months: string) =>
      `A person is self-sufficient who has been in work and off bijstand for ${months} months on end, unless the scenario says otherwise. Time counts from the permit.`,
    shares: (approach: string, reference: string) =>
      `Difference by year since the permit: “${approach}” minus “${reference}”`,
  },

  costs: {
    lead: 'All amounts here are discounted euros per person of the cohort, over the whole horizon. Nominal amounts by calendar year are in costs.csv, and in the Excel version of this report on the sheet Costs.',
    payers: 'Who pays what, and the balance',
    components: 'Costs by component and payer',
    bijstandOf: (payer: string) => `Bijstand (${payer})`,
    programmeOf: (payer: string) => `Programme: ${payer}`,
    programme: 'Programme, all payers together',
    balance: 'Net balance, all payers together',
    ownBalance: 'Balance of the municipality itself',
    total: 'Total',
    breakEven: (approach: string) => `When “${approach}” has earned itself back`,
    years: 'Euros for the whole cohort, nominal, by calendar year, component and payer',
    yearsNote: 'From costs.csv. Digits follow the Monte Carlo standard error.',
    note: 'A balance is minus the costs: higher is better. Rounded parts add up to their sum. Negative costs: income. Not counted: what the state gives the municipality for bijstand, taxes, rent subsidy, health care, and what people themselves gain or lose. A dash in place of an interval: the run does not give it.',
  },

  dropout: {
    note: 'The share that dropped out of any course or activity rises with the number of activities that an approach has: more to take part in is more to drop out of. Two measures do not: who left the whole road (no course, and activities that together are smaller than the hours from which they count as taking part), and dropout in a month of taking part, in which everything counts by its hours. No published figures on dropout were found; these rest on assumptions.',
    caption: 'Leaving the course and activities',
    byPart: 'Leaving, finishing and being placed, by course and activity (of those who took part)',
    byPartNote: 'Placed: in work, education or voluntary work within a year of the beginning.',
  },

  subgroups: {
    caption: (attribute: string, approach: string, reference: string) =>
      `By ${attribute}: difference “${approach}” minus “${reference}”`,
    allMeasures: 'Main outcomes by subgroup',
    note: 'Small subgroups scatter more. Differences between subgroups rest on assumed ratios where the parameters say so.',
    all: 'all',
  },

  assumptions,

  method: {
    paragraphs: (facts: { draws: string; replications: string; seed: string; tracksOfLaw: string }) => [
      `Model. An event-driven multistate microsimulation in continuous time. Every person is in exactly one state of each of several tracks that run side by side: housing, language, search for work, income, sanctions, ${facts.tracksOfLaw}, and one for each activity. A transition has one of three clocks: a hazard (integrated exactly), a duration drawn from a distribution, or a gate that opens when a condition on other tracks holds. Approaches differ in gates and activities alone.`,
      'Ageing. People grow older: bijstand (the norm at 21, that of sharers at 27), the ratios of age on work and education, student finance, activities for an age and the state pension (AOW) follow the age of the moment. At the state pension age the municipality’s bijstand ends; what the state pays from then on (AOW, AIO) is outside the accounts. Groups by age are those at the permit.',
      'Common random numbers. A draw depends on the seed, the block of four parameter draws, the replication, the person and the name of the transition. So the same person has the same random numbers under every approach (and under the four parameter draws of a block), and differences are taken person by person, with much less noise than between independent runs.',
      `Nested design. ${counted(facts.draws, 'parameter draw', 'parameter draws, each')} with ${counted(facts.replications, 'replication', 'replications')} of the cohort (seed “${facts.seed}”). Parameters with the distribution “posterior (calibration)” are drawn jointly from the calibration, with their correlations; the others independently from their ranges. Drawing independently makes intervals of levels too wide; those of differences suffer less.`,
      'Monte Carlo standard error (MCSE): how far an estimate may be off because the simulation is finite. No more digits are shown than it warrants. What stands together is rounded to one step, so that differences and sums agree as printed; a number may therefore be nearly a step off. A difference that is surely not 0 has a step of its own where it would read 0.',
      'Parameter interval (95%): what is not known about the parameters. It is the spread of the expected outcome over the parameter draws, without the chance of the persons: draws have the same persons in blocks of four, and what the outcomes of two halves of the persons have in common is the spread that counts. Where that is not more than could be chance, the interval cannot be estimated.',
      'Prediction interval (95%): the parameter interval and chance together: where the outcome of one cohort of this size will lie. The outcomes of a cohort of 38 persons scatter widely, those of one of 2,000 hardly at all.',
      'Limits. Effects of activities come from studies abroad and from Dutch trials with small or no effects; people’s capacity in hours, dropout and most programme costs are assumed. The model knows no individual people, and the ranges cover only the uncertainty that was written down.',
    ],
    precision: (told: {
      measure: string;
      approach: string;
      asked: string;
      reached: string;
      holds: boolean;
    }) =>
      `Precision. Asked for: an MCSE of at most ${told.asked} in “${told.measure}”. Reached: ${told.reached} (“${told.approach}”). ${told.holds ? 'So it holds.' : 'So it is not reached; that takes more parameter draws.'}`,
  },

  repeat: {
    lead: 'The same version with the same inputs and seed gives the same bytes, for any number of workers.',
    facts: (version: string, seed: string, draws: string, replications: string, finished: string) =>
      `Version ${version}; seed “${seed}”; parameter draws: ${draws}; replications: ${replications}; finished ${finished}.`,
    settings: (list: string) => `Changed on the command line: ${list}.`,
    ownSettings: (list: string) => `Settings of the analysis: ${list}.`,
    warnings: 'Warnings of the run',
    changed: (file: string) => `${file} was changed after the run: its bytes are not those of the manifest`,
    inputs: 'Inputs and their SHA-256',
  },

  items,
};
