/** The words of the law of 2013 in reports, by the names in the files of results. */

import type { LawWords } from '../regime.js';

export const en: LawWords = {
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
    exam: 'exam',
    ended: 'duty ended at the state pension age',
  },
  units: {},
};

export const nl: LawWords = {
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
    exam: 'examen',
    ended: 'plicht beëindigd op de AOW-leeftijd',
  },
  units: { 'euros a month in course': 'euro per maand in cursus' },
};
