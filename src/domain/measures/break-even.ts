/** When an approach has earned back its extra costs compared with the reference. */

import type { Measure } from './measure.js';

const common = { source: { kind: 'analysis' }, section: 'break-even', isDetail: true } as const;

export const breakEvenMonth: Measure = {
  ...common,
  name: 'break_even_month',
  unit: 'months',
  definition:
    'Months from the mean permit of the cohort from which on the cumulative saving in discounted costs against the reference stays at or above zero; empty: not within the horizon.',
  isOpenEnded: true,
  words: { en: { label: 'Months to break-even' }, nl: { label: 'Maanden tot terugverdienen' } },
};

export const breakEvenYear: Measure = {
  ...common,
  name: 'break_even_year',
  unit: 'calendar year',
  definition: 'The calendar year that contains break_even_month.',
  isOpenEnded: true,
  words: {
    en: { label: 'Calendar year of break-even' },
    nl: { label: 'Kalenderjaar van terugverdienen' },
  },
};

export const breakEvenProbability: Measure = {
  ...common,
  name: 'break_even_probability',
  unit: 'share',
  definition: 'Share of the parameter draws in which the approach is earned back within the horizon.',
  words: {
    en: { label: 'Probability of break-even within the horizon' },
    nl: { label: 'Kans op terugverdienen binnen de horizon' },
  },
};
