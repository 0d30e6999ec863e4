/** Dutch names of measures, states, payers, units and the like. A name that is not here is shown as it is in the files. */

export const measures = {
  months_to_self_sufficiency_p25: 'Maanden tot een kwart zelfredzaam is',
  months_to_self_sufficiency_median: 'Maanden tot de helft zelfredzaam is',
  months_to_self_sufficiency_p75: 'Maanden tot driekwart zelfredzaam is',
  months_to_self_sufficiency_restricted_mean:
    'Maanden tot zelfredzaamheid, begrensd gemiddelde (geteld tot de horizon)',
  self_sufficient_share: 'Zelfredzaam',
  bijstand_share: 'In de bijstand',
  working_share: 'Betaald werk',
  bijstand_months: 'Maanden in de bijstand',
  work_months: 'Maanden aan het werk',
  bijstand_cost: 'Bijstand, euro per persoon',
  programme_cost: 'Programmakosten, euro per persoon',
  net_balance: 'Nettosaldo, euro per persoon',
  passed_in_term_share: 'Inburgeringsexamen gehaald binnen de termijn',
  passed_share: 'Inburgeringsexamen gehaald',
  exempt_share: 'Ontheven van de inburgeringsplicht',
  not_done_in_term_share: 'Niet gehaald en niet ontheven aan het eind van de termijn',
  dropout_share_any: 'Uitgevallen uit cursus of activiteit',
  dropout_share_for_health: 'Uitgevallen om gezondheid (van alle personen)',
  dropout_share_for_family: 'Uitgevallen om gezin en zorg (van alle personen)',
  dropout_share_for_motivation: 'Uitgevallen om motivatie of andere redenen (van alle personen)',
  ever_working_share: 'Ooit aan het werk',
  relapse_share: 'Terug in de bijstand na werk (van wie ooit werkte)',
  sanction_share: 'Ooit een maatregel opgelegd',
  break_even_year: 'Kalenderjaar van terugverdienen',
  break_even_month: 'Maanden tot terugverdienen',
  break_even_probability: 'Kans op terugverdienen binnen de horizon',
};

export const patterns = {
  discounted: (name: string) => `${name}, verdisconteerd`,
  dropout: (part: string) => `Uitgevallen uit: ${part}`,
  participation: (part: string) => `Deelgenomen aan: ${part}`,
  programmePaidBy: (payer: string) => `Programmakosten betaald door ${payer}, euro per persoon`,
  atYear: (name: string, year: string) => `${name}, jaar ${year}`,
};

export const payers = {
  municipality: 'gemeente',
  state: 'rijk',
  duo: 'DUO (leningen en boetes)',
  other: 'anderen',
};

export const components = {
  bijstand: 'Bijstand',
  bijstand_part_time: 'Bijstand naast deeltijdwerk',
  sanction: 'Maatregelen (kortingen op bijstand)',
  sanction_part_time: 'Maatregelen naast deeltijdwerk',
  social_guidance: 'Wettelijke maatschappelijke begeleiding',
  course_loan: 'Leningen voor de cursus',
  fines: 'Boetes',
  loan_repayment: 'Aflossing van leningen',
};

/** Words of conditions, tracks, states and effects. */
export const terms = {
  and: 'en',
  or: 'of',
  not: 'niet',
  housing: 'huisvesting',
  housed: 'gehuisvest',
  centre: 'in het azc',
  inburgering: 'inburgering',
  in_course: 'in cursus',
  passed: 'geslaagd',
  exempt: 'ontheven',
  overdue: 'termijn voorbij',
  ended: 'plicht beëindigd op de AOW-leeftijd',
  language: 'taal',
  basic: 'basis',
  exam_level: 'examenniveau',
  higher: 'hoger',
  income: 'inkomen',
  work: 'werk',
  education: 'opleiding',
  pension: 'AOW',
  other: 'overig',
  taking_part: 'neemt deel',
  finished: 'afgerond',
  dropped_out: 'uitgevallen',
  not_eligible: 'komt niet in aanmerking',
  aftercare: 'nazorg',
  waiting: 'wacht',
  dropout: 'uitval',
  exam: 'examen',
  share: 'aandeel',
  true: 'ja',
  false: 'nee',
};

export const units = {
  euros: 'euro',
  months: 'maanden',
  share: 'aandeel',
  'euros a month in course': 'euro per maand in cursus',
  'euros a month net incl. holiday pay': 'euro per maand netto, met vakantiegeld',
  'euros a month of taking part': 'euro per maand deelname',
  'euros a participant': 'euro per deelnemer',
  'euros a person': 'euro per persoon',
  'hazard ratio': 'hazardratio',
  'hours a week': 'uren per week',
  'hours a week (standard deviation)': 'uren per week (standaarddeviatie)',
  'hours a week less': 'uren per week minder',
  'per month': 'per maand',
  'per year': 'per jaar',
  persons: 'personen',
  ratio: 'verhouding',
  'standard deviation of the logarithm': 'standaarddeviatie van de logaritme',
  'time ratio': 'tijdsverhouding',
  weeks: 'weken',
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

export const approachNames = {
  sequential: 'Opeenvolgend',
  parallel: 'Parallel',
  course: 'Inburgeringscursus',
  search: 'Zoeken naar werk',
};

/** Names of sheets, by the names of tables. */
export const sheetKinds = {
  outcomes: 'Uitkomsten',
  differences: 'Verschillen',
  parts: 'Onderdelen',
  cohort: 'Cohort',
  composition: 'Samenstelling',
  discounted: 'Verdisconteerd',
  'break-even': 'Terugverdiend',
  costs: 'Kosten',
  payers: 'Betalers',
  years: 'Jaren',
  dropout: 'Uitval',
  time: 'Tijd',
  'self-sufficient': 'Zelfredzaam',
  by: 'Naar',
  labels: 'Zekerheid',
  set: 'Gezet',
  assumption: 'Aannames',
  unverified: 'Niet nagegaan',
  same: 'Gelijke getallen',
  sources: 'Bronnen',
  shared: 'Gedeeld',
  comparison: 'Vergelijking',
  levels: 'Niveaus',
  inputs: 'Invoer',
  'reporting-items': 'Verantwoording',
};

/** Measures in the names of sheets. */
export const sheetMeasures = {
  self_sufficient_share: 'zelfredzaam',
  bijstand_share: 'bijstand',
  months_to_self_sufficiency_restricted_mean: 'maanden',
  net_balance_discounted: 'saldo',
  dropout_share_any: 'uitval',
};
