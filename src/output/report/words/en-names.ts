/** English names of measures, states, payers, units and the like. A name that is not here is shown as it is in the files. */

export const measures = {
  months_to_self_sufficiency_p25: 'Months until a quarter is self-sufficient',
  months_to_self_sufficiency_median: 'Months until half is self-sufficient',
  months_to_self_sufficiency_p75: 'Months until three quarters are self-sufficient',
  months_to_self_sufficiency_restricted_mean:
    'Months to self-sufficiency, restricted mean (counted up to the horizon)',
  self_sufficient_share: 'Self-sufficient',
  bijstand_share: 'On bijstand',
  working_share: 'In paid work',
  bijstand_months: 'Months on bijstand',
  work_months: 'Months in work',
  bijstand_cost: 'Bijstand, euros a person',
  programme_cost: 'Programme costs, euros a person',
  net_balance: 'Net balance, euros a person',
  passed_in_term_share: 'Passed the civic integration exam within the term',
  passed_share: 'Passed the civic integration exam',
  exempt_share: 'Exempt from the civic integration duty',
  not_done_in_term_share: 'Neither passed nor exempt at the end of the term',
  dropout_share_any: 'Dropped out of a course or activity',
  dropout_share_for_health: 'Dropped out for health (of all persons)',
  dropout_share_for_family: 'Dropped out for family and care (of all persons)',
  dropout_share_for_motivation: 'Dropped out for motivation or other reasons (of all persons)',
  ever_working_share: 'Ever in work',
  relapse_share: 'Back on bijstand after work (of those who ever worked)',
  sanction_share: 'Ever sanctioned (maatregel)',
  break_even_year: 'Calendar year of break-even',
  break_even_month: 'Months to break-even',
  break_even_probability: 'Probability of break-even within the horizon',
};

export const patterns = {
  discounted: (name: string) => `${name}, discounted`,
  dropout: (part: string) => `Dropped out of: ${part}`,
  participation: (part: string) => `Took part in: ${part}`,
  programmePaidBy: (payer: string) => `Programme costs paid by ${payer}, euros a person`,
  atYear: (name: string, year: string) => `${name}, year ${year}`,
};

export const payers = {
  municipality: 'municipality',
  state: 'state',
  duo: 'DUO (loans and fines)',
  other: 'others',
};

export const components = {
  bijstand: 'Bijstand',
  bijstand_part_time: 'Bijstand beside part-time work',
  sanction: 'Sanctions (cuts of bijstand)',
  sanction_part_time: 'Sanctions beside part-time work',
  social_guidance: 'Social guidance by the statute',
  course_loan: 'Course loans',
  fines: 'Fines',
  loan_repayment: 'Repayment of loans',
};

/** Words of conditions, tracks, states and effects. */
export const terms = {
  and: 'and',
  or: 'or',
  not: 'not',
  housing: 'housing',
  housed: 'housed',
  centre: 'in the asylum centre',
  inburgering: 'inburgering',
  in_course: 'in course',
  passed: 'passed',
  exempt: 'exempt',
  overdue: 'past the term',
  ended: 'duty ended at the state pension age',
  language: 'language',
  basic: 'basic',
  exam_level: 'exam level',
  higher: 'higher',
  income: 'income',
  work: 'work',
  education: 'education',
  pension: 'state pension',
  other: 'other',
  taking_part: 'taking part',
  finished: 'finished',
  dropped_out: 'dropped out',
  not_eligible: 'not eligible',
  aftercare: 'aftercare',
  waiting: 'waiting',
  dropout: 'dropout',
  exam: 'exam',
  share: 'share',
  true: 'yes',
  false: 'no',
};

export const units = {
  euros: 'euros',
  months: 'months',
  share: 'share',
};

export const distributions = {
  lognormal: 'lognormal',
  'logit-normal': 'logit-normal',
  triangular: 'triangular',
  uniform: 'uniform',
  normal: 'normal',
  quantiles: 'quantiles',
  fixed: 'fixed',
  posterior: 'posterior (calibration)',
};

export const sourceLabels = {
  published: 'published',
  derived: 'derived',
  unverified: 'unverified',
  assumption: 'assumption',
};

export const approachNames = {
  sequential: 'Sequential',
  parallel: 'Parallel',
  course: 'Statutory course',
  search: 'Search for work',
};

/** Names of sheets, by the names of tables. */
export const sheetKinds = {
  outcomes: 'Outcomes',
  differences: 'Differences',
  parts: 'Parts',
  cohort: 'Cohort',
  composition: 'Composition',
  discounted: 'Discounted',
  'break-even': 'Break-even',
  costs: 'Costs',
  payers: 'Payers',
  years: 'Years',
  dropout: 'Dropout',
  time: 'Time',
  'self-sufficient': 'Self-sufficient',
  by: 'By',
  labels: 'Labels',
  set: 'Set',
  assumption: 'Assumptions',
  unverified: 'Unverified',
  same: 'Tied numbers',
  sources: 'Sources',
  shared: 'Shared',
  comparison: 'Comparison',
  levels: 'Levels',
  inputs: 'Inputs',
  'reporting-items': 'Reporting items',
};

/** Measures in the names of sheets. */
export const sheetMeasures = {
  self_sufficient_share: 'self-sufficient',
  bijstand_share: 'bijstand',
  months_to_self_sufficiency_restricted_mean: 'months',
  net_balance_discounted: 'balance',
  dropout_share_any: 'dropout',
};
