/** Dutch names of states, payers, units and the like. A name that is not here is shown as it is in the files. */

import type { Names } from '../../../domain/regimes/regime.js';

export { parameters } from './parameters.js';

export const patterns = {
  atYear: (name: string, year: string) => `${name}, jaar ${year}`,
};

export const payers: Names = {
  municipality: 'gemeente',
  state: 'Rijk',
  other: 'anderen',
};

export const components: Names = {
  bijstand: 'Bijstand',
  bijstand_part_time: 'Bijstand naast deeltijdwerk',
  sanction: 'Maatregelen (kortingen op bijstand)',
  sanction_part_time: 'Maatregelen naast deeltijdwerk',
  family_bijstand: 'Bijstand van later gekomen partners',
  social_guidance: 'Wettelijke maatschappelijke begeleiding',
  family_social_guidance: 'Maatschappelijke begeleiding van later gekomen partners',
};

/** Words of conditions, tracks, states and effects; of some conditions as a whole. */
export const terms: Names = {
  and: 'en',
  or: 'of',
  not: 'niet',
  housing: 'huisvesting',
  housed: 'gehuisvest',
  centre: 'in het azc',
  language: 'taal',
  basic: 'basis',
  exam_level: 'examenniveau',
  higher: 'hoger',
  income: 'inkomen',
  work: 'werk',
  education: 'opleiding',
  pension: 'AOW',
  other: 'overig',
  taking_part: 'bezig',
  finished: 'afgerond',
  dropped_out: 'uitgevallen',
  not_eligible: 'komt niet in aanmerking',
  aftercare: 'nazorg',
  interrupted: 'onderbroken',
  to_education: 'door naar een opleiding',
  to_work: 'door naar werk',
  to_voluntary_work: 'door naar vrijwilligerswerk',
  voluntary: 'vrijwilligerswerk',
  doing: 'bezig',
  waiting: 'wacht',
  health: 'gezondheid',
  well: 'zonder klachten',
  complaints: 'met klachten',
  family: 'gezin',
  dropout: 'uitval',
  share: 'aandeel',
  true: 'ja',
  false: 'nee',
  'housing = housed': 'met een woning',
  'housing = centre or housed': 'ook al in het azc',
  'health = complaints': 'met psychische klachten',
  'health = well': 'zonder psychische klachten',
  'language = basic or exam_level or higher': 'vanaf het basisniveau Nederlands',
  'language = exam_level or higher': 'vanaf het examenniveau Nederlands',
  none: 'geen',
  search: 'zoeken naar werk',
  open: 'open',
  closed: 'gesloten',
  living_allowance: 'leefgeld',
  bijstand: 'bijstand',
  bijstand_part_time: 'bijstand naast deeltijdwerk',
  sanction: 'maatregel',
  cut: 'korting',
  single: 'alleenstaand',
  single_parent: 'alleenstaande ouder',
  couple: 'paar',
  couple_with_children: 'paar met kinderen',
  norm: 'bijstandsnorm',
  youth: 'jongere (tot 21 jaar)',
  youth_family: 'jongere (tot 21 jaar), paar met kinderen',
  sharing_21_26: 'deelt een woning, 21 tot 26 jaar',
  sharing: 'deelt een woning',
  knows_language: 'beheerst de taal al',
  never_leaving: 'komt nooit uit de bijstand',
  no_bijstand: 'zonder recht op bijstand',
  shares_house: 'deelt een woning',
  on_benefit: 'in de bijstand',
  paid_work: 'betaald werk',
  work_main: 'werk als hoofdinkomen',
  in_education: 'in opleiding',
  housing_wait: 'wachttijd op een woning',
  returned_after_exit: 'terug in de bijstand na uitstroom',
};

/** By what the files call them. */
export const units: Names = {
  'calendar year': 'kalenderjaar',
  euros: 'euro',
  months: 'maanden',
  share: 'aandeel',
  'euros a month net incl. holiday pay': 'euro per maand netto, met vakantiegeld',
  'euros a month of taking part': 'euro per maand deelname',
  'euros a participant': 'euro per deelnemer',
  'euros a person': 'euro per persoon',
  'hazard ratio': 'hazardratio',
  'hours a week': 'uren per week',
  'hours a week (standard deviation)': 'uren per week (standaarddeviatie)',
  'hours a week less': 'uren per week minder',
  'odds ratio': 'oddsratio',
  'per month': 'per maand',
  'per year': 'per jaar',
  'months of age': 'maanden (leeftijd)',
  persons: 'personen',
  ratio: 'verhouding',
  'standard deviation of the logarithm': 'standaarddeviatie van de logaritme',
  'years of age': 'jaar (leeftijd)',
  'time ratio': 'tijdsverhouding',
  weeks: 'weken',
};

/** People by an attribute and its value. */
export const people: Names = {
  'sex men': 'de mannen',
  'sex women': 'de vrouwen',
  'education low_literate': 'wie laaggeletterd is',
  'education low': 'wie laagopgeleid is',
  'education middle': 'wie middelbaar opgeleid is',
  'education high': 'wie hoogopgeleid is',
  'mental_health_complaints yes': 'wie psychische klachten heeft',
  'mental_health_complaints no': 'wie geen psychische klachten heeft',
  'reunification_pending yes': 'wie op gezinshereniging wacht',
  'reunification_pending no': 'wie niet op gezinshereniging wacht',
};

export const distributions = {
  lognormal: 'lognormaal',
  'logit-normal': 'logit-normaal',
  triangular: 'driehoekig',
  uniform: 'uniform',
  normal: 'normaal',
  quantiles: 'kwantielen',
  fixed: 'vast',
  posterior: 'posterior (kalibratie)',
};

export const sourceLabels = {
  published: 'gepubliceerd',
  derived: 'afgeleid',
  unverified: 'niet nagegaan',
  assumption: 'aanname',
};

/** Parts of an approach that every scenario has. */
export const parts: Names = {
  search: 'Zoeken naar werk',
  offers: 'Aanbod',
};

/** Names of the sheets of a workbook. */
export const sheetKinds = {
  summary: 'Samenvatting',
  outcomes: 'Uitkomsten',
  costs: 'Kosten',
  assumptions: 'Aannames',
  method: 'Verantwoording',
};
