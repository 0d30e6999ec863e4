/** Time to self-sufficiency: the first spell in the states that count which lasts as long as `self_sufficiency` asks for. */

import type { InBoth, Measure } from './measure.js';

/** Name of the milestone. */
export const SELF_SUFFICIENT = 'self_sufficient';

export const restrictedMean: Measure = {
  name: 'months_to_self_sufficiency_restricted_mean',
  unit: 'months',
  better: 'less',
  definition: {
    en: 'Mean months from the permit to self-sufficiency (the start of the first spell that lasts as long as self_sufficiency asks for); those who are not there by the horizon count with the horizon.',
    nl: 'Gemiddeld aantal maanden van de vergunning tot zelfredzaamheid (het begin van de eerste periode die zo lang duurt als self_sufficiency vraagt); wie dat binnen de horizon niet bereikt, telt mee met de horizon.',
  },
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

function quantile(name: string, of: InBoth, words: Measure['words']): Measure {
  return {
    name: `months_to_self_sufficiency_${name}`,
    unit: 'months',
    better: 'less',
    definition: {
      en: `Months from the permit until ${of.en} of all persons are self-sufficient: the start of their first spell in the states that count, without a break, of the length that self_sufficiency asks for. Counted by sixteenths of a month (about two days), spread evenly within each; empty: not within the horizon.`,
      nl: `Maanden van de vergunning tot ${of.nl} van alle personen zelfredzaam is: het begin van de eerste periode in de toestanden die meetellen, zonder onderbreking, van de lengte die self_sufficiency vraagt. Geteld per zestiende maand (ongeveer twee dagen), gelijkmatig gespreid daarbinnen; leeg: niet binnen de horizon.`,
    },
    source: { kind: 'analysis' },
    section: 'time',
    isOpenEnded: true,
    words,
  };
}

/** Quartiles of the time to self-sufficiency of all persons, in ascending order. */
export const quartiles: readonly Measure[] = [
  quantile(
    'p25',
    { en: 'a quarter', nl: 'een kwart' },
    {
      en: { label: 'Months until a quarter is self-sufficient' },
      nl: { label: 'Maanden tot een kwart zelfredzaam is' },
    },
  ),
  quantile(
    'median',
    { en: 'half', nl: 'de helft' },
    {
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
    },
  ),
  quantile(
    'p75',
    { en: 'three quarters', nl: 'driekwart' },
    {
      en: { label: 'Months until three quarters are self-sufficient' },
      nl: { label: 'Maanden tot driekwart zelfredzaam is' },
    },
  ),
];

export const selfSufficientShare: Measure = {
  name: 'self_sufficient_share',
  unit: 'share',
  better: 'more',
  byYear: 'by',
  definition: {
    en: 'Share of all persons that have become self-sufficient by the month, whatever became of them afterwards.',
    nl: 'Deel van alle personen dat in die maand zelfredzaam is geworden, wat er daarna ook van hen werd.',
  },
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
