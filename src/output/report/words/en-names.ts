/** English names of states, payers, units and the like. A name that is not here is shown as it is in the files. */

export const patterns = {
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

/** Words of conditions, tracks, states, effects and attributes. */
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
  origin: 'origin',
  sex: 'sex',
  age: 'age at permit',
  household: 'household',
  mental_health_complaints: 'mental health complaints',
  reunification_pending: 'family reunification pending',
  syria: 'Syria',
  eritrea: 'Eritrea',
  men: 'men',
  man: 'man',
  woman: 'woman',
  share: 'share',
  low_literate: 'low-literate',
  low: 'low',
  middle: 'middle',
  high: 'high',
  single: 'single',
  single_parent: 'single parent',
  couple: 'couple',
  couple_with_children: 'couple with children',
  yes: 'yes',
  no: 'no',
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
