/** When an approach has earned back its extra costs compared with the reference. */

import type { Measure } from './measure.js';

const common = { source: { kind: 'analysis' }, section: 'break-even', isDetail: true } as const;

export const breakEvenMonth: Measure = {
  ...common,
  name: 'break_even_month',
  unit: 'months',
  definition: {
    en: 'Months from the mean permit of the cohort from which on the cumulative saving in discounted costs against the reference stays at or above zero; empty: not within the horizon.',
    nl: 'Maanden vanaf de gemiddelde vergunning van het cohort tot de opgetelde besparing op de verdisconteerde kosten tegenover de referentie nul of meer is en blijft; leeg: niet binnen de horizon.',
  },
  isOpenEnded: true,
  words: { en: { label: 'Months to break-even' }, nl: { label: 'Maanden tot terugverdienen' } },
};

export const breakEvenYear: Measure = {
  ...common,
  name: 'break_even_year',
  unit: 'calendar year',
  definition: {
    en: 'The calendar year that contains break_even_month.',
    nl: 'Het kalenderjaar waarin break_even_month valt.',
  },
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
  definition: {
    en: 'Share of the parameter draws in which the approach is earned back within the horizon.',
    nl: 'Deel van de parametertrekkingen waarin de aanpak zich binnen de horizon terugverdient.',
  },
  words: {
    en: { label: 'Probability of break-even within the horizon' },
    nl: { label: 'Kans op terugverdienen binnen de horizon' },
  },
};
