/** Bijstand and work: shares at a month as CBS counts them, months, relapse and sanctions. */

import type { Counter, Measure } from './measure.js';

/** Income states in which people are on bijstand: part-time work beside it counts. */
export const ON_BIJSTAND = ['bijstand', 'bijstand_part_time'] as const;
/** Income states in which people are in paid work: part-time work beside bijstand counts. */
export const IN_PAID_WORK = ['work', 'bijstand_part_time'] as const;

const monthsOnBijstand: Counter = {
  name: 'bijstand_months',
  counts: { kind: 'months', track: 'income', states: ON_BIJSTAND },
};
const monthsInWork: Counter = {
  name: 'work_months',
  counts: { kind: 'months', track: 'income', states: IN_PAID_WORK },
};

export const bijstandShare: Measure = {
  name: 'bijstand_share',
  unit: 'share',
  better: 'less',
  byYear: 'at',
  definition: {
    en: 'Share of all persons that are on bijstand at the month, beside part-time work or without.',
    nl: 'Deel van alle personen dat in die maand bijstand heeft, naast deeltijdwerk of niet.',
  },
  source: { kind: 'occupancy', track: 'income', states: ON_BIJSTAND },
  headline: { place: 3, label: { en: 'on bijstand', nl: 'in de bijstand' }, ranking: 2 },
  words: {
    en: {
      label: 'On bijstand',
      short: 'bijstand',
    },
    nl: {
      label: 'In de bijstand',
      short: 'bijstand',
    },
  },
};

export const workingShare: Measure = {
  name: 'working_share',
  unit: 'share',
  better: 'more',
  byYear: 'at',
  definition: {
    en: 'Share of all persons that are in paid work at the month; part-time work beside bijstand counts.',
    nl: 'Deel van alle personen dat in die maand betaald werk heeft; deeltijdwerk naast bijstand telt mee.',
  },
  source: { kind: 'occupancy', track: 'income', states: IN_PAID_WORK },
  words: { en: { label: 'In paid work' }, nl: { label: 'Betaald werk' } },
};

export const bijstandMonths: Measure = {
  name: 'bijstand_months',
  unit: 'months',
  better: 'less',
  definition: {
    en: 'Months on bijstand, beside part-time work or without, over the whole horizon.',
    nl: 'Maanden in de bijstand, naast deeltijdwerk of niet, over de hele horizon.',
  },
  source: { kind: 'total', counters: [monthsOnBijstand] },
  headline: { place: 4, label: { en: 'months on bijstand', nl: 'maanden in de bijstand' } },
  words: { en: { label: 'Months on bijstand' }, nl: { label: 'Maanden in de bijstand' } },
};

export const workMonths: Measure = {
  name: 'work_months',
  unit: 'months',
  better: 'more',
  definition: {
    en: 'Months in paid work over the whole horizon; part-time work beside bijstand counts.',
    nl: 'Maanden met betaald werk over de hele horizon; deeltijdwerk naast bijstand telt mee.',
  },
  source: { kind: 'total', counters: [monthsInWork] },
  words: { en: { label: 'Months in work' }, nl: { label: 'Maanden aan het werk' } },
};

export const everWorkingShare: Measure = {
  name: 'ever_working_share',
  unit: 'share',
  better: 'more',
  definition: {
    en: 'Share of all persons that were ever in paid work; part-time work beside bijstand counts.',
    nl: 'Deel van alle personen dat ooit betaald werk had; deeltijdwerk naast bijstand telt mee.',
  },
  source: { kind: 'ever', counters: [monthsInWork] },
  words: { en: { label: 'Ever in work' }, nl: { label: 'Ooit aan het werk' } },
};

export const relapseShare: Measure = {
  name: 'relapse_share',
  unit: 'share',
  better: 'less',
  over: everWorkingShare.name,
  definition: {
    en: 'Share of those who were ever in paid work (part-time work beside bijstand counts) that went from work straight back to bijstand at least once. Losing part-time work beside bijstand, and coming back from education or other income, is not counted.',
    nl: 'Deel van wie ooit betaald werk had (deeltijdwerk naast bijstand telt mee) dat ten minste één keer vanuit werk direct terugging naar de bijstand. Verlies van deeltijdwerk naast bijstand, en terugkomst uit een opleiding of uit ander inkomen, telt niet mee.',
  },
  source: {
    kind: 'ever',
    counters: [
      {
        name: 'count: relapse',
        counts: { kind: 'moves', track: 'income', from: 'work', to: 'bijstand' },
      },
    ],
  },
  words: {
    en: { label: 'Back on bijstand after work (of those who ever worked)' },
    nl: { label: 'Terug in de bijstand na werk (van wie ooit werkte)' },
  },
};

export const sanctionShare: Measure = {
  name: 'sanction_share',
  unit: 'share',
  better: 'less',
  definition: {
    en: 'Share of all persons whose bijstand was ever cut (maatregel).',
    nl: 'Deel van alle personen van wie de bijstand ooit is verlaagd (maatregel).',
  },
  source: {
    kind: 'ever',
    counters: [
      { name: 'count: sanction', counts: { kind: 'moves', track: 'sanction', from: 'none', to: 'cut' } },
    ],
  },
  words: { en: { label: 'Ever sanctioned (maatregel)' }, nl: { label: 'Ooit een maatregel opgelegd' } },
};
