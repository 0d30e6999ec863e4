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
    ended: 'duty ended at the state pension age',
  },
  units: {},
  parameters: {
    'inburgering.term_months': 'Statutory term',
    'inburgering.extension_low_literate': 'Extension of the term for the low-literate',
    'inburgering.course_hours': 'Hours a week of the statutory course',
    'inburgering.dropout': 'Dropout from the statutory course',
    'inburgering.course_months': 'Months over which dropout from the course is spread',
    'inburgering.restart_months': 'Months between leaving a course and a new one',
    'inburgering.exam_wait': 'Wait for the exam and its result',
    'inburgering.exempt_at_term': 'Exempted at the end of the term, by education',
    'inburgering.medical_exemption': 'Exemption on medical grounds, in a month',
    'inburgering.late_exemption': 'Exemption after the term, in a month',
    'inburgering.fined': 'Share past the term that is fined',
    'inburgering.fine': 'Fine',
    'inburgering.further_term_months': 'Further term after a fine',
    'inburgering.loan_per_month': 'Loan for the course, a month',
    'inburgering.loan_repayment': 'Repayment of the loan, a month',
    'inburgering.loan_repayment_months': 'Months over which a loan is repaid',
    'language.overdue': 'Pace of learning the language past the term',
  },
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
    ended: 'plicht beëindigd op de AOW-leeftijd',
  },
  units: {
    'euros a month in course': 'euro per maand in cursus',
    'euros a month': 'euro per maand',
  },
  parameters: {
    'inburgering.term_months': 'Inburgeringstermijn',
    'inburgering.extension_low_literate': 'Verlenging van de termijn voor laaggeletterden',
    'inburgering.course_hours': 'Uren per week van de inburgeringscursus',
    'inburgering.dropout': 'Uitval uit de inburgeringscursus',
    'inburgering.course_months': 'Maanden waarover uitval uit de cursus is gespreid',
    'inburgering.restart_months': 'Maanden tussen uitval en een nieuwe cursus',
    'inburgering.exam_wait': 'Wachttijd op examen en uitslag',
    'inburgering.exempt_at_term': 'Ontheven aan het eind van de termijn, naar opleiding',
    'inburgering.medical_exemption': 'Ontheffing op medische gronden, per maand',
    'inburgering.late_exemption': 'Ontheffing na de termijn, per maand',
    'inburgering.fined': 'Deel dat na de termijn een boete krijgt',
    'inburgering.fine': 'Boete',
    'inburgering.further_term_months': 'Nieuwe termijn na een boete',
    'inburgering.loan_per_month': 'Lening voor de cursus, per maand',
    'inburgering.loan_repayment': 'Aflossing van de lening, per maand',
    'inburgering.loan_repayment_months': 'Maanden waarover de lening wordt afgelost',
    'language.overdue': 'Tempo van taal leren nadat de termijn voorbij is',
  },
};
