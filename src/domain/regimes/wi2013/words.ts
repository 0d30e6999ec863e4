/** The words of the law of 2013 in reports, by the names in the files of results. */

import type { LawWords } from '../regime.js';

export const en: LawWords = {
  measures: {
    passed_in_term_share: 'Passed the civic integration exam within the term',
    passed_share: 'Passed the civic integration exam',
    exempt_share: 'Exempt from the civic integration duty',
    not_done_in_term_share: 'Neither passed nor exempt at the end of the term',
  },
  payers: { duo: 'DUO (loans and fines)' },
  components: {
    course_loan: 'Course loans',
    fines: 'Fines',
    loan_repayment: 'Repayment of loans',
  },
  parts: { course: 'Statutory course' },
  terms: {
    inburgering: 'inburgering',
    in_course: 'in course',
    passed: 'passed',
    exempt: 'exempt',
    overdue: 'past the term',
    ended: 'duty ended at the state pension age',
  },
  units: {},
};

export const nl: LawWords = {
  measures: {
    passed_in_term_share: 'Inburgeringsexamen gehaald binnen de termijn',
    passed_share: 'Inburgeringsexamen gehaald',
    exempt_share: 'Ontheven van de inburgeringsplicht',
    not_done_in_term_share: 'Niet gehaald en niet ontheven aan het eind van de termijn',
  },
  payers: { duo: 'DUO (leningen en boetes)' },
  components: {
    course_loan: 'Leningen voor de cursus',
    fines: 'Boetes',
    loan_repayment: 'Aflossing van leningen',
  },
  parts: { course: 'Inburgeringscursus' },
  terms: {
    inburgering: 'inburgering',
    in_course: 'in cursus',
    passed: 'geslaagd',
    exempt: 'ontheven',
    overdue: 'termijn voorbij',
    ended: 'plicht beëindigd op de AOW-leeftijd',
  },
  units: { 'euros a month in course': 'euro per maand in cursus' },
};
