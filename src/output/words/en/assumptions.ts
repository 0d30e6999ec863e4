/** The English of what is assumed, and where numbers come from. */

import { counted } from '../counted.js';

export const assumptions = {
  unlabelled: 'not labelled',
  lead: (assumed: string, unverified: string, total: string) =>
    `Of the ${counted(total, 'number', 'numbers')} that the run rests on, ${counted(assumed, 'is an assumption', 'are assumptions')} (nobody has published them) and ${counted(unverified, 'is', 'are')} unverified (second-hand). The others are published, or arithmetic on a published figure.`,
  leadOfSeveral: (assumed: string, unverified: string, total: string) =>
    `A run rests on at most ${counted(total, 'number', 'numbers')}; of these at most ${counted(assumed, 'is an assumption', 'are assumptions')} (nobody has published them) and ${counted(unverified, 'is', 'are')} unverified (second-hand). The others are published, or arithmetic on a published figure.`,
  posterior: (count: string) =>
    `${counted(count, 'number is', 'numbers are')} drawn jointly from the posterior of the calibration, with their correlations; their range is its interval.`,
  topCaption: (shown: string, all: string) => `The first ${shown} of ${all} assumptions`,
  topNoteOfSeveral: (isOfOne: boolean) =>
    `What these ${isOfOne ? 'runs' : 'municipalities'} have in common, by the mean of its places in each (by influence, as far as it was tried).`,
  topNote:
    'Order: first the assumptions that the balance was found to hang on, the strongest first; then those that were not tried: what waiting and activities do and what they cost, then the rest, each with the widest range first, which is a guess; last those that were tried and do nothing.',
  questionsElsewhere: (where: string) =>
    `Questions that the source leaves open are not among them, even where they move the balance more: see ${where}.`,
  all: 'all',
  allCaption: 'All numbers that the run rests on, assumptions first',
  unverified: 'Unverified',
  sameAs: (names: string) => `the same as ${names}`,
  overrides: 'Set on the command line',
  sourcesTitle: 'Sources',
  sources: 'Of the published, derived and unverified figures',
  citation: (source: string) => source,
  priorWas: (value: string, low: string, high: string, distribution: string) =>
    `prior: ${value} (${low} to ${high}, ${distribution})`,
  note: 'Sources and reasons are quoted from the scenario files.',
};
