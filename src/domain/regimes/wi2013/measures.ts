/** How people fare under the law of 2013. */

import type { Measure } from '../../measures/measure.js';

const share = { unit: 'share' } as const;

export const measures: readonly Measure[] = [
  {
    ...share,
    name: 'passed_in_term_share',
    better: 'more',
    definition:
      'Share of all persons that passed the exam and never were overdue (neither passed nor exempt when the statutory term ended).',
    source: { kind: 'reached', milestone: 'passed', without: 'overdue' },
    headline: { place: 8, label: { en: 'passed in term', nl: 'op tijd geslaagd' } },
    words: {
      en: { label: 'Passed the civic integration exam within the term' },
      nl: { label: 'Inburgeringsexamen gehaald binnen de termijn' },
    },
  },
  {
    ...share,
    name: 'passed_within_24_months_of_course_share',
    better: 'more',
    over: 'participation_share_course',
    definition:
      'Share of those who ever began the course that passed the exam within 24 months of beginning it; months in which the course was interrupted count.',
    source: { kind: 'within', milestone: 'passed', of: 'in_course', months: 24 },
    words: {
      en: { label: 'Passed the exam within two years of beginning the course (of those who began)' },
      nl: { label: 'Examen gehaald binnen twee jaar na het begin van de cursus (van wie begon)' },
    },
  },
  {
    ...share,
    name: 'passed_within_24_months_of_housing_share',
    better: 'more',
    definition:
      'Share of all persons that passed the exam within 24 months of their house in the municipality, or before it.',
    source: { kind: 'within', milestone: 'passed', of: 'housed', months: 24 },
    words: {
      en: { label: 'Passed the exam within two years of housing' },
      nl: { label: 'Examen gehaald binnen twee jaar na huisvesting' },
    },
  },
  {
    ...share,
    name: 'passed_share',
    better: 'more',
    definition: 'Share of all persons that passed the exam within the horizon, in the term or after it.',
    source: { kind: 'reached', milestone: 'passed' },
    words: {
      en: { label: 'Passed the civic integration exam' },
      nl: { label: 'Inburgeringsexamen gehaald' },
    },
  },
  {
    ...share,
    name: 'exempt_share',
    definition:
      'Share of all persons that were ever exempt from the duty (ontheffing; by a diploma too, where the scenario states inburgering.diploma_exempts).',
    source: { kind: 'reached', milestone: 'exempt' },
    words: {
      en: { label: 'Exempt from the civic integration duty' },
      nl: { label: 'Ontheven van de inburgeringsplicht' },
    },
  },
  {
    ...share,
    name: 'not_done_in_term_share',
    better: 'less',
    definition:
      'Share of all persons that were ever overdue: neither passed nor exempt when the statutory term ended.',
    source: { kind: 'reached', milestone: 'overdue' },
    words: {
      en: { label: 'Neither passed nor exempt at the end of the term' },
      nl: { label: 'Niet gehaald en niet ontheven aan het eind van de termijn' },
    },
  },
];
