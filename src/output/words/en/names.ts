/** English names of states, payers, units and the like. A name that is not here is shown as it is in the files. */

import type { Names } from '../../../domain/regimes/regime.js';

export { parameters } from './parameters.js';

export const patterns = {
  atYear: (name: string, year: string) => `${name}, year ${year}`,
};

export const payers: Names = {
  municipality: 'municipality',
  state: 'state',
  other: 'others',
};

export const components: Names = {
  bijstand: 'Bijstand',
  bijstand_part_time: 'Bijstand beside part-time work',
  sanction: 'Sanctions (cuts of bijstand)',
  sanction_part_time: 'Sanctions beside part-time work',
  family_bijstand: 'Bijstand of partners who arrived later',
  social_guidance: 'Social guidance by the statute',
  family_social_guidance: 'Social guidance of partners who arrived later',
};

/** Words of conditions, tracks, states and effects; of some conditions as a whole. */
export const terms: Names = {
  and: 'and',
  or: 'or',
  not: 'not',
  housing: 'housing',
  housed: 'housed',
  centre: 'in the asylum centre',
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
  interrupted: 'interrupted',
  to_education: 'on to education',
  to_work: 'on to work',
  to_voluntary_work: 'on to voluntary work',
  voluntary: 'voluntary work',
  doing: 'doing',
  waiting: 'waiting',
  health: 'health',
  well: 'without complaints',
  complaints: 'with complaints',
  family: 'family',
  dropout: 'dropout',
  share: 'share',
  true: 'yes',
  false: 'no',
  'housing = housed': 'with a house',
  'housing = centre or housed': 'in the asylum centre too',
  'health = complaints': 'with mental health complaints',
  'health = well': 'without mental health complaints',
  'language = basic or exam_level or higher': 'from the basic level of Dutch on',
  'language = exam_level or higher': 'from the exam level of Dutch on',
  none: 'none',
  search: 'search for work',
  open: 'open',
  closed: 'closed',
  living_allowance: 'living allowance',
  bijstand: 'bijstand',
  bijstand_part_time: 'bijstand beside part-time work',
  sanction: 'sanction',
  cut: 'benefit cut',
  single: 'single',
  single_parent: 'single parent',
  couple: 'couple',
  couple_with_children: 'couple with children',
  norm: 'bijstand norm',
  youth: 'youth (under 21)',
  youth_family: 'youth (under 21), couple with children',
  sharing_21_26: 'sharing a house, 21 to 26 years old',
  sharing: 'sharing a house',
  knows_language: 'knows language',
  never_leaving: 'never leaving',
  no_bijstand: 'no bijstand',
  shares_house: 'shares house',
  on_benefit: 'on benefit',
  paid_work: 'paid work',
  work_main: 'work main',
  in_education: 'in education',
  housing_wait: 'housing wait',
  returned_after_exit: 'returned after exit',
};

/** Units stand in the files in English. */
export const units: Names = {};

/** People by an attribute and its value. */
export const people: Names = {
  'sex men': 'men',
  'sex women': 'women',
  'education low_literate': 'the low-literate',
  'education low': 'the low-educated',
  'education middle': 'those with middle education',
  'education high': 'the highly educated',
  'mental_health_complaints yes': 'those with mental health complaints',
  'mental_health_complaints no': 'those without mental health complaints',
  'reunification_pending yes': 'those who wait for their family',
  'reunification_pending no': 'those who do not wait for their family',
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

/** Parts of an approach that every scenario has. */
export const parts: Names = {
  search: 'Search for work',
  offers: 'What is on offer',
};

/** Names of the sheets of a workbook. */
export const sheetKinds = {
  summary: 'Summary',
  outcomes: 'Outcomes',
  costs: 'Costs',
  assumptions: 'Assumptions',
  method: 'Method',
};
