/** Time to self-sufficiency: the first spell in the states that count which lasts as long as `self_sufficiency` asks for. */

import type { Measure } from './measure.js';

/** Name of the milestone. */
export const SELF_SUFFICIENT = 'self_sufficient';

export const restrictedMean: Measure = {
  name: 'months_to_self_sufficiency_restricted_mean',
  unit: 'months',
  better: 'less',
  definition:
    'Mean months from the permit to self-sufficiency (the start of the first spell that lasts as long as self_sufficiency asks for); those who are not there by the horizon count with the horizon.',
  source: { kind: 'months_to', milestone: SELF_SUFFICIENT },
  section: 'time',
  headline: {
    place: 2,
    label: {
      en: 'months to self-sufficiency, restricted mean',
      nl: 'maanden tot zelfredzaamheid, begrensd gemiddelde',
    },
  },
  words: {
    en: { label: 'Months to self-sufficiency, restricted mean (counted up to the horizon)', short: 'months' },
    nl: {
      label: 'Maanden tot zelfredzaamheid, begrensd gemiddelde (geteld tot de horizon)',
      short: 'maanden',
    },
  },
};

function quantile(name: string, of: string, words: Measure['words']): Measure {
  return {
    name: `months_to_self_sufficiency_${name}`,
    unit: 'months',
    better: 'less',
    definition: `Months from the permit until ${of} of all persons are self-sufficient: the start of their first spell in the states that count, without a break, of the length that self_sufficiency asks for. Counted by sixteenths of a month (about two days), spread evenly within each; empty: not within the horizon.`,
    source: { kind: 'analysis' },
    section: 'time',
    isOpenEnded: true,
    words,
  };
}

/** Quartiles of the time to self-sufficiency of all persons, in ascending order. */
export const quartiles: readonly Measure[] = [
  quantile('p25', 'a quarter', {
    en: { label: 'Months until a quarter is self-sufficient' },
    nl: { label: 'Maanden tot een kwart zelfredzaam is' },
  }),
  quantile('median', 'half', {
    en: {
      label: 'Months until half is self-sufficient',
      sentence: (of) =>
        `Half of the cohort is self-sufficient ${of.before} under “${of.reference}”, ${of.after} under “${of.approach}”`,
      unreached: (approaches) =>
        `Half of the cohort is not self-sufficient within the horizon under ${approaches}.`,
    },
    nl: {
      label: 'Maanden tot de helft zelfredzaam is',
      sentence: (of) =>
        `De helft van het cohort is zelfredzaam ${of.before} onder ‘${of.reference}’, ${of.after} onder ‘${of.approach}’`,
      unreached: (approaches) =>
        `Onder ${approaches} is binnen de horizon niet de helft van het cohort zelfredzaam.`,
    },
  }),
  quantile('p75', 'three quarters', {
    en: { label: 'Months until three quarters are self-sufficient' },
    nl: { label: 'Maanden tot driekwart zelfredzaam is' },
  }),
];

export const selfSufficientShare: Measure = {
  name: 'self_sufficient_share',
  unit: 'share',
  better: 'more',
  byYear: 'by',
  definition:
    'Share of all persons that have become self-sufficient by the month, whatever became of them afterwards.',
  source: { kind: 'reached', milestone: SELF_SUFFICIENT },
  headline: {
    place: 1,
    label: { en: 'self-sufficient', nl: 'zelfredzaam' },
    column: { en: 'self-sufficient', nl: 'zelfredzaam' },
  },
  words: {
    en: {
      label: 'Self-sufficient',
      short: 'self-sufficient',
    },
    nl: {
      label: 'Zelfredzaam',
      short: 'zelfredzaam',
    },
  },
};
