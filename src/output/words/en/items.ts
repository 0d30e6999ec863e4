/** What guidelines ask a report to say, and where this one says it. */

export const items = {
  caption: 'Reporting items (after STRESS-DES and the ISPOR-SMDM good research practices)',
  rows: (s: Readonly<Record<string, string>>): readonly (readonly [string, string])[] => [
    ['Purpose and question', s.summary!],
    ['Population and setting', s.summary!],
    ['Alternatives compared', s.approaches!],
    ['Outcomes and their definition', `${s.outcomes}`],
    ['Perspective: who pays', s.costs!],
    ['Horizon and discounting', `${s.summary}; ${s.assumptions}`],
    ['Model logic: states, transitions, gates', s.method!],
    ['Parameters, ranges, distributions, sources', s.assumptions!],
    ['Assumptions, listed', s.assumptions!],
    ['Parameter uncertainty', `${s.outcomes}; ${s.method}`],
    ['Chance (first-order uncertainty), prediction', `${s.outcomes}; ${s.method}`],
    ['Number of replications and Monte Carlo error', `${s.method}; ${s.repeat}`],
    ['Random numbers', s.method!],
    ['Results against published evidence', s.summary!],
    ['Subgroups (when asked for)', s.subgroups!],
    ['Limitations', s.method!],
    ['Software, version, inputs, how to repeat', s.repeat!],
  ],
  notMet: 'Not in this report: sensitivity by parameter, calibration and validation; they are separate runs.',
};
