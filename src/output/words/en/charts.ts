/** The English of charts: titles, axes, notes, and descriptions for those who cannot see them. */

import { counted } from '../counted.js';

export const charts = {
  monthsSincePermit: 'Months since the permit',
  shareOfCohort: 'Share of the cohort',
  bandNote: 'Band: 95% interval over the parameters.',
  /** The ends of an interval where room is short. */
  interval: (low: string, high: string) => `[${low},\u00a0${high}]`,
  /** What a mark of an interval is called that is not there, because the interval cannot be estimated. */
  marks: { band: 'a band', bar: 'a bar', line: 'a line' },
  untold: (marks: readonly string[]) => `Without ${marks.join(' or ')}: interval cannot be estimated.`,

  difference: {
    title: (approaches: string, place: string) => `What changes under ${approaches}, ${place}`,
    description: (gains: string) =>
      `Left: how many more people are off bijstand than under the reference, by year, in percentage points, with its 95% interval over the parameters; right: the share on bijstand under each approach. ${gains}.`,
    note: 'Band: 95% interval over the parameters. Grey area at month 60: what the studies make plausible (0 to 5 percentage points). Bars on the right: 95% interval of each approach.',
    gain: 'More people off bijstand, percentage points',
    paths: 'On bijstand, share of the cohort',
    atMonth: (month: string) => `month ${month}`,
  },

  selfSufficiency: {
    title: (place: string) => `Self-sufficient through work, ${place}`,
    description: (months: number, approaches: string) =>
      `Line chart: share of the cohort that became self-sufficient at least once, by month since the permit. After ${months} months: ${approaches}.`,
  },

  occupancy: {
    title: (place: string) => `What the cohort lives on, ${place}`,
    description: (months: number, approaches: string) =>
      `Stacked areas: the cohort by source of income, by month since the permit, a panel for each approach. After ${months} months: ${approaches}.`,
    bars: 'Bars at the edge of bijstand: 95% interval over the parameters of the share on bijstand, with or without work.',
    ends: 'In square brackets: that of the share at the end.',
    early: (states: string) => `Gone before the end: ${states}.`,
    states: {
      living_allowance: 'living allowance',
      bijstand: 'bijstand',
      bijstand_part_time: 'bijstand and part-time work',
      work: 'work',
      education: 'education',
      other: 'no benefit or work',
      pension: 'state pension',
    },
  },

  costs: {
    title: (place: string) => `Discounted costs per person, added up, ${place}`,
    description: (year: number | undefined, totals: string, breakEven: string) =>
      `Line chart: costs of bijstand and programme per person of the cohort, added up over calendar years, discounted. Up to and including ${year}: ${totals}. ${breakEven}`,
    total: 'All costs, euros per person',
    bar: 'Bar at the end: 95% interval over the parameters.',
    years: 'Up to and including calendar year',
    extra: 'More than the reference, euros per person',
    diamond: 'Diamond: end of the year in which the difference is earned back.',
    earnedBack: (reference: string, months: string, inYear: string) =>
      `earned back against ${reference} after ${counted(months, 'month', 'months')}${inYear === '' ? '' : `, in ${inYear}`}`,
    notEarnedBack: (reference: string) => `not earned back within the horizon against ${reference}`,
    probability: (probability: string) => ` (probability of earning back: ${probability})`,
  },

  phases: {
    title: (place: string) => `The path through the phases, ${place}`,
    description: (approaches: string) => `Bars in time, a panel for each approach. ${approaches}.`,
    note: 'Bar: from the month when half of those who ever start have started, to that when half have ended; pale: from a quarter started to three quarters ended. Arrow: half have not ended by the horizon, or the curves do not tell the end. In brackets: the share of the cohort that ever starts.',
    numbers: (names: string) => `Phases: ${names}.`,
    aim: (label: string, reached: string) => (reached === '' ? label : `${label} (${reached})`),
    aims: (aims: string) =>
      `Ticks: ${aims}; in brackets the share that makes it, with its 95% interval in square brackets.`,
    relapse: (shares: string) =>
      `Relapse, in the last phase: back on bijstand after work, of those who ever worked, with its 95% interval: ${shares}.`,
    from: (month: string) => `from month ${month}`,
    span: (first: string, last: string) => `months ${first}–${last}`,
    housing: 'Waiting for housing',
    search: 'Search for work',
    firstJob: 'First paid job',
    aftercare: (activity: string) => `Aftercare: ${activity}`,
  },

  fit: {
    title: 'Model and published figures',
    description: (inside: number, figures: number) =>
      `Line charts with points: share of the cohort on benefit and in paid work, by month since the permit; line and band: model with its 95% interval over the parameters. ${inside} of ${figures} figures used in the fit lie within their tolerance.`,
    point: (month: string, figure: string, model: string) => `${month}: published ${figure}, model ${model}`,
    onBenefit: 'On benefit',
    paidWork: 'In paid work',
    fitted: 'Filled: published figure with tolerance, used in the fit.',
    validation: 'Open: published figure, kept for validation.',
  },

  sweep: {
    title: (approaches: string, place: string) => `What changes under ${approaches} at each point, ${place}`,
    curve: {
      title: (place: string) => `Net balance against the reference, ${place}`,
      note: 'Line: difference from the reference; band: 95% interval over the other parameters.',
    },
    note: 'Difference from the reference at the same point. Dot: estimate; thick: 95% interval over the parameters.',
  },

  comparison: {
    title: 'Municipalities compared',
    titleOfOne: 'Runs compared',
    description: (months: number, differences: string) =>
      `Dot plot with intervals: difference from the reference in the share on bijstand after ${months} months (percentage points) and in the discounted net balance per person, both with 95% interval. ${differences}.`,
    /** The same with the sign turned: more people off bijstand is more. */
    descriptionOff: (months: number, differences: string) =>
      `Dot plot with intervals: how many more people are off bijstand after ${months} months than under the reference (percentage points), and the difference in the discounted net balance per person, both with 95% interval. ${differences}.`,
    note: 'Difference from the reference. Dot: estimate; thick: 95% interval over the parameters; thin: 95% prediction interval.',
    order: 'By the gain in self-sufficiency.',
    bijstand: (months: number) => `On bijstand after ${months} months`,
    bijstandAxis: 'Percentage points (left of zero: less bijstand)',
    offBijstand: (months: number) => `More people off bijstand after ${months} months`,
    offBijstandAxis: 'Percentage points (right of zero: more off bijstand)',
    balance: 'Discounted net balance per person',
    balanceAxis: 'Euros (right of zero: pays better)',
  },
};
