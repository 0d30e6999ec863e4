/** How people fare under the law of 2013. */

import type { Measure } from '../../measures/measure.js';

const share = { unit: 'share' } as const;

export const measures: readonly Measure[] = [
  {
    ...share,
    name: 'passed_in_term_share',
    better: 'more',
    definition: {
      en: 'Share of all persons that passed the exam and never were overdue (neither passed nor exempt when the statutory term ended).',
      nl: 'Deel van alle personen dat het examen haalde en nooit over de termijn ging (niet geslaagd en niet ontheven toen de inburgeringstermijn eindigde).',
    },
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
    definition: {
      en: 'Share of those who ever began the course that passed the exam within 24 months of beginning it; months in which the course was interrupted count.',
      nl: 'Deel van wie ooit met de cursus begon dat binnen 24 maanden daarna het examen haalde; maanden waarin de cursus onderbroken was, tellen mee.',
    },
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
    definition: {
      en: 'Share of all persons that passed the exam within 24 months of their house in the municipality, or before it.',
      nl: 'Deel van alle personen dat het examen haalde binnen 24 maanden na de woning in de gemeente, of daarvoor.',
    },
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
    definition: {
      en: 'Share of all persons that passed the exam within the horizon, in the term or after it.',
      nl: 'Deel van alle personen dat binnen de horizon het examen haalde, binnen de termijn of later.',
    },
    source: { kind: 'reached', milestone: 'passed' },
    words: {
      en: { label: 'Passed the civic integration exam' },
      nl: { label: 'Inburgeringsexamen gehaald' },
    },
  },
  {
    ...share,
    name: 'exempt_share',
    definition: {
      en: 'Share of all persons that were ever exempt from the duty (ontheffing; by a diploma too, where the scenario states inburgering.diploma_exempts).',
      nl: 'Deel van alle personen dat ooit is ontheven van de plicht (ontheffing; ook door een diploma, waar het scenario inburgering.diploma_exempts geeft).',
    },
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
    definition: {
      en: 'Share of all persons that were ever overdue: neither passed nor exempt when the statutory term ended.',
      nl: 'Deel van alle personen dat ooit over de termijn ging: niet geslaagd en niet ontheven toen de inburgeringstermijn eindigde.',
    },
    source: { kind: 'reached', milestone: 'overdue' },
    words: {
      en: { label: 'Neither passed nor exempt at the end of the term' },
      nl: { label: 'Niet gehaald en niet ontheven aan het eind van de termijn' },
    },
  },
];
